/** Who comes to which doors of a server, and where each may come in. */
import type { OutgoingHttpHeaders } from "node:http";

/** How the server is bound, and what its operator has named. */
export const BOUND = {
  "to loopback": { HOST: "127.0.0.1" },
  "to loopback, a host and a page named": {
    HOST: "127.0.0.1",
    ALLOWED_HOSTS: "lab.example",
    ALLOWED_ORIGINS: "https://board.example",
  },
  "to all addresses": { HOST: "0.0.0.0" },
  "to all addresses, a host and a page named": {
    HOST: "0.0.0.0",
    ALLOWED_HOSTS: "lab.example",
    ALLOWED_ORIGINS: "https://board.example",
  },
  "in a Space": { HOST: "0.0.0.0", SPACE_HOST: "me-tracefix.hf.space" },
} as const;
export type Bound = keyof typeof BOUND;
export const ALL = Object.keys(BOUND) as Bound[];
const WIDE: readonly Bound[] = ["to all addresses", "in a Space"];
const NAMED: readonly Bound[] = ["to loopback, a host and a page named", "to all addresses, a host and a page named"];

export interface Caller {
  readonly who: string;
  readonly headers: OutgoingHttpHeaders;
  /** Where it may come in. */
  readonly at: readonly Bound[];
}

/** `HERE` stands for the address and port that the server is at. */
export const CALLERS: readonly Caller[] = [
  { who: "a program", headers: {}, at: ALL },
  { who: "a program that calls localhost", headers: { host: "localhost:7860" }, at: ALL },
  { who: "a program that calls IPv6's loopback", headers: { host: "[::1]" }, at: ALL },
  { who: "a health check by a pod's address", headers: { host: "10.8.0.3:7860" }, at: WIDE },
  { who: "a program that calls any name", headers: { host: "evil.example" }, at: WIDE },
  { who: "a program that calls a named host", headers: { host: "lab.example:81" }, at: [...NAMED, ...WIDE] },
  { who: "a program that calls the Space", headers: { host: "me-tracefix.hf.space" }, at: WIDE },
  { who: "a program that calls no host at all", headers: { host: "a b" }, at: [] },
  { who: "a program that hides a host", headers: { host: "evil.example@127.0.0.1" }, at: [] },
  { who: "a name like loopback's", headers: { host: "127.0.0.1.evil.example" }, at: WIDE },
  { who: "the page", headers: { origin: "http://HERE" }, at: ALL },
  { who: "the page at another scheme", headers: { origin: "https://HERE" }, at: [] },
  {
    who: "the page behind TLS",
    headers: { origin: "https://HERE", "x-forwarded-proto": "https" },
    at: ALL,
  },
  { who: "a page at another port of this host", headers: { origin: "http://127.0.0.1:1" }, at: [] },
  { who: "a page on this machine", headers: { origin: "http://localhost:6274" }, at: ALL },
  { who: "a page at an address", headers: { host: "10.8.0.3:7860", origin: "http://10.8.0.3:7860" }, at: WIDE },
  { who: "a stranger's page", headers: { origin: "https://evil.example" }, at: [] },
  { who: "a page without an origin", headers: { origin: "null" }, at: [] },
  { who: "a page of two origins", headers: { origin: "http://HERE, https://evil.example" }, at: [] },
  { who: "a page like loopback's", headers: { origin: "http://localhost.evil.example" }, at: [] },
  { who: "a rebound name", headers: { host: "evil.example", origin: "http://evil.example" }, at: [] },
  { who: "a rebound name and port", headers: { host: "evil.example:81", origin: "http://evil.example:81" }, at: [] },
  { who: "a page at a named host", headers: { host: "lab.example", origin: "https://lab.example" }, at: NAMED },
  { who: "another port of it", headers: { host: "lab.example:81", origin: "http://lab.example:82" }, at: [] },
  { who: "a named page", headers: { origin: "https://board.example" }, at: NAMED },
  { who: "a named page over http", headers: { origin: "http://board.example" }, at: [] },
  {
    who: "the Space's page",
    headers: { host: "me-tracefix.hf.space", origin: "https://me-tracefix.hf.space" },
    at: ["in a Space"],
  },
  { who: "the Space's frame", headers: { origin: "https://huggingface.co" }, at: [] },
  { who: "another Space's page", headers: { origin: "https://evil.hf.space" }, at: [] },
  {
    who: "an image of a stranger's page",
    headers: { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" },
    at: [],
  },
  { who: "a stranger's subdomain", headers: { "sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors" }, at: [] },
  { who: "the page, told by the browser", headers: { "sec-fetch-site": "same-origin" }, at: ALL },
  { who: "an address that was typed in", headers: { "sec-fetch-site": "none", "sec-fetch-mode": "navigate" }, at: ALL },
];

/** Every door there is. What they say to who has come in is another test's; here it is only not 403. */
export const DOORS: readonly (readonly [method: string, path: string])[] = [
  ["GET", "/"],
  ["GET", "/health"],
  ["GET", "/healthz"],
  ["GET", "/ready"],
  ["GET", "/readyz"],
  ["GET", "/metadata"],
  ["GET", "/schema"],
  ["GET", "/openapi.json"],
  ["GET", "/docs"],
  ["GET", "/metrics"],
  ["GET", "/operator/state"],
  ["POST", "/reset"],
  ["POST", "/step"],
  ["GET", "/state"],
  ["POST", "/mcp"],
  ["DELETE", "/mcp"],
  ["GET", "/list_environments"],
  ["GET", "/tracefix_rl/splits"],
  ["POST", "/tracefix_rl/tasks"],
  ["POST", "/tracefix_rl/num_tasks"],
  ["POST", "/tracefix_rl/task"],
  ["POST", "/tracefix_rl/task_range"],
  ["POST", "/create_session"],
  ["POST", "/create"],
  ["POST", "/ping"],
  ["POST", "/delete"],
  ["POST", "/delete_session"],
  ["GET", "/tracefix_rl/tools"],
  ["GET", "/tracefix_rl/task_tools"],
  ["GET", "/tracefix_rl/prompt"],
  ["POST", "/tracefix_rl/call"],
  ["GET", "/tools"],
  ["POST", "/call"],
  ["GET", "/web"],
  ["GET", "/web/"],
  ["GET", "/web/metadata"],
  ["GET", "/web/state"],
  ["POST", "/web/reset"],
  ["POST", "/web/step"],
  ["GET", "/api/tasks"],
  ["GET", "/api/runs"],
  ["GET", "/api/runs/none"],
  ["GET", "/api/runs/none/1"],
  ["POST", "/api/play"],
  ["GET", "/api/play/none/reference"],
  ["GET", "/api/episodes"],
  ["GET", "/api/episodes/recent"],
  ["GET", "/api/episodes/none"],
  ["GET", "/api/episodes/none/live"],
  ["GET", "/nothing/here"],
  ["OPTIONS", "/reset"],
];
export const SOCKETS = ["/ws", "/ws/ui", "/mcp"] as const;
