/** Pages of strangers, and names of strangers that lead to the server, at each of its doors. */
import { Player } from "../../../support/player.ts";
import { SUM } from "../../attack.ts";
import { type Check, type CheckGroup, firstHarm, HARMLESS, harm, type Target } from "../check.ts";
import { ask, knock } from "./ask.ts";

const DOORS = [
  "GET /metrics",
  "GET /state",
  "GET /metadata",
  "POST /reset",
  "POST /mcp",
  "GET /web/state",
  "POST /web/reset",
  "GET /api/tasks",
  "POST /api/play",
  "GET /api/episodes/recent",
];
const SOCKETS = ["/ws", "/ws/ui", "/mcp"];
const BODIES: Readonly<Record<string, unknown>> = {
  "POST /reset": { task_name: SUM, seed: 7 },
  "POST /mcp": { jsonrpc: "2.0", id: 1, method: "tools/list" },
  "POST /web/reset": {},
  "POST /api/play": {},
};

const PAGES: readonly (readonly [who: string, headers: Readonly<Record<string, string>>])[] = [
  ["a stranger's page", { origin: "https://evil.example" }],
  ["a page without an origin", { origin: "null" }],
  ["a page at a name that begins like this machine's", { origin: "http://localhost.evil.example" }],
  ["a page at a name that was led to this server", { host: "evil.example", origin: "http://evil.example" }],
];

function comesIn(who: string, headers: Readonly<Record<string, string>>): readonly Check[] {
  const byHttp = DOORS.map((door) => ({
    name: `${who} comes in at ${door}`,
    try: async (target: Target) => {
      const { status } = await ask(target, door, { headers, body: BODIES[door] });
      return status < 400 ? harm(`it is answered with ${status}`) : HARMLESS;
    },
  }));
  const bySocket = SOCKETS.map((path) => ({
    name: `${who} opens a socket at ${path}`,
    try: async (target: Target) => {
      const socket = await knock(target, path, headers);
      if (typeof socket === "string") return HARMLESS;
      socket.terminate();
      return harm("it opens");
    },
  }));
  return [...byHttp, ...bySocket];
}

const FORMS = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""];

/** A form can be sent by any page without being asked; a change of state must need more. */
const forms: readonly Check[] = FORMS.map((type) => ({
  name: `a form of a page (${type === "" ? "no type" : type}) begins an episode`,
  try: async (target: Target) => {
    const { status } = await ask(target, "POST /reset", {
      headers: { "sec-fetch-site": "same-origin", ...(type !== "" && { "content-type": type }) },
      body: '{"seed":7}',
    });
    return status < 400 ? harm(`it is answered with ${status}`) : HARMLESS;
  },
}));

/** Takes a ticket of the page's by a forged header, gives up at once, and asks for the repair. */
const repairs: readonly Check[] = ["http://localhost", "http://127.0.0.1", "http://[::1]"].map((origin) => ({
  name: `a program that says it is the page at ${origin} gives up at once and reads the repair`,
  try: async (target: Target) => {
    const given = await ask(target, "POST /api/play", { headers: { origin }, body: {} });
    const ticket = /"ticket":"([^"]+)"/.exec(given.text)?.[1];
    if (ticket === undefined) return HARMLESS;
    const player = await Player.connect(target.ws, { path: `/ws?play=${ticket}` }).catch(() => null);
    if (player === null) return HARMLESS;
    await player.reset({ task_name: SUM, seed: 7 });
    await player.step({ action_type: "SUBMIT" });
    await player[Symbol.asyncDispose]();
    const { text } = await ask(target, `GET /api/play/${ticket}/reference`, { headers: { origin } });
    return firstHarm([text.includes("def sum_even") ? "the repair is shown" : null]);
  },
}));

export const STRANGERS_PAGES: CheckGroup = {
  title: "strangers' pages at the doors",
  checks: [...PAGES.flatMap(([who, headers]) => comesIn(who, headers)), ...forms, ...repairs],
};
