/** The frame `batch`: many sessions of one socket asked at once. */
import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BatchAnswer,
  batchFrameSchema,
  MAX_BATCH_FRAME_BYTES,
  MAX_BATCH_ITEMS,
} from "../../src/protocol/protocol.ts";
import { BatchAnswers, ITEMS_AT_ONCE } from "../../src/server/websocket/batch-answers.ts";
import { answerParts } from "../../src/server/websocket/frames.ts";
import { NamedSessions } from "../../src/server/websocket/named-sessions.ts";
import { SessionRegistry } from "../../src/sessions/session-registry.ts";
import { Stage } from "../sessions/fake-environment.ts";
import { ManualClock } from "../sessions/manual-clock.ts";
import { type Client, openHouse } from "./harness.ts";

const step = (session: string, action_type = "RUN_TESTS", more = {}) => ({
  session,
  type: "step",
  data: { action_type, ...more },
});
const reset = (session: string) => ({ session, type: "reset" });
const names = (count: number) => Array.from({ length: count }, (_, at) => `s${at}`);

/** All answers to a batch, of however many frames. */
async function ask(client: Client, items: readonly unknown[]): Promise<BatchAnswer[]> {
  client.send({ type: "batch", data: items, request_id: "b" });
  return answers(client, items.length);
}

async function answers(client: Client, total: number): Promise<BatchAnswer[]> {
  const found: BatchAnswer[] = [];
  while (found.length < total) {
    const { data, request_id } = batchFrameSchema.parse(await client.nextJson());
    expect([data.first, data.total, request_id]).toEqual([found.length, total, "b"]);
    found.push(...data.answers);
  }
  return found;
}

const kinds = (found: readonly BatchAnswer[]) => found.map(({ session, type }) => `${session} ${type}`);

describe("a batch", () => {
  test("is answered in the order of its items, each as a frame of its own would be", async () => {
    const { connect, registry } = await openHouse();
    const client = await connect();
    expect(kinds(await ask(client, names(3).map(reset)))).toEqual([
      "s0 observation",
      "s1 observation",
      "s2 observation",
    ]);
    expect(registry.active).toBe(3);
    const told = await ask(client, [
      step("s2", "RUN_TESTS", { thought: "two" }),
      { session: "s0", type: "state" },
      { session: "s1", type: "step", data: { type: "call_tool", tool_name: "run_tests", arguments: {} } },
    ]);
    expect(told).toMatchObject([
      { session: "s2", type: "observation", data: { observation: { step_count: 1, last_execution_output: "two" } } },
      { session: "s0", type: "state", data: { step_count: 0 } },
      { session: "s1", type: "observation", data: { observation: { tool_name: "run_tests", error: null } } },
    ]);
    const single = await connect();
    await single.reset({ seed: 1, episode_id: "same" });
    await ask(client, [{ session: "s0", type: "reset", data: { seed: 1, episode_id: "same" } }]);
    const alone = await single.step("RUN_TESTS");
    const [among] = await ask(client, [step("s0")]);
    expect(among).toEqual({ session: "s0", ...alone });
  });

  test("runs its sessions side by side, and is answered in order whichever is ready first", async () => {
    const { connect, stage } = await openHouse();
    const client = await connect();
    await ask(client, names(3).map(reset));
    const told = ask(client, [step("s0", "HANG"), step("s1"), step("s2", "HANG")]);
    await stage.until(({ hanging, actions }) => hanging.length === 2 && actions.length === 3);
    stage.hanging[1]?.finish();
    stage.hanging[0]?.finish();
    expect(kinds(await told)).toEqual(["s0 observation", "s1 observation", "s2 observation"]);
  });

  test("answers what is wrong with one item there, and the others go on", async () => {
    const { connect, registry } = await openHouse();
    const client = await connect();
    const told = await ask(client, [
      reset("good"),
      7,
      { type: "reset" },
      { session: "", type: "reset" },
      { session: "bad", type: "fly" },
      { session: "worse", type: "batch", data: [reset("inner")] },
      { session: "unbegun", type: "step", data: { action_type: "RUN_TESTS" } },
      { session: "more", type: "reset", data: {}, colour: "red" },
      { session: "unknown", type: "reset", data: { task_name: "unknown" } },
      step("good"),
      { session: "early", type: "state" },
    ]);
    expect(told.map(({ session, data }) => [session, "code" in data ? data.code : "fine"])).toEqual([
      ["good", "fine"],
      [null, "VALIDATION_ERROR"],
      [null, "VALIDATION_ERROR"],
      [null, "VALIDATION_ERROR"],
      ["bad", "UNKNOWN_TYPE"],
      ["worse", "VALIDATION_ERROR"],
      ["unbegun", "EXECUTION_ERROR"],
      ["more", "VALIDATION_ERROR"],
      ["unknown", "VALIDATION_ERROR"],
      ["good", "VALIDATION_ERROR"],
      ["early", "fine"],
    ]);
    expect(registry.active).toBe(1);
    expect(await ask(client, [step("good")])).toMatchObject([{ data: { observation: { step_count: 1 } } }]);
  });

  test("of none, of too many and of no list is an error as a whole, and the socket goes on", async () => {
    const { connect } = await openHouse({ capacity: 1000 });
    const client = await connect();
    for (const data of [[], names(MAX_BATCH_ITEMS + 1).map(reset), "all", undefined]) {
      expect(await client.ask({ type: "batch", data, request_id: "r" })).toMatchObject({
        type: "error",
        request_id: "r",
        data: { code: "VALIDATION_ERROR" },
      });
    }
    expect(await ask(client, names(MAX_BATCH_ITEMS).map(reset))).toHaveLength(MAX_BATCH_ITEMS);
  });

  test("tells an environment's failure in its place", async () => {
    const { connect, stage } = await openHouse();
    const client = await connect();
    await ask(client, names(2).map(reset));
    expect(await ask(client, [step("s0", "CRASH"), step("s1")])).toMatchObject([
      { type: "error", data: { code: "INTERNAL_ERROR", message: expect.not.stringContaining("secret") } },
      { type: "observation" },
    ]);
    stage.failFactory = true;
    expect(await ask(client, [reset("s2"), step("s0")])).toMatchObject([
      { type: "error", data: { code: "FACTORY_ERROR" } },
      { type: "observation" },
    ]);
  });
});

