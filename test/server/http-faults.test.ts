import { describe, expect, test } from "vitest";
import { openHouse } from "./harness.ts";

const RUN = { action_type: "RUN_TESTS" };

/** What OpenEnv's own server finds, and where: `[body, type, loc]`. */
const RESET_FAULTS: readonly [unknown, string, unknown[]][] = [
  [{ seed: -1 }, "greater_than_equal", ["body", "seed"]],
  [{ seed: "x" }, "number_type", ["body", "seed"]],
  [{ seed: 1.5 }, "int_from_float", ["body", "seed"]],
  [{ seed: true }, "number_type", ["body", "seed"]],
  [{ seed: 2 ** 53 }, "less_than_equal", ["body", "seed"]],
  [{ episode_id: "e".repeat(256) }, "string_too_long", ["body", "episode_id"]],
  [{ episode_id: "" }, "string_too_short", ["body", "episode_id"]],
  [{ episode_id: 5 }, "string_type", ["body", "episode_id"]],
  [{ difficulty: "impossible" }, "literal_error", ["body", "difficulty"]],
  [{ max_steps: 4 }, "greater_than_equal", ["body", "max_steps"]],
  [{ taskname: "typo" }, "extra_forbidden", ["body", "taskname"]],
  ["not json", "json_invalid", ["body", expect.any(Number)]],
  ['{"seed": NaN}', "json_invalid", ["body", expect.any(Number)]],
  ['{"seed": 1, "seed": 2}', "json_invalid", ["body", 12]],
  [`${"[".repeat(100_000)}${"]".repeat(100_000)}`, "json_invalid", ["body", 64]],
  ["[]", "model_attributes_type", ["body"]],
  ["null", "model_attributes_type", ["body"]],
  ["7", "model_attributes_type", ["body"]],
];

const STEP_FAULTS: readonly [unknown, string, unknown[]][] = [
  [undefined, "missing", ["body"]],
  [{}, "missing", ["body", "action"]],
  [RUN, "missing", ["body", "action"]],
  [{ action: "RUN_TESTS" }, "dict_type", ["body", "action"]],
  [{ action: [] }, "dict_type", ["body", "action"]],
  [{ action: {} }, "missing", ["action_type"]],
  [{ action: { type: "list_tools" } }, "missing", ["action_type"]],
  [{ action: RUN, timeout_s: 0 }, "greater_than", ["body", "timeout_s"]],
  [{ action: RUN, request_id: "r".repeat(256) }, "string_too_long", ["body", "request_id"]],
  [{ action: RUN, episodeid: "typo" }, "extra_forbidden", ["body", "episodeid"]],
  ["{bad", "json_invalid", ["body", 1]],
];

function issueAt(loc: unknown, type: string) {
  return expect.objectContaining({ type, loc, msg: expect.any(String) });
}

describe("a faulty reset", () => {
  test.each(RESET_FAULTS)("[HTTP-12] %j is a 422 of type %s at %j", async (body, type, loc) => {
    const { request, registry } = await openHouse();
    const answer = await request("POST", "/reset", { body });
    expect(answer.status).toBe(422);
    expect(answer.body).toEqual({ detail: expect.arrayContaining([issueAt(loc, type)]) });
    expect(registry.active).toBe(0);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded"])(
    "[HTTP-14] of type %s is a 422",
    async (contentType) => {
      const { request } = await openHouse();
      expect(await request("POST", "/reset", { body: '{"seed":7}', contentType })).toMatchObject({
        status: 422,
        body: { detail: [{ type: "model_attributes_type", loc: ["body"], input: '{"seed":7}' }] },
      });
    },
  );

  test("that is not UTF-8 is a 422", async () => {
    const { url } = await openHouse();
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${url}/reset`, { method: "POST", headers, body: Buffer.from([0x7b, 0xff, 0x7d]) });
    expect([answer.status, await answer.json()]).toMatchObject([422, { detail: [{ type: "json_invalid" }] }]);
  });

  test("that is larger than the server takes is a 413", async () => {
    const { request } = await openHouse({ settings: { MAX_MESSAGE_BYTES: "1000" } });
    const body = { task_name: "x".repeat(1000) };
    expect(await request("POST", "/reset", { body })).toMatchObject({
      status: 413,
      body: { code: expect.any(String) },
    });
  });

  test("with thousands of wrong keys gets a short answer", async () => {
    const { request } = await openHouse();
    const body = Object.fromEntries(Array.from({ length: 9_000 }, (_, index) => [`k${index}`, 0]));
    const answer = await request("POST", "/reset", { body });
    expect(answer.status).toBe(422);
    expect(answer.body).toEqual({ detail: expect.arrayContaining([issueAt(expect.anything(), "extra_forbidden")]) });
    expect(JSON.stringify(answer.body).length).toBeLessThan(10_000);
  });

  test("with more keys than any message has is not even parsed", async () => {
    const { request } = await openHouse();
    const body = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`k${index}`, 0]));
    const answer = await request("POST", "/reset", { body });
    expect(answer).toMatchObject({
      status: 422,
      body: { detail: [{ type: "json_invalid", loc: ["body", expect.any(Number)] }] },
    });
  });

  test("repeats no input that is long", async () => {
    const { request } = await openHouse();
    const answer = await request("POST", "/reset", { body: { episode_id: "e".repeat(100_000) } });
    expect(JSON.stringify(answer.body).length).toBeLessThan(1_000);
  });
});

describe("a faulty step", () => {
  test.each(STEP_FAULTS)("[HTTP-13] %j is a 422 of type %s at %j", async (body, type, loc) => {
    const { request, stage } = await openHouse();
    await request("POST", "/reset");
    const answer = await request("POST", "/step", { body });
    expect(answer.status).toBe(422);
    expect(answer.body).toEqual({ detail: expect.arrayContaining([issueAt(loc, type)]) });
    expect(stage.actions).toEqual([]);
  });

  test("[HTTP-18] of a policy that sends unknown action types and fields is the environment's to judge", async () => {
    const { request } = await openHouse();
    await request("POST", "/reset");
    const body = { action: { action_type: "NOPE", bogus: 1, start_line: "a" } };
    expect(await request("POST", "/step", { body })).toMatchObject({ status: 200 });
  });

  test("[HTTP-19] before any reset is a 409", async () => {
    const { request } = await openHouse();
    expect(await request("POST", "/step", { body: { action: RUN } })).toMatchObject({
      status: 409,
      body: { code: "EXECUTION_ERROR", detail: expect.stringContaining("reset") },
    });
  });
});

describe("a faulty question for the state", () => {
  test.each([
    ["?episode_id=", "string_too_short", ["query", "episode_id"]],
    ["?episode_id=a&episode_id=b", "string_type", ["query", "episode_id"]],
    ["?episode=a", "extra_forbidden", ["query", "episode"]],
  ])("%s is a 422 of type %s", async (query, type, loc) => {
    const { request } = await openHouse();
    const answer = await request("GET", `/state${query}`);
    expect(answer).toMatchObject({ status: 422, body: { detail: [issueAt(loc, type)] } });
  });
});
