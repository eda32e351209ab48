/** HTTP: the simulation's endpoints, the environment's card, production mode. */
import type { Requirements } from "./requirement.ts";

export const HTTP: Requirements = {
  "HTTP-1": { source: "validator", says: "GET /health answers 200 and status healthy, without a redirect." },
  "HTTP-2": { source: "validator", says: "GET /metadata has all six keys; what is unknown is null." },
  "HTTP-3": {
    source: "validator",
    says: "GET /schema gives four JSON Schemas of draft 2020-12, uncompressed, under 1 MiB, with local references only.",
  },
  "HTTP-4": {
    source: "validator",
    says: "The published observations allow reward and done inside, where the validator puts them back.",
  },
  "HTTP-5": {
    source: "validator",
    says: "GET /openapi.json has an info.version of 1.… and, in simulation mode, the paths /reset, /step and /state.",
  },
  "HTTP-6": { source: "recorded", says: "/docs shows the HTTP interface." },
  "HTTP-7": { source: "recorded", says: "/ and /web lead to /web/ by a 307." },
  "HTTP-8": {
    source: "recorded",
    says: "POST /reset and POST /step answer exactly observation, reward, done and metadata, the last also inside the observation; GET /state answers episode_id and step_count.",
  },
  "HTTP-9": { source: "recorded", says: "POST /reset takes no body, an empty one, and nulls." },
  "HTTP-10": { source: "recorded", says: "POST /step takes timeout_s and request_id." },
  "HTTP-11": {
    source: "own",
    says: "An episode over HTTP goes on from step to step, found by its episode_id.",
    differs: {
      reference: "makes and throws away an environment for every request",
      because: "no episode of more than one step could be played",
    },
  },
  "HTTP-12": {
    source: "recorded",
    says: "A fault of an envelope is a 422 with a list of issues located from body.",
    differs: {
      reference: "takes a seed of true, and extra fields",
      because: "what a caller misspells or mistypes must not be dropped silently",
    },
  },
  "HTTP-13": { source: "recorded", says: "A fault of an action is a 422 with issues located without a prefix." },
  "HTTP-14": { source: "recorded", says: "A body that is no JSON, or no object, or of another content type is a 422." },
  "HTTP-15": { source: "recorded", says: "An unknown path is 404 Not Found." },
  "HTTP-16": { source: "recorded", says: "A wrong method is 405 Method Not Allowed." },
  "HTTP-17": { source: "own", says: "No capacity is a 503 with Retry-After." },
  "HTTP-18": {
    source: "trainers",
    says: "What a policy gets wrong in an action is an observation with a penalty, and a step.",
    differs: {
      reference: "answers an error",
      because: "error frames end rollouts in some trainers, and a policy should learn from its mistakes",
    },
  },
  "HTTP-19": {
    source: "client",
    says: "A step before a reset is an error, never a hidden reset.",
    differs: {
      reference: "lets an environment step before its first reset",
      because: "a client that reconnected silently would go on in an episode that is not its own",
    },
  },
  "HTTP-21": { source: "reference", says: "The card's readme_content is the README." },
  "HTTP-20": { source: "own", says: "When timeout_s is over the answer is a 504, and the step was not taken." },
  "HTTP-22": {
    source: "own",
    says: "An episode that was reset with X-Tracefix-Session is its sender's alone; without it a secret is drawn and told in that header, and no stranger's reset ends a live episode.",
  },
  "HTTP-23": {
    source: "own",
    says: "Who has its share of sessions or connections waits its turn, and is told 429 with Retry-After where that takes too long.",
  },
};

export const MODE: Requirements = {
  "MODE-1": { source: "recorded", says: "In production mode /reset, /step and /state are not found." },
  "MODE-2": { source: "validator", says: "In production mode the OpenAPI description has none of the three paths." },
  "MODE-3": { source: "recorded", says: "In production mode health, card, schemas and the Task API are there." },
  "MODE-4": {
    source: "client",
    says: "In production mode a tool client makes a session, attaches a socket, calls tools over HTTP and closes.",
  },
};
