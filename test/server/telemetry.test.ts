import { describe, expect, test } from "vitest";
import { validationAnswerSchema, validationOpenedSchema } from "../support/validation-answers.ts";
import { type Client, type House, openHouse } from "./harness.ts";

const TOKEN = "a-token-of-a-validator-that-is-long-enough";
const settings = { OPENENV_VALIDATION_TOKEN: TOKEN };

const opening = (data: object = { schema_version: 1, token: TOKEN }) => ({ type: "validation_open", data });
const reading = (capability: string) => ({ type: "validation_read", data: { schema_version: 1, capability } });
const refused = { type: "error", data: { code: "VALIDATION_ERROR" } };

async function watched(house: House): Promise<{ readonly client: Client; readonly capability: string }> {
  const client = await house.connect();
  const { data } = validationOpenedSchema.parse(await client.askJson(opening()));
  return { client, capability: data.capability };
}

async function read(client: Client, capability: string) {
  return validationAnswerSchema.parse(await client.askJson(reading(capability))).data;
}

describe("validation telemetry", () => {
  test("[TELE-1] opens by the server's token as a socket's first message only, once", async () => {
    const house = await openHouse({ settings });
    const { client } = await watched(house);
    expect(await client.ask(opening())).toMatchObject(refused);
    const late = await house.connect();
    await late.reset();
    expect(await late.ask({ ...opening(), request_id: "r" })).toMatchObject({ ...refused, request_id: "r" });
  });

  test("[TELE-2] stays shut to a wrong or malformed token, and tells nothing of either", async () => {
    const house = await openHouse({ settings });
    const client = await house.connect();
    const wrong = "wrong-".repeat(8);
    for (const data of [{}, { schema_version: 1, token: wrong }, { schema_version: 2, token: TOKEN }]) {
      const answer = await client.ask(opening(data));
      expect(answer).toMatchObject(refused);
      expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${TOKEN}|${wrong}`));
    }
    expect(await client.askJson(opening())).toMatchObject({ type: "validation_open" });
  });

  test.each([
    ["without a token", {}],
    ["in production mode", { ...settings, OPENENV_MODE: "production" }],
  ])("[TELE-2] is not there %s, and the socket plays on", async (_, given) => {
    const house = await openHouse({ settings: given });
    const client = await house.connect();
    const answer = await client.ask(opening());
    expect(answer).toMatchObject({ type: "error", data: { code: "UNKNOWN_TYPE" } });
    expect(JSON.stringify(answer)).not.toContain(TOKEN);
    expect(await client.reset()).toMatchObject({ type: "observation" });
  });

  test("[TELE-3] shows a socket's record to its own capability alone", async () => {
    const house = await openHouse({ settings });
    const first = await watched(house);
    const second = await watched(house);
    expect(await first.client.ask(reading(second.capability))).toMatchObject(refused);
    expect(await first.client.ask(reading("x".repeat(43)))).toMatchObject(refused);
    const fresh = await house.connect();
    expect(await fresh.ask(reading(first.capability))).toMatchObject(refused);
    expect(await read(first.client, first.capability)).toMatchObject({ seed: null, trajectory: { records: [] } });
  });

  test("[TELE-4] [TELE-5] repeats what was asked and answered, and the seed, but no secret", async () => {
    const { client, capability } = await watched(await openHouse({ settings }));
    const requests = [
      { type: "reset", data: { seed: 42, episode_id: "e" } },
      { type: "state" },
      { type: "step", data: { action_type: "RUN_TESTS" } },
      { type: "state" },
    ];
    const records: unknown[] = [];
    for (const request of requests) {
      records.push({ operation: request.type, request, response: await client.askJson(request) });
    }
    expect(await client.ask({ type: "nonsense" })).toMatchObject({ type: "error" });
    const snapshot = await read(client, capability);
    expect(snapshot.trajectory).toMatchObject({ source: "openenv-server", complete: true, reason: null, records });
    expect(snapshot.seed).toEqual({ requested: true, value: 42, accepted: true });
    expect(JSON.stringify(snapshot)).not.toMatch(new RegExp(`${TOKEN}|${capability}`));
    await client.reset();
    expect((await read(client, capability)).seed).toMatchObject({ requested: false, accepted: false });
  });

  test("[TELE-6] draws each step's reward as a weighted sum of its components", async () => {
    const { client, capability } = await watched(await openHouse({ settings }));
    await client.reset();
    expect((await read(client, capability)).rubric.every(({ evaluated }) => !evaluated)).toBe(true);
    await client.step("RUN_TESTS");
    await client.step("VIEW_CODE");
    const { attribution, rubric } = await read(client, capability);
    expect(attribution.map(({ step_index }) => step_index)).toEqual([0, 1]);
    expect(rubric).toEqual(attribution[1]?.rubric);
    const [root, ...parts] = rubric;
    expect(root).toMatchObject({ name: "root", aggregation: "weighted_sum", evaluated: true, score: 0 });
    expect(root?.children).toEqual(parts.map(({ name }) => name));
    expect(root?.config.weights).toEqual([0.2, 0.2, 0.2, 0.2, 0.2]);
  });

  test("[TELE-7] says when it has left something out", async () => {
    const { client, capability } = await watched(await openHouse({ settings }));
    await client.reset();
    for (let step = 0; step < 101; step += 1) await client.step("RUN_TESTS");
    const { trajectory } = await read(client, capability);
    expect(trajectory).toMatchObject({ complete: false, reason: expect.stringContaining("100 steps") });
    expect(trajectory.records).toHaveLength(101);
  });

  test("[TELE-7] says when tools were called", async () => {
    const { client, capability } = await watched(await openHouse({ settings }));
    const call = { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "view_code" } };
    await client.ask({ type: "mcp", data: { jsonrpc: "2.0", id: 0, method: "tools/list" } });
    expect((await read(client, capability)).trajectory).toMatchObject({ complete: true });
    await client.ask({ type: "mcp", data: call });
    expect((await read(client, capability)).trajectory).toMatchObject({ complete: false });
  });
});
