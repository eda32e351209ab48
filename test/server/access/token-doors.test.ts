/** What each door of a server that gave tokens out says to who brings none, a wrong one, or one of each right. */
import { Writable } from "node:stream";
import { pino } from "pino";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { ManualClock } from "../../sessions/manual-clock.ts";
import { DOORS } from "../door-tables.ts";
import { type House, type HouseOptions, openHouse } from "../harness.ts";

const PLAY = "a-token-that-may-play";
const READ = "a-token-that-may-read";
const BOTH = "a-token-that-may-do-both";
const TOKENS = `play:${PLAY},read:${READ},play+read:${BOTH}`;

const open = (options: HouseOptions = {}) =>
  openHouse({ ...options, settings: { TRACEFIX_TOKENS: TOKENS, RUNS_DIR: "/nowhere", ...options.settings } });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Those that are named here say nothing of what is played; every other has to be opened. */
const OPEN: ReadonlySet<string> = new Set([
  ...["/", "/health", "/healthz", "/ready", "/readyz", "/metadata", "/schema", "/openapi.json", "/docs"],
  ...["/web", "/web/", "/web/metadata", "/nothing/here"],
]);
const NEEDS_READ = /^\/(?:metrics|api\/episodes.*|api\/runs.*|web\/state)$/;
const NEEDS_BOTH: ReadonlySet<string> = new Set(["/web/reset", "/web/step"]);

/** Which of the tokens open a door. */
function openedBy(path: string): readonly string[] {
  if (NEEDS_BOTH.has(path)) return [BOTH];
  if (path === "/api/tasks") return [PLAY, READ, BOTH];
  return NEEDS_READ.test(path) ? [READ, BOTH] : [PLAY, BOTH];
}

test("every route but the open ones asks for a token with its right", async () => {
  const house = await open();
  const wrong: string[] = [];
  for (const [method, path] of DOORS) {
    // One has a token of its own, one is not there where the page knows no tasks, and nothing answers to that method.
    if (path === "/operator/state" || path.endsWith("/reference") || method === "OPTIONS") continue;
    const body = method === "POST" ? { body: {} } : {};
    const say = (who: string, status: number) => wrong.push(`${method} ${path} with ${who}: ${status}`);
    const without = await house.request(method, path, body);
    if (OPEN.has(path)) {
      if (without.status === 401) say("no token", without.status);
      continue;
    }
    const unknown = await house.request(method, path, { ...body, headers: bearer("a-token-that-is-unknown") });
    for (const [who, answer] of [["no token", without] as const, ["an unknown token", unknown] as const]) {
      const { status, headers, body: told } = answer;
      const isChallenged = headers.get("www-authenticate")?.startsWith("Bearer ");
      if (status !== 401 || !isChallenged || !JSON.stringify(told).includes("UNAUTHORIZED")) say(who, status);
    }
    for (const token of [PLAY, READ, BOTH]) {
      const { status, body: told } = await house.request(method, path, { ...body, headers: bearer(token) });
      const isRefused = status === 403 && JSON.stringify(told).includes("with this token");
      if (status === 401 || isRefused === openedBy(path).includes(token)) say(token, status);
    }
  }
  expect(wrong).toEqual([]);
});

test("who has not the right is told which one it is", async () => {
  const house = await open();
  const { headers, body } = await house.request("POST", "/reset", { body: {}, headers: bearer(READ) });
  expect(headers.get("www-authenticate")).toBe('Bearer realm="tracefix-rl", error="insufficient_scope", scope="play"');
  expect(body).toMatchObject({ code: "FORBIDDEN", detail: expect.stringContaining("it has not the right to play") });
});

test("the operator's own token opens its route, and no other", async () => {
  const operator = "a-token-of-the-operator";
  const house = await open({ settings: { OPERATOR_TOKEN: operator } });
  expect(await house.request("GET", "/operator/state", { headers: bearer(operator) })).toMatchObject({ status: 200 });
  expect(await house.request("GET", "/metrics", { headers: bearer(operator) })).toMatchObject({ status: 401 });
});

test("a reader's token watches from anywhere where nobody else may, but where nobody may at all", async () => {
  const forwarded = { "x-forwarded-for": "203.0.113.7" };
  const ask = (house: House) =>
    house.request("GET", "/api/episodes/recent", { headers: { ...bearer(READ), ...forwarded } });
  expect(await ask(await open())).toMatchObject({ status: 200 });
  expect(await ask(await open({ settings: { WATCH: "off" } }))).toMatchObject({ status: 403 });
});

const SOCKETS = ["/ws", "/mcp", "/ws/ui"] as const;
const rightOf = (path: string) => (path === "/ws/ui" ? READ : PLAY);
const otherOf = (path: string) => (path === "/ws/ui" ? PLAY : READ);
const refusalAt = (path: string, code: string) =>
  path === "/mcp"
    ? expect.objectContaining({ error: expect.anything() })
    : { type: "error", data: expect.objectContaining({ code }) };

