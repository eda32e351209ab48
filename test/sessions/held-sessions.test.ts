/** How a session is held between requests: one contract over the three doors that hold them, and what is each one's own. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CodeState, StepData, StepResult } from "../../src/protocol/protocol.ts";
import { HeldSessions } from "../../src/sessions/held-sessions.ts";
import { HttpEpisodes } from "../../src/sessions/http-episodes.ts";
import { type RegistryOptions, SessionRegistry } from "../../src/sessions/session-registry.ts";
import { WebDesk } from "../../src/sessions/web-desk.ts";
import { Stage } from "./fake-environment.ts";
import { ManualClock } from "./manual-clock.ts";

const IDLE = 900_000;
const RUN = { action_type: "RUN_TESTS" };
const HANG = { action_type: "HANG" };
const FULL = { code: "CAPACITY_REACHED", status: 503 };

function house(options: RegistryOptions = {}) {
  const stage = new Stage();
  const clock = new ManualClock();
  const registry = new SessionRegistry(stage.create, { capacity: 10, clock, ...options });
  const timers = clock.running;
  const held = new HeldSessions(registry, { idleMs: IDLE, clock });
  return { stage, clock, registry, held, timers };
}
type House = ReturnType<typeof house>;

/** One who plays at a door, and has no connection between two requests. */
interface Player {
  begin(): Promise<unknown>;
  step(action: StepData): Promise<StepResult>;
  state(): Promise<CodeState>;
}

/** The doors, each with the player of one episode. */
const DOORS: Readonly<Record<string, (house: House, client?: string) => Player>> = {
  "an HTTP episode": ({ held, registry }, client = "player") => {
    const episodes = new HttpEpisodes(held, registry.draws);
    const [label, secret] = [`the episode of ${client}`, `the secret of ${client}`];
    return {
      begin: () => episodes.reset({ episode_id: label }, { client, secret }),
      step: (action) => episodes.step(action, { label, secret }),
      state: () => episodes.state(label, { secret }),
    };
  },
  "a session of /mcp": ({ held }, client = "player") => {
    let key = "";
    const session = () => held.session(key) ?? Promise.reject(new Error("Unknown session"));
    return {
      begin: async () => {
        const opened = held.session(key) ?? (await held.open({ client }));
        key = opened.key;
        await opened.reset({});
      },
      step: async (action) => (await session()).step(action),
      state: async () => (await session()).state(),
    };
  },
  "the page's shared episode": ({ held, registry, clock }, client = "player") => {
    const desk = new WebDesk({ registry, sessions: held, clock });
    return {
      begin: () => desk.reset({}, { client }),
      step: (action) => desk.step({ action, normalised: [] }, { client }),
      state: async () => {
        const state = await desk.state();
        if (state.episode_id === null) throw new Error("No episode has begun");
        return state;
      },
    };
  },
};

describe.each(Object.entries(DOORS))("%s", (_, open) => {
  test("stands at the next request where the one before has left it", async () => {
    const player = open(house());
    await player.begin();
    await player.step(RUN);
    expect(await player.step(RUN)).toMatchObject({ observation: { step_count: 2 } });
    expect(await player.state()).toMatchObject({ step_count: 2 });
  });

  test("takes one place, and none where there is none", async () => {
    const { registry, ...rest } = house({ capacity: 1 });
    const other = registry.open();
    const player = open({ registry, ...rest });
    await expect(player.begin()).rejects.toMatchObject(FULL);
    await expect(player.state()).rejects.toThrow();
    other.close();
    expect(registry.active).toBe(0);
    await player.begin();
    await player.begin();
    expect(registry.active).toBe(1);
  });

  test("ends when nobody has asked for it for so long, and not before: its place is free, and it can begin again", async () => {
    const all = house();
    const { clock, registry, stage } = all;
    const player = open(all);
    await player.begin();
    for (const ask of [() => player.step(RUN), () => player.state(), () => player.begin()]) {
      clock.advance(IDLE * 0.9);
      await ask();
    }
    clock.advance(IDLE * 0.9);
    expect(registry.active).toBe(1);
    clock.advance(IDLE * 0.2);
    expect([registry.active, stage.closed]).toEqual([0, 1]);
    await expect(player.step(RUN)).rejects.toThrow();
    await expect(player.state()).rejects.toThrow();
    await player.begin();
    expect(await player.state()).toMatchObject({ step_count: 0 });
  });

  test("does not end while it is busy, however long that takes", async () => {
    const all = house();
    const { clock, registry, stage } = all;
    const player = open(all);
    await player.begin();
    const step = player.step(HANG);
    await stage.until(({ hanging }) => hanging.length === 1);
    clock.advance(IDLE * 3);
    expect(registry.active).toBe(1);
    stage.hanging[0]?.finish();
    expect(await step).toMatchObject({ observation: { step_count: 1 } });
    clock.advance(IDLE * 0.9);
    expect(await player.state()).toMatchObject({ step_count: 1 });
  });

  test("ends with all that waits for it when the server stops", async () => {
    const all = house();
    const { registry, stage } = all;
    const player = open(all);
    await player.begin();
    const step = player.step(HANG);
    await stage.until(({ hanging }) => hanging.length === 1);
    registry.close();
    await expect(step).rejects.toMatchObject({ code: "SESSION_ERROR", status: 503 });
    expect(registry.active).toBe(0);
  });
});

