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
    expect(await idle.closed).toEqual({ code: 1001, reason: "The server is stopping" });
    stage.hanging[0]?.finish();
    expect(await busy.next()).toMatchObject({ type: "observation", request_id: "last" });
    expect(await busy.closed).toEqual({ code: 1001, reason: "The server is stopping" });
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

  test("cuts off what still runs when the time is over", async () => {
    const { connect, request, server, stage } = await openHouse({ settings: { SHUTDOWN_SECONDS: "0.1" } });
    const client = await connect();
    await client.reset();
    client.send({ type: "step", data: HANG });
    await request("POST", "/reset");
    const step = request("POST", "/step", { body: { action: HANG } }).catch((error: unknown) => error);
    await stage.until(({ hanging }) => hanging.length === 2);
    await server.stop();
    expect(stage.hanging.map(({ signal }) => signal?.aborted)).toEqual([true, true]);
    await Promise.all([client.closed, step]);
  });

  test("may be told so twice, and leaves no timer behind", async () => {
    const clock = new ManualClock();
    const { connect, server } = await openHouse({ clock });
    await connect();
    expect(clock.running).toBeGreaterThan(0);
    await Promise.all([server.stop(), server.stop()]);
    expect(clock.running).toBe(0);
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