test.each(SOCKETS)(
  "%s takes a token by header, by subprotocol and by its first message, and tells none back",
  async (path) => {
    const house = await open();
    const socket = await house.connect(path, bearer(rightOf(path)));
    expect(socket.socket.protocol).toBe("");

    const url = `${house.url.replace("http", "ws")}${path}`;
    const offered = new WebSocket(url, ["tracefix", `tracefix.token.${rightOf(path)}`]);
    await new Promise<void>((resolve, reject) => offered.once("open", resolve).once("error", reject));
    expect(offered.protocol).toBe("tracefix");
    offered.terminate();

    const late = await house.connect(path);
    const asked = { type: "authorize", data: { token: rightOf(path) }, request_id: "mine" };
    // Who watches is told of what there is first.
    const told = [await late.askJson(asked), ...(path === "/ws/ui" ? [await late.nextJson()] : [])];
    expect(told).toContainEqual({
      type: "authorized",
      data: { rights: [path === "/ws/ui" ? "read" : "play"] },
      request_id: "mine",
    });
  },
);

test.each(SOCKETS)("%s refuses who shows no token with 4401, and who has not the right with 4403", async (path) => {
  const house = await open();
  const unknown = await house.connect(path, bearer("a-token-that-is-unknown"));
  expect(await unknown.nextJson()).toEqual(refusalAt(path, "UNAUTHORIZED"));
  expect(await unknown.closed).toMatchObject({ code: 4401 });
  const other = await house.connect(path, bearer(otherOf(path)));
  expect(await other.nextJson()).toEqual(refusalAt(path, "FORBIDDEN"));
  expect(await other.closed).toMatchObject({ code: 4403 });
  for (const first of [
    '{"type":"reset"}',
    '{"jsonrpc":"2.0","id":1,"method":"tools/list"}',
    "x",
    '{"type":"authorize"}',
  ]) {
    const silent = await house.connect(path);
    expect(await silent.askJson(first)).toEqual(refusalAt(path, "UNAUTHORIZED"));
    expect(await silent.closed).toMatchObject({ code: 4401 });
  }
  const wrong = await house.connect(path);
  const asked = { type: "authorize", data: { token: otherOf(path) } };
  expect(await wrong.askJson(asked)).toEqual(refusalAt(path, "FORBIDDEN"));
  expect(await wrong.closed).toMatchObject({ code: 4403 });
  expect(house.stage.requests).toEqual([]);
  expect(house.registry.active).toBe(0);
});

test("a socket that shows its token plays as any other", async () => {
  const house = await open();
  const client = await house.connect();
  client.send({ type: "authorize", data: { token: BOTH } });
  client.send({ type: "reset", data: {} });
  expect(await client.nextJson()).toMatchObject({ type: "authorized", data: { rights: ["play", "read"] } });
  expect(await client.next()).toMatchObject({ type: "observation" });
});

test("where no tokens are given out, a first message that brings one is answered all the same", async () => {
  const house = await openHouse();
  const client = await house.connect();
  expect(await client.askJson({ type: "authorize", data: { token: PLAY } })).toMatchObject({ type: "authorized" });
  expect(await client.reset()).toMatchObject({ type: "observation" });
});

test("a socket that shows no token in ten seconds is closed", async () => {
  const clock = new ManualClock();
  const house = await open({ clock });
  const silent = await house.connect();
  clock.advance(20_000);
  expect(await silent.next()).toMatchObject({ type: "error", data: { code: "UNAUTHORIZED" } });
  expect(await silent.closed).toMatchObject({ code: 4401 });
});

test("no token is in the log, in an answer or in a figure", async () => {
  let logged = "";
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  const house = await open({ log: pino({ level: "trace" }, sink) });
  const secrets = [PLAY, READ, BOTH, "a-token-that-is-unknown"];
  const answers: unknown[] = [];
  for (const token of secrets) {
    for (const path of ["/metrics", "/state", "/nothing"]) {
      const named = { ...bearer(token), "x-request-id": "mine" };
      const { body, headers } = await house.request("GET", path, { headers: named });
      answers.push(body, Object.fromEntries(headers));
    }
    const client = await house.connect("/ws", { "x-request-id": "mine" });
    answers.push(await client.askJson({ type: "authorize", data: { token } }));
    const handshake = await house.connect("/ws", bearer(token));
    answers.push(await handshake.askJson({ type: "authorize", data: { token } }).catch(() => null));
    answers.push(handshake.handshake);
  }
  expect(logged).toContain("mine");
  for (const token of secrets) expect(`${logged}${JSON.stringify(answers)}`).not.toContain(token);
});
