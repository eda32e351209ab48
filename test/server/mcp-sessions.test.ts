/** Sessions of `/mcp`: made, named, closed, and ended when nobody asks for them. */
import { describe, expect, test } from "vitest";
import { ManualClock } from "../sessions/manual-clock.ts";
import { openHouse } from "./harness.ts";
import { call, createSession, post, rpc, rpcError } from "./rpc.ts";

describe("a session of /mcp", () => {
  test("[MCP-17] is made, takes a slot, and gives it back when it is closed", async () => {
    const house = await openHouse();
    const session_id = await createSession(house);
    expect(house.registry.active).toBe(1);
    const closed = await post(house, rpc("openenv/session/close", { session_id }));
    expect(closed).toEqual({ jsonrpc: "2.0", id: 7, result: { session_id, closed: true } });
    expect(house.registry.active).toBe(0);
    expect(await call(house, "run_tests", { session_id })).toEqual(
      rpcError(-32602, `Unknown session_id: ${session_id}`),
    );
  });

  test("[MCP-17] can only be closed by its id", async () => {
    const house = await openHouse();
    const close = (params?: object) => post(house, rpc("openenv/session/close", params));
    expect(await close()).toEqual(rpcError(-32602, "Invalid params - 'session_id' is required"));
    expect(await close({ session_id: "" })).toEqual(rpcError(-32602, "Invalid params - 'session_id' is required"));
    expect(await close({ session_id: "zzz" })).toEqual(rpcError(-32602, "Unknown session_id: zzz"));
  });

  test("[MCP-18] counts against the same capacity as every other", async () => {
    const house = await openHouse({ capacity: 2 });
    await createSession(house);
    await (await house.connect()).reset();
    const data = { active_sessions: 2, max_sessions: 2 };
    const refused = { error: { code: -32000, message: expect.stringContaining("2/2"), data } };
    expect(await post(house, rpc("openenv/session/create"))).toMatchObject(refused);
    expect(await call(house, "run_tests")).toMatchObject(refused);
    expect(await house.request("POST", "/reset")).toMatchObject({ status: 503 });
  });

  test("[MCP-19] ends when nobody asks for it for too long, and not while it is asked for", async () => {
    const clock = new ManualClock();
    const house = await openHouse({ clock, settings: { HTTP_IDLE_SECONDS: "100" } });
    const [kept, left] = [await createSession(house), await createSession(house)];
    await call(house, "run_tests");
    clock.advance(60_000);
    await call(house, "run_tests", { session_id: kept });
    clock.advance(60_000);
    expect(house.registry.active).toBe(1);
    expect(await call(house, "run_tests", { session_id: left })).toEqual(rpcError(-32602));
    expect(await call(house, "run_tests", { session_id: kept })).toMatchObject({ result: { data: { step_count: 2 } } });
    expect(await call(house, "run_tests")).toMatchObject({ result: { data: { step_count: 1 } } });
    clock.advance(120_000);
    expect(house.registry.active).toBe(0);
  });

  test("[MCP-18] is lost neither to a factory that fails nor to clients that come and go", async () => {
    const house = await openHouse({ capacity: 3 });
    house.stage.failFactory = true;
    expect(await post(house, rpc("openenv/session/create"))).toEqual(rpcError(-32000));
    house.stage.failFactory = false;
    for (let count = 0; count < 50; count += 1) {
      const session_id = await createSession(house);
      await call(house, "run_tests", { session_id });
      await post(house, rpc("openenv/session/close", { session_id }));
    }
    expect(house.registry.active).toBe(0);
  });

  test("[MCP-17] gives up what runs when it is closed", async () => {
    const house = await openHouse();
    const session_id = await createSession(house);
    house.stage.hangSteps = true;
    const running = call(house, "run_tests", { session_id });
    await house.stage.until(({ hanging }) => hanging.length === 1);
    await post(house, rpc("openenv/session/close", { session_id }));
    expect(await running).toEqual(rpcError(-32000));
    expect(house.registry.active).toBe(0);
  });

  test("[MCP-19] leaves no timer behind when the server stops", async () => {
    const clock = new ManualClock();
    const house = await openHouse({ clock });
    await createSession(house);
    await house.server.stop();
    expect([clock.running, house.registry.active]).toEqual([0, 0]);
  });
});
