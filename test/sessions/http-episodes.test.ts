import { describe, expect, test } from "vitest";
import { HeldSessions } from "../../src/sessions/held-sessions.ts";
import { HttpEpisodes } from "../../src/sessions/http-episodes.ts";
import { SessionRegistry } from "../../src/sessions/session-registry.ts";
import { Stage } from "./fake-environment.ts";
import { ManualClock } from "./manual-clock.ts";

const IDLE = 900_000;
const RUN = { action_type: "RUN_TESTS" };
const END = { action_type: "END" };
const SUBMIT = { action_type: "SUBMIT" };
const CONFLICT = { code: "EXECUTION_ERROR", status: 409 };
const UNKNOWN = { code: "NOT_FOUND", status: 404 };

function house(capacity = 10) {
  const stage = new Stage();
  const clock = new ManualClock();
  const registry = new SessionRegistry(stage.create, { capacity });
  const held = new HeldSessions(registry, { idleMs: IDLE, clock });
  return { stage, clock, registry, held, episodes: new HttpEpisodes(held, registry.draws) };
}

describe("episodes over HTTP", () => {
  test("go on from step to step under their label", async () => {
    const { episodes } = house();
    await episodes.reset({ episode_id: "a" });
    await episodes.step(RUN, { label: "a" });
    const { observation } = await episodes.step(RUN, { label: "a" });
    expect(observation.step_count).toBe(2);
    expect(await episodes.state("a")).toMatchObject({ episode_id: "a", step_count: 2 });
  });

  test("need no label while only one is alive", async () => {
    const { episodes } = house();
    await episodes.reset({});
    await episodes.step(RUN);
    expect(await episodes.state()).toMatchObject({ step_count: 1 });
  });

  test("must be named when several are alive", async () => {
    const { episodes } = house();
    await episodes.reset({});
    await episodes.reset({});
    await expect(episodes.step(RUN)).rejects.toMatchObject({
      ...CONFLICT,
      message: expect.stringContaining("episode_id"),
    });
    await expect(episodes.state()).rejects.toMatchObject(CONFLICT);
  });

  test("are unknown under a label that nobody reset", async () => {
    const { episodes } = house();
    await episodes.reset({ episode_id: "a" });
    await expect(episodes.step(RUN, { label: "b" })).rejects.toMatchObject(UNKNOWN);
    await expect(episodes.state("b")).rejects.toMatchObject(UNKNOWN);
  });

  test("cannot be stepped before the first reset, and have an empty state then", async () => {
    const { episodes } = house();
    await expect(episodes.step(RUN)).rejects.toMatchObject(CONFLICT);
    expect(await episodes.state()).toMatchObject({ episode_id: null, step_count: 0 });
  });

  test("keep their label to themselves while alive, also against a reset at the same moment", async () => {
    const { episodes, registry } = house();
    const both = await Promise.allSettled([episodes.reset({ episode_id: "a" }), episodes.reset({ episode_id: "a" })]);
    expect(both).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: CONFLICT }]);
    expect(registry.active).toBe(1);
  });

  test("free their slot and their label when done, and are remembered as over", async () => {
    const { episodes, registry } = house();
    await episodes.reset({ episode_id: "a" });
    await episodes.step(SUBMIT);
    expect(registry.active).toBe(0);
    expect(await episodes.state("a")).toMatchObject({ done: true, step_count: 1 });
    expect(await episodes.state()).toMatchObject({ done: true });
    await expect(episodes.step(RUN, { label: "a" })).rejects.toMatchObject({
      ...CONFLICT,
      message: expect.stringContaining("over"),
    });
    await expect(episodes.step(RUN)).rejects.toMatchObject(CONFLICT);
    await episodes.reset({ episode_id: "a" });
    expect(await episodes.state("a")).toMatchObject({ done: false, step_count: 0 });
  });

  test("let a client that sends no label play one episode after the other", async () => {
    const { episodes } = house(1);
    for (let count = 0; count < 3; count += 1) {
      await episodes.reset({});
      await episodes.step(RUN);
      expect(await episodes.step(SUBMIT)).toMatchObject({ done: true });
    }
  });

  test("refuse steps that were still waiting when the episode was done", async () => {
    const { episodes } = house();
    await episodes.reset({ episode_id: "a" });
    const steps = [SUBMIT, RUN, RUN].map((action) => episodes.step(action, { label: "a" }));
    expect(await Promise.allSettled(steps)).toMatchObject([
      { status: "fulfilled" },
      { reason: CONFLICT },
      { reason: CONFLICT },
    ]);
  });

  test("take no slot when the reset is refused", async () => {
    const { episodes, registry, held } = house();
    await expect(episodes.reset({ episode_id: "a", task_name: "unknown" })).rejects.toMatchObject({ status: 422 });
    expect([registry.active, held.live("http")]).toEqual([0, 0]);
    await episodes.reset({ episode_id: "a" });
  });

  test("are refused when there is no capacity", async () => {
    const { episodes } = house(1);
    await episodes.reset({});
    await expect(episodes.reset({})).rejects.toMatchObject({ code: "CAPACITY_REACHED", status: 503 });
  });
});

