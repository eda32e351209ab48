import { describe, expect, test } from "vitest";
import { digestOfName } from "../../src/sessions/session-names.ts";
import { SessionRegistry } from "../../src/sessions/session-registry.ts";
import { Stage } from "./fake-environment.ts";

const CAPACITY = { code: "CAPACITY_REACHED", status: 503 };

describe("the registry of sessions", () => {
  test("gives exactly as many slots as it has, and each back exactly once", () => {
    const registry = new SessionRegistry(new Stage().create, { capacity: 2 });
    const first = registry.open();
    registry.open();
    expect(() => registry.open()).toThrow(expect.objectContaining(CAPACITY));
    first.close();
    first.close();
    expect(registry.active).toBe(1);
    registry.open();
    expect(() => registry.open()).toThrow(
      expect.objectContaining({ details: { active_sessions: 2, max_sessions: 2 } }),
    );
    expect(registry.counts).toMatchObject({ opened: 3, refused: 2 });
  });

  test("loses no slot to an environment that cannot be made, and tells nothing of why", () => {
    const stage = new Stage();
    const registry = new SessionRegistry(stage.create, { capacity: 1 });
    stage.failFactory = true;
    expect(() => registry.open()).toThrow(
      expect.objectContaining({ code: "FACTORY_ERROR", message: expect.not.stringContaining("today") }),
    );
    stage.failFactory = false;
    expect(registry.open().pending).toBe(0);
  });

  test("tells nobody of an episode that begins once its session is closed, and of no step but the one that ends it", async () => {
    const stage = new Stage();
    const registry = new SessionRegistry(stage.create);
    const told: string[] = [];
    registry.tell({
      begun: () => {
        told.push("begun");
        return { stepped: () => told.push("stepped"), left: () => told.push("left") };
      },
    });
    const [leaving, playing] = [registry.open(), registry.open()];
    const beginning = leaving.reset({});
    leaving.close();
    await expect(beginning).rejects.toMatchObject({ code: "SESSION_ERROR" });
    expect(told).toEqual([]);
    await playing.reset({});
    const step = playing.step({ action_type: "END" });
    await stage.until(({ hanging }) => hanging.length === 1);
    playing.close();
    stage.hanging[0]?.finish();
    await step;
    // What ends the episode is taken to its end, and told before the session is gone.
    await expect.poll(() => told).toEqual(["begun", "stepped", "left"]);
  });

  test("gives every session a key of its own, whatever episode_id it plays", async () => {
    const stage = new Stage();
    const registry = new SessionRegistry(stage.create);
    const [a, b] = [registry.open(), registry.open()];
    await Promise.all([a.reset({ episode_id: "group" }), b.reset({ episode_id: "group" })]);
    await a.step({ action_type: "RUN_TESTS" });
    // Reading what is kept under them opens no session with it.
    expect(new Set(stage.keys)).toEqual(new Set([a.key, b.key].map((key) => digestOfName("session", key))));
    expect([await a.state(), await b.state()]).toMatchObject([{ step_count: 1 }, { step_count: 0 }]);
    expect(registry.find(a.key)).toBe(a);
  });

  test("draws the seed and the id that a reset leaves out, and the observation reports them", async () => {
    const stage = new Stage();
    const draws = { seed: () => 42, episodeId: () => "drawn" };
    const session = new SessionRegistry(stage.create, { draws }).open();
    const drawn = await session.reset({ seed: null });
    const given = await session.reset({ seed: 0, episode_id: "mine" });
    expect(drawn.observation).toMatchObject({ info: { episode_id: "drawn" }, metadata: { seed: 42 } });
    expect(given.observation).toMatchObject({ info: { episode_id: "mine" }, metadata: { seed: 0 } });
  });

  test("draws seeds that are valid everywhere and not always the same", async () => {
    const stage = new Stage();
    const session = new SessionRegistry(stage.create).open();
    for (let count = 0; count < 20; count += 1) await session.reset({});
    const seeds = stage.requests.map(({ seed }) => seed);
    expect(new Set(seeds).size).toBeGreaterThan(15);
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31)).toBe(true);
  });

  test("opens nothing once it is stopping, and closes what is open", async () => {
    const stage = new Stage();
    const registry = new SessionRegistry(stage.create);
    const session = registry.open();
    await session.reset({});
    const hanging = session.step({ action_type: "HANG" });
    const refused = expect(hanging).rejects.toMatchObject({ code: "SESSION_ERROR", status: 503 });
    await stage.until(({ hanging }) => hanging.length === 1);
    registry.stopAdmitting();
    expect(() => registry.open()).toThrow(expect.objectContaining(CAPACITY));
    registry.close();
    await refused;
    expect(registry.active).toBe(0);
  });

  test("admits nobody once it is stopping who has come but not begun, and lets who has go on", async () => {
    const registry = new SessionRegistry(new Stage().create);
    const [seated, waiting] = [registry.open(), registry.prepare({})];
    await seated.reset({});
    registry.stopAdmitting();
    await expect(waiting.reset({})).rejects.toMatchObject(CAPACITY);
    await expect(waiting.enter()).rejects.toMatchObject(CAPACITY);
    expect(await seated.step({ action_type: "RUN_TESTS" })).toMatchObject({ done: false });
    expect(await seated.reset({})).toMatchObject({ done: false });
  });
});

describe("what goes wrong in a session", () => {
  async function failing(action_type: string) {
    const session = new SessionRegistry(new Stage().create).open();
    await session.reset({});
    const error: unknown = await session.step({ action_type }).catch((reason: unknown) => reason);
    return { error, state: await session.state() };
  }

  test("is told without a path or a stack when we did not foresee it", async () => {
    const { error, state } = await failing("CRASH");
    expect(error).toMatchObject({
      code: "INTERNAL_ERROR",
      status: 500,
      message: expect.not.stringMatching(/boom|secret/),
    });
    expect(state.step_count).toBe(0);
  });

  test("asks to try again, and leaves the episode as it was, when the sandbox could not serve", async () => {
    const { error, state } = await failing("BUSY");
    expect(error).toMatchObject({
      code: "EXECUTION_ERROR",
      status: 503,
      message: expect.stringContaining("try again"),
    });
    expect(state.step_count).toBe(0);
  });
});
