/** The WebSocket `/ws`: frames, order, faults, capacity, attaching to a session, older clients. */
import type { Requirements } from "./requirement.ts";

export const WS: Requirements = {
  "WS-1": { source: "recorded", says: "reset, step, state and close are answered; close ends the socket with 1000." },
  "WS-2": { source: "recorded", says: "The observation's metadata stands in it and, when not empty, beside it." },
  "WS-3": { source: "recorded", says: "reset may come without data." },
  "WS-4": {
    source: "client",
    says: "A step before a reset is EXECUTION_ERROR, never a hidden reset.",
    differs: {
      reference: "lets an environment step before its first reset",
      because: "a client that reconnected silently would go on in an episode that is not its own",
    },
  },
  "WS-5": { source: "client", says: "Answers come strictly in the order of the frames." },
  "WS-6": { source: "recorded", says: "Each socket has an environment of its own, whatever its episode_id." },
  "WS-7": {
    source: "own",
    says: "A request_id beside type is repeated in the answer, errors included.",
    differs: {
      reference: "knows request_id over HTTP only, and refuses it here",
      because: "a client that gave up waiting would take a late answer for the next one",
    },
  },
  "WS-8": {
    source: "recorded",
    says: "INVALID_JSON, UNKNOWN_TYPE, VALIDATION_ERROR with errors and EXECUTION_ERROR leave the socket open.",
    differs: {
      reference: "says Invalid message and no more",
      because: "its client shows the message alone, so the message itself names the fields",
    },
  },
  "WS-9": { source: "recorded", says: "JSON that is no object, or a binary frame, is SESSION_ERROR, then close 1000." },
  "WS-10": {
    source: "recorded",
    says: "A reset too many is answered with CAPACITY_REACHED, active_sessions and max_sessions, and the socket closed with 1000.",
    differs: {
      reference: "tells a socket so as soon as it connects",
      because:
        "anyone who only connects would take a place from who plays: a socket takes its place at its first reset",
    },
  },
  "WS-11": { source: "recorded", says: "An environment that cannot be made is FACTORY_ERROR, then close 1000." },
  "WS-12": { source: "client", says: "A socket that answers pings is alive, however long it sends nothing else." },
  "WS-13": { source: "own", says: "The slot of a client that answered pings and is gone is free within a minute." },
  "WS-15": {
    source: "own",
    says: "A client that has its share waits its turn; when it waited too long it is told in a frame, then closed with 1000.",
  },
  "WS-16": {
    source: "own",
    says: "A socket that began nothing is closed after 30 s only while connections are short; attached ones, those of /mcp and watchers are not.",
  },
  "WS-14": { source: "own", says: "A socket that has neither reset nor attached to a session takes no slot." },
};

export const ATTACH: Requirements = {
  "ATTACH-1": { source: "recorded", says: "/ws?session_id=… plays in the session that /mcp made." },
  "ATTACH-2": { source: "recorded", says: "A second socket for the same session is SESSION_ERROR, then close 1000." },
  "ATTACH-3": { source: "reference", says: "When an attached socket goes, the session stays." },
  "ATTACH-4": {
    source: "reference",
    says: "openenv/session/close of a session with a socket answers closed false, closing true, and closes it later.",
  },
  "ATTACH-5": {
    source: "recorded",
    says: "An unknown session_id is SESSION_ERROR, then close 1000; a socket's own session is unknown too.",
    differs: {
      reference: "attaches a second socket to any session whose id is known, and takes an empty session_id for none",
      because: "a session that ends with its own socket is not to be shared, and an empty id is a client's mistake",
    },
  },
};

export const OLD: Requirements = {
  "OLD-1": { source: "recorded", says: "A step list_tools answers metadata and the tools with input_schema." },
  "OLD-2": {
    source: "recorded",
    says: "A step call_tool answers metadata, tool_name, result and error, with the step's reward and done beside it.",
    differs: {
      reference: "always answers a reward of null and done false",
      because: "a trainer that steps by tools would never see a reward",
    },
  },
  "OLD-3": { source: "recorded", says: "What is wrong with a call_tool is told as error.error_type and a message." },
  "OLD-4": {
    source: "client",
    says: "A call_tool before a reset is an error; start_episode is a reset.",
    differs: { reference: "calls the tool", because: "a step never begins an episode by itself" },
  },
  "OLD-5": { source: "reference", says: "A malformed list_tools or call_tool is VALIDATION_ERROR." },
};