describe("an HTTP episode that nobody asks for", () => {
  test("ends after the idle time, and not before", async () => {
    const { episodes, registry, clock } = house();
    await episodes.reset({ episode_id: "a" });
    clock.advance(IDLE * 0.9);
    await episodes.step(RUN);
    clock.advance(IDLE * 0.9);
    expect(registry.active).toBe(1);
    clock.advance(IDLE * 0.2);
    expect(registry.active).toBe(0);
    await expect(episodes.step(RUN, { label: "a" })).rejects.toMatchObject({
      ...UNKNOWN,
      message: expect.stringContaining("900 s"),
    });
  });

  test("is forgotten for good some time after it was done", async () => {
    const { episodes, clock } = house();
    await episodes.reset({ episode_id: "a" });
    await episodes.step(SUBMIT);
    clock.advance(IDLE * 1.1);
    await expect(episodes.state("a")).rejects.toMatchObject(UNKNOWN);
  });

  test("does not end while a step runs, however long that takes", async () => {
    const { episodes, registry, stage, clock } = house();
    await episodes.reset({});
    const step = episodes.step({ action_type: "HANG" });
    await stage.until(({ hanging }) => hanging.length === 1);
    clock.advance(IDLE * 2);
    expect(registry.active).toBe(1);
    stage.hanging[0]?.finish();
    expect(await step).toMatchObject({ observation: { step_count: 1 } });
  });
});

describe("a step with timeout_s", () => {
  test("is given up when its time is over, and has then not been taken", async () => {
    const { episodes, stage } = house();
    await episodes.reset({});
    await expect(episodes.step({ action_type: "HANG" }, { timeoutMs: 5 })).rejects.toMatchObject({ status: 504 });
    expect(stage.hanging[0]?.signal?.aborted).toBe(true);
    expect(await episodes.step(RUN)).toMatchObject({ observation: { step_count: 1 } });
  });

  test("is given up even while it waits for its turn, and then never begins", async () => {
    const { episodes, stage } = house();
    await episodes.reset({});
    const hanging = episodes.step({ action_type: "HANG" });
    await stage.until(({ hanging }) => hanging.length === 1);
    await expect(episodes.step(RUN, { timeoutMs: 5 })).rejects.toMatchObject({ status: 504 });
    stage.hanging[0]?.finish();
    await hanging;
    expect(await episodes.state()).toMatchObject({ step_count: 1 });
    expect(stage.actions).toEqual(["HANG"]);
  });

  test("goes on without its caller once it is final: the next request waits for it and finds the episode over", async () => {
    const { episodes, stage } = house();
    await episodes.reset({ episode_id: "a" });
    await expect(episodes.step(END, { label: "a", timeoutMs: 5 })).rejects.toMatchObject({
      status: 504,
      message: expect.stringContaining("is under way and will be final"),
    });
    const [edit, state] = [episodes.step(RUN, { label: "a" }), episodes.state("a")];
    stage.hanging[0]?.finish();
    await expect(edit).rejects.toMatchObject({ ...CONFLICT, message: expect.stringContaining("is over") });
    expect(await state).toMatchObject({ done: true, step_count: 1 });
    expect(await episodes.state("a")).toMatchObject({ done: true, step_count: 1 });
    expect(stage.actions).toEqual(["END"]);
  });

  test("frees its slot once the final step that nobody waits for is at its end", async () => {
    const { episodes, registry, stage } = house();
    await episodes.reset({ episode_id: "a" });
    await expect(episodes.step(END, { timeoutMs: 5 })).rejects.toMatchObject({ status: 504 });
    expect(registry.active).toBe(1);
    stage.hanging[0]?.finish();
    await stage.until(({ closed }) => closed === 1);
    expect([registry.active, registry.counts.steps]).toEqual([0, 1]);
  });

  test("is not final as long as it waits for its turn", async () => {
    const { episodes, stage } = house();
    await episodes.reset({});
    const hanging = episodes.step({ action_type: "HANG" });
    await stage.until(({ hanging }) => hanging.length === 1);
    await expect(episodes.step(END, { timeoutMs: 5 })).rejects.toMatchObject({
      status: 504,
      message: expect.stringContaining("was not taken"),
    });
    stage.hanging[0]?.finish();
    await hanging;
    expect(await episodes.state()).toMatchObject({ done: false, step_count: 1 });
  });

  test("is answered as ever when it is in time", async () => {
    const { episodes } = house();
    await episodes.reset({});
    expect(await episodes.step(RUN, { timeoutMs: 1e12 })).toMatchObject({ observation: { step_count: 1 } });
  });
});
