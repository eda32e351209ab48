import { describe, expect, test } from "vitest";
import { HeldSessions } from "../../src/sessions/held-sessions.ts";
import { HttpEpisodes } from "../../src/sessions/http-episodes.ts";
import { SessionRegistry } from "../../src/sessions/session-registry.ts";
import { Stage } from "./fake-environment.ts";
import { ManualClock } from "./manual-clock.ts";

const RUN = { action_type: "RUN_TESTS" };
const SUBMIT = { action_type: "SUBMIT" };
const TAKEN = { code: "EXECUTION_ERROR", status: 409 };
const UNKNOWN = { code: "NOT_FOUND", status: 404 };
const MINE = { secret: "a secret of mine" };
const OTHERS = { secret: "a secret of another" };

function house() {
  const clock = new ManualClock();
  const registry = new SessionRegistry(new Stage().create, { capacity: 10 });
  const held = new HeldSessions(registry, { idleMs: 900_000, clock });
  return { clock, registry, episodes: new HttpEpisodes(held, registry.draws) };
}

describe("an HTTP episode that began with its owner's secret", () => {
  test("is stepped and seen with that secret only, by its label or without", async () => {
    const { episodes } = house();
    await episodes.reset({ episode_id: "a" }, MINE);
    for (const stranger of [{}, OTHERS, { secret: "" }]) {
      await expect(episodes.step(RUN, { label: "a", ...stranger })).rejects.toMatchObject(UNKNOWN);
      await expect(episodes.state("a", stranger)).rejects.toMatchObject(UNKNOWN);
      await expect(episodes.step(RUN, stranger)).rejects.toMatchObject(TAKEN);
      expect(await episodes.state(undefined, stranger)).toMatchObject({ episode_id: null });
    }
    await episodes.step(RUN, { label: "a", ...MINE });
    await episodes.step(RUN, MINE);
    expect(await episodes.state("a", MINE)).toMatchObject({ step_count: 2 });
    expect(await episodes.state(undefined, MINE)).toMatchObject({ step_count: 2 });
  });

  test("tells a stranger no more than that there is none for him", async () => {
    const { episodes } = house();
    await episodes.reset({ episode_id: "a" }, MINE);
    const told = async (label: string) =>
      episodes.step(RUN, { label, ...OTHERS }).catch((error: Error) => error.message.replace(label, "…"));
    expect(await told("a")).toBe(await told("b"));
    expect(await told("a")).toContain("X-Tracefix-Session");
  });

  test("is ended by no stranger's reset, and begun again by its owner's", async () => {
    const { episodes, registry } = house();
    await episodes.reset({ episode_id: "a" }, MINE);
    await episodes.step(RUN, MINE);
    for (const stranger of [{}, OTHERS]) {
      await expect(episodes.reset({ episode_id: "a" }, stranger)).rejects.toMatchObject(TAKEN);
    }
    expect(await episodes.state("a", MINE)).toMatchObject({ step_count: 1 });
    expect(await episodes.reset({ episode_id: "a" }, MINE)).toMatchObject({ drawn: undefined });
    expect(await episodes.state("a", MINE)).toMatchObject({ step_count: 0 });
    expect(registry.active).toBe(1);
  });

  test("stays as it was when its owner's reset asks for what there is not", async () => {
    const { episodes } = house();
    await episodes.reset({ episode_id: "a" }, MINE);
    await episodes.step(RUN, MINE);
    await expect(episodes.reset({ episode_id: "a", task_name: "unknown" }, MINE)).rejects.toMatchObject({
      status: 422,
    });
    expect(await episodes.state("a", MINE)).toMatchObject({ step_count: 1 });
  });

  test("is its owner's still when it is done, and its label is for nobody else", async () => {
    const { episodes } = house();
    await episodes.reset({ episode_id: "a" }, MINE);
    await episodes.step(SUBMIT, MINE);
    await expect(episodes.state("a")).rejects.toMatchObject(UNKNOWN);
    expect(await episodes.state("a", MINE)).toMatchObject({ done: true });
    expect(await episodes.state()).toMatchObject({ episode_id: null });
    await expect(episodes.step(RUN, { label: "a", ...MINE })).rejects.toMatchObject({
      ...TAKEN,
      message: expect.stringContaining("over"),
    });
    for (const stranger of [OTHERS, {}]) {
      await expect(episodes.reset({ episode_id: "a" }, stranger)).rejects.toMatchObject(TAKEN);
    }
    expect(await episodes.state("a", MINE)).toMatchObject({ done: true });
    await episodes.reset({ episode_id: "a" }, MINE);
    expect(await episodes.state("a", MINE)).toMatchObject({ done: false });
  });

  test("leaves its label to others once it has ended for want of requests", async () => {
    const { episodes, clock } = house();
    await episodes.reset({ episode_id: "a" }, MINE);
    clock.advance(1_000_000);
    await episodes.reset({ episode_id: "a" }, OTHERS);
    expect(await episodes.state("a", OTHERS)).toMatchObject({ step_count: 0 });
  });

  test("is one of several of the same owner, which must be named", async () => {
    const { episodes } = house();
    await episodes.reset({ episode_id: "a" }, MINE);
    await episodes.reset({ episode_id: "b" }, MINE);
    await episodes.reset({ episode_id: "c" }, OTHERS);
    await expect(episodes.step(RUN, MINE)).rejects.toMatchObject({ ...TAKEN, message: expect.stringMatching(/^2 /) });
    expect(await episodes.step(RUN, OTHERS)).toMatchObject({ observation: { info: { episode_id: "c" } } });
  });
});

describe("an HTTP episode that began without a secret", () => {
  test("goes on by its label, or without while it is the only one that is open to all", async () => {
    const { episodes } = house();
    await episodes.reset({ episode_id: "owned" }, MINE);
    await episodes.reset({ episode_id: "open" });
    await episodes.step(RUN, { label: "open" });
    expect(await episodes.step(RUN)).toMatchObject({ observation: { info: { episode_id: "open" }, step_count: 2 } });
    expect(await episodes.state()).toMatchObject({ episode_id: "open" });
  });

  test("has a secret of its own that was drawn, with which alone it is begun again", async () => {
    const { episodes } = house();
    const { drawn } = await episodes.reset({ episode_id: "a" });
    const other = await episodes.reset({ episode_id: "b" });
    expect(drawn).toMatch(/^[\w-]{32}$/);
    expect(drawn).not.toBe(other.drawn);
    await episodes.step(RUN, { label: "a" });
    for (const stranger of [{}, OTHERS, { secret: other.drawn }]) {
      await expect(episodes.reset({ episode_id: "a" }, stranger)).rejects.toMatchObject(TAKEN);
    }
    expect(await episodes.state("a")).toMatchObject({ step_count: 1 });
    await episodes.reset({ episode_id: "a" }, { secret: drawn });
    expect(await episodes.state("a")).toMatchObject({ step_count: 0 });
  });

  test("is not for who shows a secret that is another's", async () => {
    const { episodes } = house();
    const { drawn } = await episodes.reset({ episode_id: "a" });
    await expect(episodes.step(RUN, { label: "a", ...OTHERS })).rejects.toMatchObject(UNKNOWN);
    expect(await episodes.step(RUN, { secret: drawn })).toMatchObject({ observation: { step_count: 1 } });
  });
});
