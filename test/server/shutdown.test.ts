import { once } from "node:events";
import { connect as connectTcp } from "node:net";
import { describe, expect, test } from "vitest";
import { ManualClock } from "../sessions/manual-clock.ts";
import { openHouse } from "./harness.ts";

const HANG = { action_type: "HANG" };

describe("a server that is told to stop", () => {
  test("answers the step that runs over a socket, then closes it with a reason", async () => {
    const { connect, server, stage, registry } = await openHouse();
    const [busy, idle] = [await connect(), await connect()];
    await busy.reset();
    busy.send({ type: "step", data: HANG, request_id: "last" });
    await stage.until(({ hanging }) => hanging.length === 1);
    const stopped = server.stop();
    expect(await idle.closed).toEqual({ code: 1012, reason: "The server is stopping" });
    stage.hanging[0]?.finish();
    expect(await busy.next()).toMatchObject({ type: "observation", request_id: "last" });
    expect(await busy.closed).toEqual({ code: 1012, reason: "The server is stopping" });
    await stopped;
    expect(registry.active).toBe(0);
  });

  test("answers the step that runs over HTTP", async () => {
    const { request, server, stage } = await openHouse();
    await request("POST", "/reset");
    const step = request("POST", "/step", { body: { action: HANG } });
    await stage.until(({ hanging }) => hanging.length === 1);
    const stopped = server.stop();
    stage.hanging[0]?.finish();
    expect(await step).toMatchObject({ status: 200, body: { observation: { step_count: 1 } } });
    await stopped;
  });

  test("takes no new connection", async () => {
    const { connect, request, server } = await openHouse();
    await server.stop();
    await expect(connect()).rejects.toThrow("ECONNREFUSED");
    await expect(request("GET", "/health")).rejects.toThrow("fetch failed");
  });

  test("gives up what still runs when the time is over, and says so", async () => {
    const { connect, request, server, stage } = await openHouse({ settings: { SHUTDOWN_SECONDS: "0.1" } });
    const client = await connect();
    await client.reset();
    client.send({ type: "step", data: HANG });
    await request("POST", "/reset");
    const step = request("POST", "/step", { body: { action: HANG } });
    await stage.until(({ hanging }) => hanging.length === 2);
    await server.stop();
    expect(stage.hanging.map(({ signal }) => signal?.aborted)).toEqual([true, true]);
    const message = "The server is stopping; connect again";
    expect(await step).toMatchObject({ status: 503, body: { code: "SESSION_ERROR", detail: message } });
    expect(await client.next()).toMatchObject({ type: "error", data: { code: "SESSION_ERROR", message } });
    expect((await client.closed).code).toBeLessThan(1002);
  });

  test("lets nobody in who waited for his turn", async () => {
    const settings = { CLIENT_CONNECTIONS: "1", SHUTDOWN_SECONDS: "600" };
    const { connect, server, stage, request } = await openHouse({ settings });
    const first = await connect();
    await first.reset();
    first.send({ type: "step", data: HANG });
    await stage.until(({ hanging }) => hanging.length === 1);
    const second = connect().catch((error: unknown) => String(error));
    const waiting = async () => String((await request("GET", "/metrics")).body);
    await expect.poll(waiting).toContain("tracefix_connections_waiting 1\n");
    const stopped = server.stop();
    stage.hanging[0]?.finish();
    expect(await second).toContain("503");
    await stopped;
  });

  test("may be told so twice, and leaves no timer behind", async () => {
    const clock = new ManualClock();
    const { connect, server } = await openHouse({ clock });
    await connect();
    expect(clock.running).toBeGreaterThan(0);
    await Promise.all([server.stop(), server.stop()]);
    expect(clock.running).toBe(0);
  });

  test.each([
    ["an upgrade to an address that there is not", "GET /nope HTTP/1.1\r\n", 404],
    ["an upgrade by a page of another origin", "GET /mcp HTTP/1.1\r\norigin: http://elsewhere.example\r\n", 403],
    ["an upgrade of an old version", "GET /ws HTTP/1.1\r\nsec-websocket-version: 7\r\n", 400],
    ["an upgrade to no session", "GET /ws?session_id=none HTTP/1.1\r\nsec-websocket-version: 13\r\n", 101],
  ])("is not held up by a client that was refused %s and never hangs up", async (_, head, status) => {
    const { url, server } = await openHouse({ settings: { SHUTDOWN_SECONDS: "0.1" } });
    const socket = connectTcp({ port: Number(new URL(url).port), host: "127.0.0.1", allowHalfOpen: true });
    const ended = once(socket, "end");
    const key = "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==";
    socket.write(`${head}Host: localhost\r\nupgrade: websocket\r\nconnection: upgrade\r\n${key}\r\n\r\n`);
    const [answer] = await once(socket, "data");
    expect(String(answer)).toContain(`HTTP/1.1 ${status} `);
    socket.resume();
    await ended;
    await server.stop();
    socket.destroy();
  });

  test("leaves no socket behind", async () => {
    const sockets = () => process.getActiveResourcesInfo().filter((name) => name.startsWith("TCP")).length;
    const { connect, server } = await openHouse();
    const clients = await Promise.all(Array.from({ length: 20 }, () => connect()));
    await Promise.all(clients.map((client) => client.reset()));
    expect(sockets()).toBeGreaterThanOrEqual(40);
    await server.stop();
    await expect.poll(sockets).toBe(0);
  });
});

test("a request whose client has hung up does not hold up the end", async () => {
  const { server, stage, url, request } = await openHouse({ settings: { SHUTDOWN_SECONDS: "600" } });
  await request("POST", "/reset");
  const hangUp = new AbortController();
  const step = fetch(`${url}/step`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ action: HANG }),
    signal: hangUp.signal,
  }).catch((error: unknown) => error);
  await stage.until(({ hanging }) => hanging.length === 1);
  hangUp.abort();
  await step;
  // With the count of requests still up, this would take the ten minutes.
  await server.stop();
});
