import { describe, expect, test } from "vitest";
import { openHouse } from "./harness.ts";

/** `[frame, code, issue]`: each is answered, and the socket stays open. */
const FAULTS: readonly [object | string, string, [type: string, loc: unknown[]] | null][] = [
  ["not json", "INVALID_JSON", null],
  ["", "INVALID_JSON", null],
  ['{"type": "reset", "data": {"seed": NaN}}', "INVALID_JSON", null],
  ['{"type": "reset", "data": {"seed": 1, "seed": 2}}', "INVALID_JSON", null],
  ['{"type": "state", "typ\\u0065": "close"}', "INVALID_JSON", null],
  [`{"type": "reset", "data": ${"[".repeat(200_000)}${"]".repeat(200_000)}}`, "INVALID_JSON", null],
  [{ type: "fly" }, "UNKNOWN_TYPE", null],
  [{}, "UNKNOWN_TYPE", null],
  [{ type: null }, "UNKNOWN_TYPE", null],
  [{ type: ["reset"] }, "UNKNOWN_TYPE", null],
  [{ type: "constructor" }, "UNKNOWN_TYPE", null],
  [{ type: "__proto__" }, "UNKNOWN_TYPE", null],
  [{ type: "reset", data: [] }, "VALIDATION_ERROR", ["dict_type", ["data"]]],
  [{ type: "reset", data: null }, "VALIDATION_ERROR", ["dict_type", ["data"]]],
  [{ type: "reset", extra: 1 }, "VALIDATION_ERROR", ["extra_forbidden", ["extra"]]],
  ['{"type": "reset", "__proto__": {"x": 1}}', "VALIDATION_ERROR", ["extra_forbidden", ["__proto__"]]],
  [{ type: "reset", data: { seed: true } }, "VALIDATION_ERROR", ["number_type", ["data", "seed"]]],
  [{ type: "reset", data: { seed: -5 } }, "VALIDATION_ERROR", ["greater_than_equal", ["data", "seed"]]],
  [{ type: "reset", data: { foo: "bar" } }, "VALIDATION_ERROR", ["extra_forbidden", ["data", "foo"]]],
  [{ type: "step" }, "VALIDATION_ERROR", ["missing", ["data"]]],
  [{ type: "step", data: "RUN_TESTS" }, "VALIDATION_ERROR", ["dict_type", ["data"]]],
  [{ type: "step", data: {} }, "VALIDATION_ERROR", ["missing", ["action_type"]]],
  [{ type: "step", data: [] }, "VALIDATION_ERROR", ["dict_type", ["data"]]],
  [{ type: "step", data: { type: "call_tool" } }, "VALIDATION_ERROR", ["missing", ["tool_name"]]],
  [{ type: "state", data: {} }, "VALIDATION_ERROR", ["extra_forbidden", ["data"]]],
  [{ type: "close", x: 1 }, "VALIDATION_ERROR", ["extra_forbidden", ["x"]]],
];

describe("a faulty frame", () => {
  const named = FAULTS.map(([frame, code, issue]) => ({
    name: JSON.stringify(frame).slice(0, 60),
    frame,
    code,
    issue,
  }));

  test.each(named)("[WS-8] $name is answered with $code and costs nothing else", async ({ frame, code, issue }) => {
    const { connect, stage } = await openHouse();
    const client = await connect();
    const answer = await client.ask(frame);
    expect(answer).toMatchObject({ type: "error", data: { code, message: expect.any(String) } });
    if (issue) {
      const [type, loc] = issue;
      expect(answer).toMatchObject({
        data: { message: expect.stringContaining(`Invalid message: ${loc.join(".")}: `), errors: [{ type, loc }] },
      });
    }
    expect(await client.reset()).toMatchObject({ type: "observation" });
    expect(stage.actions).toEqual([]);
  });

  test("that the environment refuses is told in its words", async () => {
    const { connect } = await openHouse();
    const client = await connect();
    expect(await client.reset({ task_name: "unknown" })).toMatchObject({
      data: { code: "VALIDATION_ERROR", message: "There is no task unknown" },
    });
  });

  test("shows neither stack nor path when something of ours breaks, and the session goes on", async () => {
    const { connect } = await openHouse();
    const client = await connect();
    await client.reset();
    const answer = await client.step("CRASH");
    expect(answer).toMatchObject({ data: { code: "INTERNAL_ERROR" } });
    expect(JSON.stringify(answer)).not.toMatch(/boom|secret|\.ts/);
    expect(await client.step("RUN_TESTS")).toMatchObject({ data: { observation: { step_count: 1 } } });
  });

  test("asks to try again when the sandbox is busy, and the step is not counted", async () => {
    const { connect } = await openHouse();
    const client = await connect();
    await client.reset();
    expect(await client.step("BUSY")).toMatchObject({
      data: { code: "EXECUTION_ERROR", message: expect.stringContaining("try again") },
    });
    expect(await client.ask({ type: "state" })).toMatchObject({ data: { step_count: 0 } });
  });
});

describe("a frame that ends the session", () => {
  test.each(["[]", '"str"', "5", "null", "true"])(
    "[WS-9] %s is no object: SESSION_ERROR, then close 1000",
    async (frame) => {
      const { connect, registry } = await openHouse();
      const client = await connect();
      expect(await client.ask(frame)).toMatchObject({ type: "error", data: { code: "SESSION_ERROR" } });
      expect(await client.closed).toEqual({ code: 1000, reason: "" });
      expect(registry.active).toBe(0);
    },
  );

  test("[WS-9] is a binary one", async () => {
    const { connect } = await openHouse();
    const client = await connect();
    client.socket.send(Buffer.from('{"type":"state"}'));
    expect(await client.next()).toMatchObject({ data: { code: "SESSION_ERROR" } });
    expect(await client.closed).toMatchObject({ code: 1000 });
  });

  test("is answered after those before it, and those after it are not answered", async () => {
    const { connect, stage } = await openHouse();
    const client = await connect();
    for (const frame of [{ type: "reset" }, "[]", { type: "step", data: { action_type: "RUN_TESTS" } }])
      client.send(frame);
    expect(await client.next()).toMatchObject({ type: "observation" });
    expect(await client.next()).toMatchObject({ type: "error" });
    await client.closed;
    await expect(client.next()).rejects.toThrow("without another frame");
    expect(stage.actions).toEqual([]);
  });

  test("is one larger than the server takes: it says so, then closes with 1009", async () => {
    const { connect, registry } = await openHouse({ settings: { MAX_MESSAGE_BYTES: "1000" } });
    const client = await connect();
    client.send({ type: "step", data: { action_type: "x".repeat(1000) } });
    expect(await client.next()).toMatchObject({
      data: { code: "SESSION_ERROR", message: expect.stringContaining("1000 bytes") },
    });
    expect(await client.closed).toMatchObject({ code: 1009, reason: expect.stringContaining("MAX_MESSAGE_BYTES") });
    expect(registry.active).toBe(0);
  });

  test("is a text frame that is not UTF-8: it says so, then closes with 1007", async () => {
    const { connect, registry } = await openHouse();
    const client = await connect();
    client.socket.send(Buffer.from([0x22, 0xff, 0x22]), { binary: false });
    expect(await client.next()).toMatchObject({ data: { code: "SESSION_ERROR" } });
    expect(await client.closed).toMatchObject({ code: 1007 });
    expect(registry.active).toBe(0);
  });
});
