/** A step that is sent again under its `request_id` is taken once, at every door that has one. */
import { describe, expect, test } from "vitest";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import { openWorldGym } from "../environment/support/open-gym.ts";
import { type House, openHouse } from "./harness.ts";
import { rpc } from "./rpc.ts";

const RUN = { action_type: "RUN_TESTS" };

function openPlayed(): Promise<House> {
  const { tasks, sandbox } = openWorldGym();
  return openHouse({ environment: (session) => new TraceFixRLGym({ tasks, sandboxFor: () => sandbox, session }) });
}

describe("over a WebSocket", () => {
  test.each(["full", "lean"])("the answer is the same frame, byte for byte, in the form %s", async (observation) => {
    const house = await openPlayed();
    const client = await house.connect();
    await client.reset({ observation });
    const ask = (request_id: string, action: object = RUN) =>
      client.askJson({ type: "step", data: action, request_id });
    const first = JSON.stringify(await ask("a"));
    expect(JSON.stringify(await ask("a"))).toBe(first);
    expect(await ask("a", { action_type: "VIEW_CODE" })).toMatchObject({
      type: "error",
      data: { code: "REQUEST_ID_REUSED" },
      request_id: "a",
    });
    expect(await client.ask({ type: "state" })).toMatchObject({ data: { step_count: 1 } });
    expect(house.registry.counts.steps).toBe(1);
    expect(await ask("b")).toMatchObject({ data: { observation: { step_count: 2 } } });
  });

  test("calls of tools in frames are steps like others", async () => {
    const house = await openPlayed();
    const client = await house.connect();
    await client.reset();
    const step = { type: "step", data: { type: "call_tool", tool_name: "run_tests", arguments: {} }, request_id: "a" };
    const mcp = { type: "mcp", data: rpc("tools/call", { name: "run_tests", arguments: {} }), request_id: "b" };
    for (const frame of [step, mcp]) {
      const first = JSON.stringify(await client.askJson(frame));
      expect(JSON.stringify(await client.askJson(frame))).toBe(first);
    }
    expect(house.registry.counts.steps).toBe(2);
    expect(await client.askJson({ ...step, request_id: "b" })).toMatchObject({
      data: { observation: { error: null } },
    });
    expect(await client.askJson({ type: "step", data: RUN, request_id: "b" })).toMatchObject({
      data: { code: "REQUEST_ID_REUSED" },
    });
  });

  test("a batch has one name for all its items, and an item may have one of its own", async () => {
    const house = await openPlayed();
    const client = await house.connect();
    const sessions = ["x", "y"];
    await client.askJson({ type: "batch", data: sessions.map((session) => ({ session, type: "reset" })) });
    const [x, y] = sessions.map((session) => ({ session, type: "step", data: RUN }));
    const first = JSON.stringify(await client.askJson({ type: "batch", data: [x, y], request_id: "b" }));
    expect(JSON.stringify(await client.askJson({ type: "batch", data: [x, y], request_id: "b" }))).toBe(first);
    expect(house.registry.counts.steps).toBe(2);
    const own = { type: "batch", data: [{ ...x, request_id: "own" }, y] };
    await client.askJson(own);
    await client.askJson(own);
    expect(house.registry.counts.steps).toBe(5);
  });
});

describe("over HTTP", () => {
  test("the body is the same, also when the step has ended the episode", async () => {
    const { request, registry } = await openPlayed();
    await request("POST", "/reset", { body: { episode_id: "e" } });
    for (const action_type of ["RUN_TESTS", "SUBMIT"]) {
      const body = { action: { action_type }, episode_id: "e", request_id: action_type };
      const first = await request("POST", "/step", { body });
      const again = await request("POST", "/step", { body });
      expect([again.status, JSON.stringify(again.body)]).toEqual([200, JSON.stringify(first.body)]);
      const other = { ...body, action: { action_type: "VIEW_CODE" } };
      expect(await request("POST", "/step", { body: other })).toMatchObject({
        status: 409,
        body: { code: "REQUEST_ID_REUSED" },
      });
    }
    expect([registry.counts.steps, registry.active]).toEqual([2, 0]);
    const late = { action: RUN, episode_id: "e", request_id: "late" };
    expect(await request("POST", "/step", { body: late })).toMatchObject({ body: { code: "EXECUTION_ERROR" } });
  });
});
