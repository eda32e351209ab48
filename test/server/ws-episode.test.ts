import { describe, expect, test } from "vitest";
import { openHouse } from "./harness.ts";

const RUN = { action_type: "RUN_TESTS" };

describe("a session over /ws", () => {
  test("[WS-1] plays an episode: reset, steps, state, close", async () => {
    const { connect, registry } = await openHouse();
    const client = await connect();
    expect(await client.reset({ episode_id: "ep-ws", seed: 3 })).toMatchObject({
      type: "observation",
      data: { observation: { info: { episode_id: "ep-ws" } }, reward: 0, done: false, metadata: { seed: 3 } },
    });
    expect(await client.step("RUN_TESTS")).toMatchObject({ data: { observation: { step_count: 1 }, reward: 0.5 } });
    expect(await client.step("SUBMIT")).toMatchObject({ data: { done: true } });
    expect(await client.ask({ type: "state" })).toMatchObject({
      type: "state",
      data: { episode_id: "ep-ws", step_count: 2, seed: 3, done: true },
    });
    client.send({ type: "close" });
    expect(await client.closed).toEqual({ code: 1000, reason: "" });
    expect(registry.active).toBe(0);
  });

  test("[WS-2] repeats the observation's metadata beside it", async () => {
    const { connect } = await openHouse();
    const answer = await (await connect()).reset({});
    if (answer.type !== "observation") throw new Error("not an observation");
    expect(answer.data.metadata).toEqual(answer.data.observation.metadata);
  });

  test("[WS-3] begins without data, and the seed that was left out is reported, never dropped", async () => {
    const { connect, stage } = await openHouse();
    const client = await connect();
    const answer = await client.ask({ type: "reset" });
    expect(answer).toMatchObject({ data: { metadata: { seed: stage.requests[0]?.seed } } });
    expect(await client.reset({ seed: 11 })).toMatchObject({ data: { metadata: { seed: 11 } } });
  });

  test("[WS-4] has an empty state before the first reset, and a step then is an error, never a hidden reset", async () => {
    const { connect, stage } = await openHouse();
    const client = await connect();
    expect(await client.ask({ type: "state" })).toMatchObject({ data: { episode_id: null, step_count: 0 } });
    expect(await client.step("RUN_TESTS")).toMatchObject({ type: "error", data: { code: "EXECUTION_ERROR" } });
    expect(stage.requests).toEqual([]);
  });

  test("[WS-5] answers what was sent without waiting strictly in order", async () => {
    const { connect } = await openHouse();
    const client = await connect();
    client.send({ type: "reset" });
    for (let count = 1; count <= 50; count += 1) client.send({ type: "step", data: { ...RUN, thought: `t${count}` } });
    client.send("not json");
    client.send({ type: "state" });
    await client.next();
    for (let count = 1; count <= 50; count += 1) {
      const expected = { data: { observation: { step_count: count, last_execution_output: `t${count}` } } };
      expect(await client.next()).toMatchObject(expected);
    }
    expect(await client.next()).toMatchObject({ data: { code: "INVALID_JSON" } });
    expect(await client.next()).toMatchObject({ data: { step_count: 50 } });
  });

  test("does not wait for another session", async () => {
    const { connect, stage } = await openHouse();
    const [slow, quick] = [await connect(), await connect()];
    await slow.reset();
    await quick.reset();
    slow.send({ type: "step", data: { action_type: "HANG" } });
    await stage.until(({ hanging }) => hanging.length === 1);
    expect(await quick.step("RUN_TESTS")).toMatchObject({ data: { observation: { step_count: 1 } } });
    stage.hanging[0]?.finish();
    expect(await slow.next()).toMatchObject({ data: { observation: { step_count: 1 } } });
  });

  test("[WS-6] shares no episode with another session of the same episode_id", async () => {
    const { connect } = await openHouse();
    const [a, b] = [await connect(), await connect()];
    await a.reset({ episode_id: "group" });
    await b.reset({ episode_id: "group" });
    await a.step("RUN_TESTS");
    expect(await b.ask({ type: "state" })).toMatchObject({ data: { episode_id: "group", step_count: 0 } });
  });
});

describe("a request_id", () => {
  test("[WS-7] is repeated in every kind of answer, so that a late one is never taken for the next", async () => {
    const { connect, stage } = await openHouse();
    const client = await connect();
    expect(await client.ask({ type: "reset", request_id: "r" })).toMatchObject({
      type: "observation",
      request_id: "r",
    });
    client.send({ type: "step", data: { action_type: "HANG" }, request_id: "slow" });
    await stage.until(({ hanging }) => hanging.length === 1);
    client.send({ type: "step", data: RUN, request_id: "next" });
    stage.hanging[0]?.finish();
    expect([(await client.next()).request_id, (await client.next()).request_id]).toEqual(["slow", "next"]);
    expect(await client.ask({ type: "state", request_id: "s" })).toMatchObject({ type: "state", request_id: "s" });
  });

  test("[WS-7] is repeated in errors too", async () => {
    const { connect } = await openHouse();
    const client = await connect();
    const fly = await client.ask({ type: "fly", request_id: "a" });
    expect(fly).toMatchObject({ data: { code: "UNKNOWN_TYPE" }, request_id: "a" });
    const extra = await client.ask({ type: "reset", extra: 1, request_id: "b" });
    expect(extra).toMatchObject({ data: { code: "VALIDATION_ERROR" }, request_id: "b" });
    const early = await client.ask({ type: "step", data: RUN, request_id: "c" });
    expect(early).toMatchObject({ data: { code: "EXECUTION_ERROR" }, request_id: "c" });
  });

  test("is absent from the answer where none was sent", async () => {
    const { connect } = await openHouse();
    const client = await connect();
    expect(await client.ask({ type: "state" })).not.toHaveProperty("request_id");
    expect(await client.ask({ type: "state", request_id: null })).not.toHaveProperty("request_id");
  });

  test("must be a string of at most 255 characters", async () => {
    const { connect } = await openHouse();
    const client = await connect();
    for (const request_id of [7, "r".repeat(256)]) {
      const answer = await client.ask({ type: "state", request_id });
      expect(answer).toMatchObject({ data: { code: "VALIDATION_ERROR", errors: [{ loc: ["request_id"] }] } });
    }
  });
});