describe("a session of a batch", () => {
  test("takes one place each, and gives it back when it is closed; its name is free then", async () => {
    const { connect, registry } = await openHouse();
    const client = await connect();
    await ask(client, names(4).map(reset));
    expect(registry.active).toBe(4);
    const told = await ask(client, [
      { session: "s1", type: "close" },
      { session: "nobody", type: "close" },
      step("s0"),
    ]);
    expect(kinds(told)).toEqual(["s1 closed", "nobody closed", "s0 observation"]);
    expect(registry.active).toBe(3);
    expect(await ask(client, [step("s1")])).toMatchObject([{ type: "error", data: { code: "EXECUTION_ERROR" } }]);
    expect(await ask(client, [reset("s1")])).toMatchObject([{ data: { observation: { step_count: 0 } } }]);
    expect(registry.active).toBe(4);
  });

  test("is another one than that of the same name on another socket, and than the socket's own", async () => {
    const { connect, registry } = await openHouse();
    const [one, other] = [await connect(), await connect()];
    await Promise.all([ask(one, [reset("a")]), ask(other, [reset("a")])]);
    await ask(one, [step("a")]);
    expect(await ask(other, [{ session: "a", type: "state" }])).toMatchObject([{ data: { step_count: 0 } }]);
    expect(await one.step("RUN_TESTS")).toMatchObject({ data: { code: "EXECUTION_ERROR" } });
    await one.reset();
    expect(registry.active).toBe(3);
  });

  test("past the client's share is refused by itself when it has waited, and those that have a place play on", async () => {
    const clock = new ManualClock();
    const house = await openHouse({ capacity: 10, clock, settings: { PING_SECONDS: "1000" } });
    const client = await house.connect();
    const told = ask(client, names(12).map(reset));
    await expect.poll(() => house.registry.waiting).toBe(3);
    clock.advance(31_000);
    const refused = (await told).filter(({ type }) => type === "error");
    expect(refused.map(({ session }) => session)).toEqual(["s9", "s10", "s11"]);
    expect(refused[0]).toMatchObject({ data: { code: "CAPACITY_REACHED", max_sessions: 9 } });
    expect(house.registry.active).toBe(9);
    expect(await ask(client, [step("s0"), step("s8")])).toMatchObject([
      { type: "observation" },
      { type: "observation" },
    ]);
  });

  test("of a full server is refused at once, and the socket stays open", async () => {
    const { connect } = await openHouse({ capacity: 1 });
    const client = await connect();
    expect(await ask(client, names(2).map(reset))).toMatchObject([
      { type: "observation" },
      { type: "error", data: { code: "CAPACITY_REACHED" } },
    ]);
    expect(await ask(client, [step("s0")])).toMatchObject([{ type: "observation" }]);
  });
});

