import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { connect as connectTcp } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { ManualClock } from "../sessions/manual-clock.ts";
import { type Client, type House, openHouse } from "./harness.ts";

/** Nobody is pinged, so that a clock may leap. */
const BEHIND_PROXY = { TRUSTED_PROXIES: "127.0.0.1", PING_SECONDS: "1000" };
const GREEDY = { "x-forwarded-for": "198.51.100.1" };
const OTHER = { "x-forwarded-for": "198.51.100.2" };
const FULL = { type: "error", data: { code: "CAPACITY_REACHED" } };

/** Every 127.x.x.x is this machine's own on Linux: there one test can be many clients. */
const onLinux = test.skipIf(process.platform !== "linux");

async function seats({ connect }: House, count: number, headers: typeof GREEDY): Promise<Client[]> {
  const clients = await Promise.all(Array.from({ length: count }, () => connect("/ws", headers)));
  for (const client of clients) expect(await client.reset()).toMatchObject({ type: "observation" });
  return clients;
}

async function waiting({ registry }: House, count: number): Promise<void> {
  await expect.poll(() => registry.waiting).toBe(count);
}

describe("one client that wants everything", () => {
  test("[WS-15] gets all but a tenth of the sessions, and its next reset waits for one of its own", async () => {
    const house = await openHouse({ capacity: 20, settings: BEHIND_PROXY });
    const [first] = await seats(house, 18, GREEDY);
    const next = await house.connect("/ws", GREEDY);
    const answer = next.reset();
    await waiting(house, 1);
    await seats(house, 2, OTHER);
    expect(house.registry.active).toBe(20);
    first?.socket.close();
    expect(await answer).toMatchObject({ type: "observation" });
  });

  test("[WS-15] is told so in a frame, then closed, when none of its own became free", async () => {
    const clock = new ManualClock();
    const house = await openHouse({ capacity: 20, clock, settings: BEHIND_PROXY });
    await seats(house, 18, GREEDY);
    const next = await house.connect("/ws", GREEDY);
    next.send({ type: "reset", request_id: "r" });
    await waiting(house, 1);
    clock.advance(31_000);
    const data = { active_sessions: 18, max_sessions: 18, message: expect.stringContaining("one client") };
    expect(await next.next()).toMatchObject({ ...FULL, request_id: "r", data });
    expect(await next.closed).toEqual({ code: 1000, reason: "" });
  });

  test("[WS-15] waits also where it attaches nothing: on /mcp, whose socket is told by a JSON-RPC error", async () => {
    const clock = new ManualClock();
    const house = await openHouse({ capacity: 10, clock, settings: BEHIND_PROXY });
    await seats(house, 9, GREEDY);
    const next = await house.connect("/mcp", GREEDY);
    await waiting(house, 1);
    clock.advance(31_000);
    expect(await next.nextJson()).toMatchObject({ id: null, error: { code: -32000, data: { max_sessions: 9 } } });
    expect(await next.closed).toMatchObject({ code: 1000 });
    const other = await house.connect("/mcp", OTHER);
    expect(await other.askJson({ jsonrpc: "2.0", id: 1, method: "openenv/session/create" })).toMatchObject({ id: 1 });
  });

  test("[HTTP-23] is told 429 with Retry-After over HTTP, while another is served", async () => {
    const clock = new ManualClock();
    const house = await openHouse({ capacity: 10, clock, settings: BEHIND_PROXY });
    const reset = (client: typeof GREEDY) => house.request("POST", "/reset", { body: {}, headers: client });
    for (let count = 0; count < 9; count += 1) expect(await reset(GREEDY)).toMatchObject({ status: 200 });
    const refused = reset(GREEDY);
    await waiting(house, 1);
    clock.advance(31_000);
    const { status, headers, body } = await refused;
    expect([status, headers.get("retry-after")]).toEqual([429, "1"]);
    expect(body).toMatchObject({ code: "CAPACITY_REACHED", active_sessions: 9, max_sessions: 9 });
    expect(await reset(OTHER)).toMatchObject({ status: 200 });
    expect(await reset(OTHER)).toMatchObject({ status: 503, body: { code: "CAPACITY_REACHED" } });
  });

  test("leaves nothing waiting when it hangs up", async () => {
    const house = await openHouse({ capacity: 10, settings: BEHIND_PROXY });
    const held = await seats(house, 9, GREEDY);
    const next = await house.connect("/ws", GREEDY);
    next.send({ type: "reset" });
    await waiting(house, 1);
    next.socket.terminate();
    await waiting(house, 0);
    for (const { socket } of held) socket.terminate();
    await expect.poll(() => house.registry.active).toBe(0);
  });

  test("that hangs up over HTTP is given no place that it would never learn of", async () => {
    const house = await openHouse({ capacity: 10, settings: BEHIND_PROXY });
    const held = await seats(house, 9, GREEDY);
    const hangUp = new AbortController();
    const post = (path: string, body: object) =>
      fetch(`${house.url}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...GREEDY },
        body: JSON.stringify(body),
        signal: hangUp.signal,
      }).catch(() => null);
    const asked = [
      post("/reset", { episode_id: "left" }),
      post("/mcp", { jsonrpc: "2.0", id: 1, method: "openenv/session/create" }),
      post("/mcp", { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "run_tests" } }),
    ];
    await waiting(house, 3);
    hangUp.abort();
    await Promise.all(asked);
    await waiting(house, 0);
    for (const { socket } of held) socket.terminate();
    await expect.poll(() => house.registry.active).toBe(0);
    const again = await house.request("POST", "/reset", { body: { episode_id: "left" } });
    expect(again.status).toBe(200);
  });

  test("cannot be another by a header that no trusted proxy sends", async () => {
    const house = await openHouse({ capacity: 10 });
    await seats(house, 9, GREEDY);
    const next = await house.connect("/ws", OTHER);
    next.send({ type: "reset" });
    await waiting(house, 1);
  });

  onLinux("is its address, and who comes from another gets in", async () => {
    const house = await openHouse({ capacity: 10 });
    for (let count = 0; count < 9; count += 1) await (await house.connect()).reset();
    (await house.connect()).send({ type: "reset" });
    await waiting(house, 1);
    const other = await house.connectFrom("127.0.0.2");
    expect(await other.reset()).toMatchObject({ type: "observation" });
  });

  test("has its own figures in /metrics", async () => {
    const house = await openHouse({ capacity: 10, settings: BEHIND_PROXY });
    await seats(house, 9, GREEDY);
    (await house.connect("/ws", GREEDY)).send({ type: "reset" });
    await waiting(house, 1);
    const { body } = await house.request("GET", "/metrics");
    expect(body).toMatch(/^tracefix_sessions_waiting 1$/m);
    expect(body).toMatch(/^tracefix_client_refusals_total 0$/m);
    expect(body).toMatch(/^tracefix_connections_active 10$/m);
  });
});

describe("one client that opens connections only", () => {
  const FEW = { MAX_CONNECTIONS: "20", CLIENT_CONNECTIONS: "5", PING_SECONDS: "1000" };

  /** Asks over a connection of its own, from this address: for /schema or what is named, and /mcp for its tools. */
  function ask(
    { url }: House,
    localAddress: string,
    path: "/schema" | "/mcp" | "/ready?x" = "/schema",
  ): Promise<{ status: number; headers: IncomingHttpHeaders }> {
    const isCall = path === "/mcp";
    const options = { agent: false, localAddress, method: isCall ? "POST" : "GET" };
    return new Promise((resolve, reject) => {
      const asked = httpRequest(`${url}${path}`, options, (answer) => {
        answer.resume().on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
      });
      asked.on("error", reject).end(isCall ? '{"jsonrpc":"2.0","id":1,"method":"tools/list"}' : undefined);
    });
  }

  onLinux("[WS-15] waits for its turn, and gets it when one of its own has gone", async () => {
    const house = await openHouse({ settings: FEW });
    const [first] = await Promise.all([1, 2, 3, 4, 5].map(() => house.connect()));
    const sixth = house.connect();
    const other = await house.connectFrom("127.0.0.2");
    expect(await other.reset()).toMatchObject({ type: "observation" });
    first?.socket.close();
    expect(await (await sixth).reset()).toMatchObject({ type: "observation" });
  });

  onLinux("[WS-15] [HTTP-23] is told after a while: by a frame and the close, or by 429 with Retry-After", async () => {
    const clock = new ManualClock();
    const house = await openHouse({ clock, settings: FEW });
    await Promise.all([1, 2, 3, 4, 5].map(() => house.connect()));
    const sixth = house.connect();
    const asked = Promise.all([ask(house, "127.0.0.1"), ask(house, "127.0.0.1", "/mcp")]);
    expect(await ask(house, "127.0.0.1", "/ready?x")).toMatchObject({ status: 200 });
    // Their turns begin when the server has seen them; who comes from elsewhere is answered meanwhile.
    const refusals = async () => {
      clock.advance(1_000);
      const { headers } = await ask(house, "127.0.0.2");
      return headers;
    };
    let answered = false;
    void asked.then(() => {
      answered = true;
    });
    while (!answered) await refusals();
    const named = { "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/) };
    const refused = { status: 429, headers: { "retry-after": "1", connection: "close", ...named } };
    expect(await asked).toMatchObject([refused, refused]);
    const client = await sixth;
    expect(await client.next()).toMatchObject(FULL);
    expect(await client.closed).toMatchObject({ code: 1000 });
  });

  onLinux("cannot hold by silence what others need", async () => {
    const house = await openHouse({ settings: FEW });
    const port = Number(new URL(house.url).port);
    const many = Array.from({ length: 200 }, () => connectTcp({ port, host: "127.0.0.1", localAddress: "127.0.0.3" }));
    onTestFinished(() => {
      for (const socket of many) socket.destroy();
    });
    for (const socket of many) socket.on("error", () => undefined);
    // Five are its own, some may wait to be told, and the rest are cut off.
    await expect.poll(() => many.filter(({ closed }) => closed).length).toBeGreaterThan(150);
    const other = await house.connectFrom("127.0.0.2");
    expect(await other.reset()).toMatchObject({ type: "observation" });
  });
});