describe("sessions that are held", () => {
  test("count against their client's share at whichever door it asks", async () => {
    const all = house({ clientCapacity: 2, waitMs: 0 });
    const { registry } = all;
    const [http, mcp] = Object.values(DOORS).map((open) => open(all, "greedy"));
    await http?.begin();
    await mcp?.begin();
    for (const more of [
      () => all.held.open({ client: "greedy" }),
      () => registry.prepare({ client: "greedy" }).reset({}),
    ]) {
      const refused = more();
      refused.catch(() => undefined);
      await new Promise(setImmediate);
      all.clock.advance(1_000);
      await expect(refused).rejects.toMatchObject({ code: "CAPACITY_REACHED", status: 429 });
    }
    await all.held.open({ client: "modest" });
    expect(registry.active).toBe(3);
  });

  test("hold as many places as were asked for within the limit, whatever is asked of which and in what order", async () => {
    const moves = fc.record({ door: fc.nat(2), what: fc.constantFrom("begin", "step", "state", "wait", "wait") });
    await fc.assert(
      fc.asyncProperty(fc.array(moves, { maxLength: 30 }), async (asked) => {
        const all = house();
        const players = Object.values(DOORS).map((open) => open(all));
        const lastAsked = new Map<number, number>();
        for (const { door, what } of asked) {
          const player = players[door];
          if (player === undefined) throw new Error("There is no such door");
          // Whatever is due is more or less than the limit by more than the look for idle sessions takes.
          if (what === "wait") all.clock.advance(IDLE * 0.4);
          const isHeld = lastAsked.has(door);
          if (what === "begin") await player.begin();
          if (what === "step" || what === "state") {
            const answer = what === "step" ? player.step(RUN) : player.state();
            expect(await answer.then(() => true).catch(() => false)).toBe(isHeld);
          }
          if (what === "begin" || (what !== "wait" && isHeld)) lastAsked.set(door, all.clock.now());
          for (const [each, at] of lastAsked) if (all.clock.now() - at > IDLE) lastAsked.delete(each);
          expect(all.registry.active).toBe(lastAsked.size);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("are found at their own door only, whatever names the others' have", async () => {
    const { held, registry } = house();
    const episodes = new HttpEpisodes(held, registry.draws);
    const { key } = await held.open();
    await episodes.reset({ episode_id: key });
    await episodes.reset({ episode_id: "shared" });
    expect(held.session("shared")).toBeUndefined();
    expect(held.find("page", "shared")).toBeUndefined();
    expect(await held.close("shared")).toBeNull();
    expect(await held.close(key)).toBe("closed");
    expect(await episodes.state(key)).toMatchObject({ episode_id: key });
    expect([held.live("http"), held.live("mcp"), held.live("page")]).toEqual([2, 0, 0]);
  });

  test("cost one timer for all of them, which is stopped at the end", async () => {
    const all = house();
    for (const open of Object.values(DOORS)) await open(all).begin();
    expect(all.clock.running - all.timers).toBe(1);
    all.held.stop();
    expect(all.clock.running).toBe(all.timers);
  });

  test("leave of what is over no more than there are places, the oldest going first", async () => {
    const { held, registry } = house({ capacity: 2 });
    const episodes = new HttpEpisodes(held, registry.draws);
    for (const episode_id of ["a", "b", "c"]) {
      await episodes.reset({ episode_id });
      await episodes.step({ action_type: "SUBMIT" }, { label: episode_id });
    }
    await expect(episodes.state("a")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await episodes.state("b")).toMatchObject({ done: true });
    expect(await episodes.state()).toMatchObject({ episode_id: "c" });
    expect(registry.active).toBe(0);
  });
});

describe("a session of /mcp that a socket plays as well", () => {
  test("is that socket's alone, does not fall idle, and outlives it", async () => {
    const { held, clock, registry } = house();
    const { key } = await held.open();
    expect(held.attach(key).key).toBe(key);
    expect(() => held.attach(key)).toThrow(expect.objectContaining({ code: "SESSION_ERROR" }));
    clock.advance(IDLE * 3);
    held.detach(key);
    clock.advance(IDLE * 0.9);
    expect(registry.active).toBe(1);
    clock.advance(IDLE * 0.2);
    expect(registry.active).toBe(0);
    expect(() => held.attach(key)).toThrow(expect.objectContaining({ code: "SESSION_ERROR" }));
  });

  test("is closed only when the socket is gone", async () => {
    const { held, registry } = house();
    const { key } = await held.open();
    held.attach(key);
    expect([await held.close(key), registry.active]).toEqual(["closing", 1]);
    held.detach(key);
    expect([await held.close(key), registry.active]).toEqual([null, 0]);
  });
});

describe("the page's shared episode", () => {
  test("is begun by visitors side by side in one session", async () => {
    const { held, registry, clock, stage } = house();
    const desk = new WebDesk({ registry, sessions: held, clock });
    await Promise.all(["a", "b", "c"].map((client) => desk.reset({}, { client })));
    expect([registry.active, stage.keys.length, held.live("page")]).toEqual([1, 1, 1]);
  });

  test("takes no place when its reset asks for what there is not, and is shown as not begun", async () => {
    const { held, registry, clock } = house();
    const desk = new WebDesk({ registry, sessions: held, clock });
    await desk.reset({ episode_id: "old" }, { client: "a" });
    clock.advance(IDLE * 2);
    await expect(desk.reset({ task_name: "unknown" }, { client: "a" })).rejects.toMatchObject({ status: 422 });
    expect(registry.active).toBe(0);
    const shown: unknown[] = [];
    desk.watch((episode) => shown.push(episode.episode_id), { client: "a" });
    expect(shown).toEqual([null]);
  });
});