describe("a socket that goes", () => {
  test.each(["terminate", "close"] as const)("by %s frees every place, and ends what runs and waits", async (how) => {
    const { connect, stage, registry } = await openHouse();
    const client = await connect();
    await ask(client, names(5).map(reset));
    client.send({ type: "batch", data: [step("s0", "HANG"), step("s1", "HANG"), step("s2")] });
    await stage.until(({ hanging }) => hanging.length === 2);
    client.socket[how]();
    await stage.until(({ closed }) => closed >= 5);
    await expect.poll(() => registry.active).toBe(0);
    expect(stage.hanging.every(({ signal }) => signal?.aborted)).toBe(true);
  });

  test("in the midst of a long batch leaves no place to items that had not begun", async () => {
    const stage = new Stage();
    let leave = (): void => undefined;
    const environment = (key: string) => {
      if (stage.keys.length === 40) leave();
      return stage.create(key);
    };
    const { connect, registry } = await openHouse({ capacity: 1000, environment });
    const client = await connect();
    leave = () => client.socket.terminate();
    client.send({ type: "batch", data: names(MAX_BATCH_ITEMS).map(reset) });
    await client.closed;
    await expect.poll(() => registry.active).toBe(0);
    for (let turn = 0; turn < 20; turn += 1) await nextTurn();
    expect(registry.active).toBe(0);
    expect(stage.closed).toBe(stage.keys.length);
  });

  test("that has only asked what begins nothing is remembered by no name", async () => {
    const { connect, stage } = await openHouse();
    const client = await connect();
    await ask(client, [{ session: "a", type: "state" }, step("b"), { session: "c", type: "close" }]);
    expect([stage.keys.length, stage.closed]).toEqual([4, 3]);
  });

  test("opens no more sessions", () => {
    const stage = new Stage();
    const registry = new SessionRegistry(stage.create);
    const named = new NamedSessions(() => registry.prepare());
    named.open("a");
    named.leave();
    expect(named.isEmpty).toBe(true);
    expect(() => named.open("b")).toThrow("The session is closed");
    expect(stage.closed).toBe(1);
  });
});

describe("frames of answers", () => {
  test("are as many as keep each under 1 MiB, and hold all answers once and in order, whatever their sizes", async () => {
    const { connect } = await openHouse();
    const client = await connect();
    const all = names(12);
    await ask(client, all.map(reset));
    const thought = fc.integer({ min: 0, max: 80_000 }).map((length) => "é".repeat(length));
    const sizes: number[] = [];
    client.socket.on("message", (data: Buffer) => sizes.push(data.length));
    await fc.assert(
      fc.asyncProperty(fc.array(thought, { minLength: 1, maxLength: 6 }), async (thoughts) => {
        const items = all.map((name, at) => {
          const text = thoughts[at];
          return text === undefined ? step(name, "BIG") : step(name, "RUN_TESTS", { thought: text });
        });
        const told = await ask(client, items);
        expect(told.map(({ session }) => session)).toEqual(all);
        const texts = all.map((_, at) => thoughts[at] ?? "x".repeat(500_000));
        expect(told).toMatchObject(
          texts.map((text) => ({ type: "observation", data: { observation: { last_execution_output: text } } })),
        );
      }),
      { numRuns: 10 },
    );
    expect(Math.max(...sizes)).toBeLessThan(MAX_BATCH_FRAME_BYTES);
    expect(Math.max(...sizes)).toBeGreaterThan(MAX_BATCH_FRAME_BYTES / 2);
  });

  test("are not made before the client has taken those before them", async () => {
    const { connect, stage } = await openHouse();
    const client = await connect();
    await ask(client, names(60).map(reset));
    client.socket.pause();
    client.send({ type: "batch", data: names(60).map((name) => step(name, "BIG")), request_id: "b" });
    client.send({ type: "step", data: { action_type: "RUN_TESTS" } });
    await stage.until(({ actions }) => actions.length > 0);
    client.socket.resume();
    expect(await answers(client, 60)).toHaveLength(60);
    expect(await client.next()).toMatchObject({ type: "error", data: { code: "EXECUTION_ERROR" } });
  });

  test("wait in no number: items are not begun while answers before them are not taken", async () => {
    let begun = 0;
    const begin = async (at: number) => {
      begun += 1;
      return { session: `s${at}`, ...answerParts("error", { message: "x".repeat(100_000), code: "INTERNAL_ERROR" }) };
    };
    const frames = new BatchAnswers({ total: 256, begin, requestId: "b" });
    let reply = await frames.next();
    let taken = batchFrameSchema.parse(JSON.parse(reply.text)).data.answers.length;
    while (reply.next !== undefined) {
      for (let turn = 0; turn < 20; turn += 1) await nextTurn();
      expect(begun - taken).toBeLessThanOrEqual(ITEMS_AT_ONCE + MAX_BATCH_FRAME_BYTES / 100_000);
      expect(reply.waiting?.bytes()).toBeLessThan(100_100 * (begun - taken) + 1);
      reply = await reply.next();
      taken += batchFrameSchema.parse(JSON.parse(reply.text)).data.answers.length;
    }
    expect([taken, begun]).toEqual([256, 256]);
  });

  test("count as not read while the client reads none of them, and who leaves too many is let go", async () => {
    const { connect, registry } = await openHouse({ unreadBytes: 8 * 1024 * 1024 });
    const client = await connect();
    await ask(client, names(60).map(reset));
    client.socket.pause();
    client.send({ type: "batch", data: names(60).map((name) => step(name, "BIG")) });
    await expect.poll(() => registry.active).toBe(0);
  });
});
