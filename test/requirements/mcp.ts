/** `/mcp`: OpenEnv's JSON-RPC over HTTP and WebSocket, and the Model Context Protocol over streamable HTTP. */
import type { Requirements } from "./requirement.ts";

export const MCP: Requirements = {
  "MCP-1": {
    source: "recorded",
    says: "{}, an extra field, another version or params that are no object are -32600 with a null id, and status 200.",
  },
  "MCP-2": { source: "recorded", says: "A body that is empty, no JSON or no object is -32700, whatever its type." },
  "MCP-3": { source: "recorded", says: "An unknown method is -32601." },
  "MCP-4": { source: "recorded", says: "GET /mcp is 405 Method Not Allowed." },
  "MCP-5": { source: "mcp", says: "A browser's page of another origin is refused with 403." },
  "MCP-6": { source: "recorded", says: "tools/list gives name, description and inputSchema of each tool." },
  "MCP-7": { source: "reference", says: "No tool is named reset, step, state or close." },
  "MCP-8": { source: "recorded", says: "tools/list needs no session; a session_id that is unknown is -32602." },
  "MCP-9": {
    source: "recorded",
    says: "tools/call gives content, structured_content, meta, data and is_error; a client hands on data.",
  },
  "MCP-10": { source: "own", says: "Each action is a tool, named for it in small letters." },
  "MCP-11": { source: "own", says: "The first action without an episode begins one, once." },
  "MCP-12": { source: "own", says: "An action after the end is -32603 and says which tool begins another episode." },
  "MCP-13": {
    source: "trainers",
    says: "Arguments of an action that do not fit are the environment's to judge: an observation with a penalty.",
    differs: {
      reference: "answers -32603 for any argument that does not fit",
      because: "a policy's mistake is a step and an observation on every way in; for start_episode it stays an error",
    },
  },
  "MCP-14": {
    source: "recorded",
    says: "An unknown tool is -32603; a missing name, or arguments that are no object, are -32602.",
  },
  "MCP-15": {
    source: "own",
    says: "A call that names no session begins one of its own, which meta and the header Mcp-Session-Id name.",
    differs: {
      reference: "makes and throws away an environment for every such call",
      because: "an episode of more than one call could not be played",
    },
  },
  "MCP-16": {
    source: "own",
    says: "What breaks of ours is -32603 with a reference to the log, and no more.",
    differs: { reference: "answers the exception's text", because: "it may hold paths and secrets" },
  },
  "MCP-17": {
    source: "recorded",
    says: "openenv/session/create gives a session_id; openenv/session/close gives it back with closed true; without one or with an unknown one it is -32602.",
  },
  "MCP-18": {
    source: "recorded",
    says: "Sessions of /mcp share the server's capacity; without any left the error is -32000 with active_sessions and max_sessions.",
  },
  "MCP-30": {
    source: "own",
    says: "Tools neither take nor tell which episode it is: no seed, id, task or index, unless MCP_EPISODES=free.",
  },
  "MCP-31": { source: "own", says: "An episode that a reset over /ws chose stays, whatever a tool asks for." },
  "MCP-19": { source: "reference", says: "A session that nobody asks for ends after HTTP_IDLE_SECONDS." },
};

export const WS_MCP: Requirements = {
  "WS-MCP-1": { source: "recorded", says: "WS /mcp is one session and answers bare JSON-RPC frames in order." },
  "WS-MCP-2": {
    source: "recorded",
    says: "A faulty frame on WS /mcp is answered with its error, and the socket stays open.",
    differs: {
      reference: "closes the socket on JSON that is no object and on binary frames",
      because: "a client's one mistake need not cost it its episode",
    },
  },
  "WS-MCP-3": {
    source: "recorded",
    says: "openenv/session/create on a socket gives the socket's own session, which openenv/session/close refuses with -32600.",
  },
  "WS-MCP-4": {
    source: "reference",
    says: "On WS /mcp a refusal is a JSON-RPC error with a null id, then close 1000.",
  },
  "WS-MCP-5": { source: "recorded", says: "A frame mcp on /ws holds JSON-RPC, answered in the socket's session." },
};

export const SHTTP: Requirements = {
  "SHTTP-1": {
    source: "mcp",
    says: "initialize echoes a version it knows, offers tools and names a session in the Mcp-Session-Id header.",
    differs: { reference: "answers -32601", because: "assistants that speak the protocol itself can debug here too" },
  },
  "SHTTP-2": {
    source: "mcp",
    says: "Notifications and a client's answers get 202 without a body.",
    differs: { reference: "answers a notification with -32601", because: "JSON-RPC forbids to answer one" },
  },
  "SHTTP-3": { source: "mcp", says: "ping is answered with an empty result." },
  "SHTTP-4": {
    source: "mcp",
    says: "In such a session tools/call gives content, structuredContent and isError, and the episode goes on.",
  },
  "SHTTP-5": { source: "mcp", says: "A tool's failure is a result with isError true, which the model reads." },
  "SHTTP-6": { source: "mcp", says: "An unknown method is -32601, also server/discover; an unknown tool is -32602." },
  "SHTTP-7": { source: "mcp", says: "An unknown Mcp-Session-Id is 404." },
  "SHTTP-8": { source: "mcp", says: "DELETE ends the session with 204, and so does idleness." },
  "SHTTP-9": { source: "mcp", says: "A GET for a stream is 405." },
  "SHTTP-10": { source: "mcp", says: "An unknown MCP-Protocol-Version is 400; any Accept is taken." },
};
