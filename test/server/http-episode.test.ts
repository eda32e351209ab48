import { connect as connectTcp } from "node:net";
import { describe, expect, test } from "vitest";
import { episodeAnswerSchema, stateSchema } from "../../src/protocol/protocol.ts";
import { openHouse } from "./harness.ts";

const RUN = { action: { action_type: "RUN_TESTS" } };

describe("an episode over HTTP", () => {
  test("[HTTP-8] [HTTP-11] goes on from step to step, unlike the reference's", async () => {
    const { request } = await openHouse();
    const begun = await request("POST", "/reset", { body: { episode_id: "mine", seed: 7 } });
    expect(episodeAnswerSchema.parse(begun.body)).toMatchObject({
      observation: { info: { episode_id: "mine" }, metadata: { seed: 7 } },
      reward: 0,
      done: false,
      metadata: { seed: 7 },
    });
    for (const steps of [1, 2]) {
      const { status, body } = await request("POST", "/step", { body: { ...RUN, episode_id: "mine" } });
      expect(status).toBe(200);
      expect(episodeAnswerSchema.parse(body)).toMatchObject({ observation: { step_count: steps }, reward: 0.5 });
    }
    const { body } = await request("GET", "/state?episode_id=mine");
    expect(stateSchema.parse(body)).toMatchObject({ episode_id: "mine", step_count: 2, seed: 7 });
  });

  test("[HTTP-9] begins without a body, with an empty one and with nulls; what is left out is drawn and reported", async () => {
    const { request } = await openHouse();
    for (const body of [undefined, "", {}, { seed: null, episode_id: null }]) {
      const answer = await request("POST", "/reset", { body });
      expect(answer).toMatchObject({ status: 200, body: { metadata: { seed: expect.any(Number) } } });
      expect(episodeAnswerSchema.parse(answer.body).observation.info.episode_id).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test("[HTTP-10] takes OpenEnv's timeout_s and request_id", async () => {
    const { request } = await openHouse();
    await request("POST", "/reset", { body: { request_id: "r0" } });
    const body = { ...RUN, timeout_s: 2.5, request_id: "r1" };
    expect(await request("POST", "/step", { body })).toMatchObject({ status: 200 });
  });

  test("is asked for by its id when several are alive, and each is its own", async () => {
    const { request } = await openHouse();
    await request("POST", "/reset", { body: { episode_id: "a" } });
    await request("POST", "/reset", { body: { episode_id: "b" } });
    expect(await request("POST", "/step", { body: RUN })).toMatchObject({
      status: 409,
      body: { code: "EXECUTION_ERROR", detail: expect.stringContaining("episode_id") },
    });
    await request("POST", "/step", { body: { ...RUN, episode_id: "a" } });
    expect(await request("GET", "/state?episode_id=a")).toMatchObject({ body: { step_count: 1 } });
    expect(await request("GET", "/state?episode_id=b")).toMatchObject({ body: { step_count: 0 } });
  });

  test("does not begin under a label that is alive", async () => {
    const { request } = await openHouse();
    await request("POST", "/reset", { body: { episode_id: "a" } });
    expect(await request("POST", "/reset", { body: { episode_id: "a" } })).toMatchObject({
      status: 409,
      body: { code: "EXECUTION_ERROR" },
    });
  });

  test("is not found under an unknown id", async () => {
    const { request } = await openHouse();
    const notFound = { status: 404, body: { code: "NOT_FOUND", detail: expect.stringContaining('"x"') } };
    expect(await request("POST", "/step", { body: { ...RUN, episode_id: "x" } })).toMatchObject(notFound);
    expect(await request("GET", "/state?episode_id=x")).toMatchObject(notFound);
  });

  test("has an empty state before the first reset", async () => {
    const { request } = await openHouse();
    expect(await request("GET", "/state")).toMatchObject({ status: 200, body: { episode_id: null, step_count: 0 } });
  });

  test("[HTTP-17] is refused with Retry-After when the server is full, WebSocket sessions included", async () => {
    const { request, connect } = await openHouse({ capacity: 1 });
    await (await connect()).reset();
    const { status, headers, body } = await request("POST", "/reset");
    expect([status, headers.get("retry-after")]).toEqual([503, "1"]);
    expect(body).toMatchObject({ code: "CAPACITY_REACHED", active_sessions: 1, max_sessions: 1 });
  });

  test("says what could not be done when the environment refuses", async () => {
    const { request } = await openHouse();
    expect(await request("POST", "/reset", { body: { task_name: "unknown" } })).toMatchObject({
      status: 422,
      body: { code: "VALIDATION_ERROR", detail: "There is no task unknown" },
    });
  });

  test("says to try again when the sandbox is busy, and the step is not counted", async () => {
    const { request } = await openHouse();
    await request("POST", "/reset");
    const { status, headers, body } = await request("POST", "/step", { body: { action: { action_type: "BUSY" } } });
    expect([status, headers.get("retry-after")]).toEqual([503, "1"]);
    expect(body).toMatchObject({ code: "EXECUTION_ERROR" });
    expect(await request("GET", "/state")).toMatchObject({ body: { step_count: 0 } });
  });

  test("shows neither stack nor path when something of ours breaks", async () => {
    const { request } = await openHouse();
    await request("POST", "/reset");
    const { status, body } = await request("POST", "/step", { body: { action: { action_type: "CRASH" } } });
    expect([status, body]).toMatchObject([500, { code: "INTERNAL_ERROR" }]);
    expect(JSON.stringify(body)).not.toMatch(/boom|secret|\.ts/);
  });

  test("[HTTP-20] answers 504 when timeout_s is over, and the step has not been taken", async () => {
    const { request } = await openHouse();
    await request("POST", "/reset");
    const body = { action: { action_type: "HANG" }, timeout_s: 0.01 };
    expect(await request("POST", "/step", { body })).toMatchObject({ status: 504, body: { code: "EXECUTION_ERROR" } });
    expect(await request("GET", "/state")).toMatchObject({ body: { step_count: 0 } });
  });

  test("does not lose the step of a client that hangs up", async () => {
    const { request, stage, url } = await openHouse();
    await request("POST", "/reset");
    const socket = connectTcp(Number(new URL(url).port), "127.0.0.1");
    const text = JSON.stringify({ action: { action_type: "HANG" } });
    socket.write(
      `POST /step HTTP/1.1\r\nHost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
    );
    await stage.until(({ hanging }) => hanging.length === 1);
    socket.destroy();
    stage.hanging[0]?.finish();
    expect(await request("GET", "/state")).toMatchObject({ body: { step_count: 1 } });
  });
});
