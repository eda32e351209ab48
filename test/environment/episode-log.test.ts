/** A step is computed, kept, and only then true: what a gym does while its log fails. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EditBudget } from "../../src/environment/edit-budget.ts";
import { keepsNothing, NotLoggedError } from "../../src/environment/episode-log.ts";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import type { GymStepOptions } from "../../src/environment/gym-options.ts";
import { GradePendingError } from "../../src/environment/ungraded.ts";
import type { StepData, StepResult } from "../../src/protocol/protocol.ts";
import { actionsOfEpisode, describeEpisodeLog } from "./episode-log-contract.ts";
import { KeptLog } from "./support/kept-log.ts";
import { openWorldGym, replace, request } from "./support/open-gym.ts";

describeEpisodeLog("what keeps nothing", async () => ({ log: keepsNothing }));
describeEpisodeLog("what the tests keep", async () => {
  const log = new KeptLog();
  return { log, restart: async () => log, failNext: () => log.failNext() };
});

const RESET = request({ max_steps: 6 });
const SUBMIT: StepData = { action_type: "SUBMIT" };
const LARGE = replace(2, 2, "x".repeat(5_000));

function bench() {
  const log = new KeptLog();
  const editBudget = new EditBudget(10_000_000);
  const { tasks, sandbox } = openWorldGym();
  const options = { tasks, sandboxFor: () => sandbox, session: "bench", client: "owner", editBudget, log };
  return { gym: new TraceFixRLGym(options), log, sandbox, editBudget, tasks };
}

/** Asks until it is answered. */
async function insist<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof NotLoggedError || error instanceof GradePendingError)) throw error;
    }
  }
}

/** Everything that a player sees of an episode, with what the server holds for it. */
async function play({ gym, editBudget }: ReturnType<typeof bench>, actions: readonly StepData[]) {
  const seen: unknown[] = [await insist(() => gym.reset(RESET))];
  for (const action of actions) {
    if (gym.state.done) break;
    seen.push(await insist(() => gym.step(action)), gym.state, editBudget.used);
  }
  return JSON.stringify(seen);
}

test("failures at random appends never change what a player sees in the end, nor what is held for it", async () => {
  await fc.assert(
    fc.asyncProperty(actionsOfEpisode, fc.infiniteStream(fc.boolean()), async (actions, fails) => {
      const [quiet, shaken] = [bench(), bench()];
      shaken.log.failWhen(() => fails.next().value === true);
      shaken.log.failAfterKeepingWhen(() => fails.next().value === true);
      expect(await play(shaken, actions)).toBe(await play(quiet, actions));
      expect(shaken.log.episodes).toEqual(quiet.log.episodes);
    }),
    { numRuns: 60 },
  );
});

describe("a step that was kept although the log said that it was not", () => {
  const doubtful = async (action: StepData, options?: GymStepOptions) => {
    const one = bench();
    await one.gym.reset(RESET);
    one.log.failNextAfterKeeping();
    await expect(one.gym.step(action, options)).rejects.toThrow(NotLoggedError);
    return one;
  };

  test("is taken once, however it is sent again: under its name, or without one", async () => {
    for (const options of [{ requestId: "r" }, {}]) {
      const quiet = bench();
      await quiet.gym.reset(RESET);
      const { gym, log, editBudget } = await doubtful(LARGE, options);
      expect(await gym.step(LARGE, options)).toEqual(await quiet.gym.step(LARGE, options));
      expect([log.read("bench")?.steps.length, editBudget.used]).toEqual([1, quiet.editBudget.used]);
      expect((await gym.step(LARGE, { requestId: "another" })).observation.step_count).toBe(2);
    }
  });

  test("has happened for anyone who asks for something else", async () => {
    const { gym } = await doubtful(LARGE, { requestId: "r" });
    expect((await gym.step({ action_type: "RUN_TESTS" }, { requestId: "s" })).observation.step_count).toBe(2);
  });

  test("is in the state as soon as the log has been asked", async () => {
    const { gym } = await doubtful(LARGE);
    expect([gym.isInDoubt, gym.state.step_count]).toEqual([true, 0]);
    expect(await gym.catchUp()).toMatchObject({ begun: null, steps: [{ attempt: { action: LARGE } }] });
    expect([gym.isInDoubt, gym.state.step_count]).toEqual([false, 1]);
  });

  test("answers whatever comes next where it handed the episode in", async () => {
    const { gym, sandbox } = await (async () => {
      const one = bench();
      await one.gym.reset(RESET);
      one.log.failNextAfterKeeping();
      await expect(one.gym.step(SUBMIT)).rejects.toThrow(GradePendingError);
      return one;
    })();
    const runs = sandbox.batches.length;
    expect(await gym.step({ action_type: "RUN_TESTS" }, { requestId: "r" })).toMatchObject({ done: true });
    expect(sandbox.batches).toHaveLength(runs);
    await expect(gym.step(SUBMIT)).rejects.toMatchObject({ code: "EXECUTION_ERROR" });
  });
});

describe("an episode that two gyms play", () => {
  const both = async () => {
    const log = new KeptLog();
    const { tasks, sandbox } = openWorldGym();
    const options = { tasks, sandboxFor: () => sandbox, session: "shared", log };
    const [mine, other] = [new TraceFixRLGym(options), new TraceFixRLGym(options)];
    await mine.reset(RESET);
    await mine.step(replace(1, 1, "half"), { requestId: "first" });
    await other.catchUp({ fromLog: true });
    return { mine, other, log };
  };

  test("goes on in the second one where it stands, and the last request is repeated there, too", async () => {
    const { mine, other } = await both();
    expect(other.state).toEqual(mine.state);
    const again = await other.step(replace(1, 1, "half"), { requestId: "first" });
    expect(again.observation.step_count).toBe(1);
  });

  test("is lost by the one that comes later with the same step, and found again before its next answer", async () => {
    const { mine, other, log } = await both();
    await other.step({ action_type: "RUN_TESTS" }, { requestId: "theirs" });
    const error = { code: "MOVED", details: { step: 2 } };
    await expect(mine.step({ action_type: "UNDO_EDIT" }, { requestId: "mine" })).rejects.toMatchObject(error);
    const next = await mine.step({ action_type: "UNDO_EDIT" }, { requestId: "mine" });
    expect(next.observation.step_count).toBe(3);
    expect(log.read("shared")?.steps.map(({ requestId }) => requestId)).toEqual(["first", "theirs", "mine"]);
  });

  test("is not handed in by who comes later, who may go on", async () => {
    const { mine, other } = await both();
    await other.step({ action_type: "RUN_TESTS" });
    await expect(mine.step(SUBMIT)).rejects.toMatchObject({ code: "MOVED" });
    expect((await mine.step({ action_type: "VIEW_CODE" })).done).toBe(false);
  });
});

describe("a step that could not be kept", () => {
  test("has not happened: the episode stands as it was, and its room for edits is given back", async () => {
    const { gym, log, editBudget } = bench();
    await gym.reset(RESET);
    await gym.step(replace(1, 1, "half"));
    const [state, used] = [gym.state, editBudget.used];
    for (const action of [LARGE, { action_type: "RUN_TESTS" }, { action_type: "UNDO_EDIT" }]) {
      log.failNext();
      await expect(gym.step(action)).rejects.toThrow(NotLoggedError);
      expect([gym.state, editBudget.used]).toEqual([state, used]);
    }
    log.failNext(0);
    expect((await gym.step({ action_type: "VIEW_CODE" })).observation.step_count).toBe(2);
  });

  test("may be followed by another in its place", async () => {
    const { gym, log } = bench();
    await gym.reset(RESET);
    log.failNext();
    await expect(gym.step(LARGE)).rejects.toThrow(NotLoggedError);
    await gym.step({ action_type: "RUN_TESTS" });
    expect(log.read("bench")?.steps).toMatchObject([{ number: 1, attempt: { action: { action_type: "RUN_TESTS" } } }]);
  });

  test("is not cancelled while it is being kept, and leaves nothing held of a session that ended meanwhile", async () => {
    const { gym, editBudget, log } = bench();
    await gym.reset(RESET);
    const controller = new AbortController();
    log.failWhen(() => {
      controller.abort(new Error("nobody waits"));
      return false;
    });
    const kept = await gym.step(LARGE, { signal: controller.signal });
    expect([kept.observation.step_count, controller.signal.aborted]).toEqual([1, true]);
    log.failWhen(() => {
      gym.close();
      return true;
    });
    await expect(gym.step(replace(1, 1, "half"))).rejects.toThrow(NotLoggedError);
    expect(editBudget.used).toBe(0);
  });
});

describe("an episode that is being kept when its session ends", () => {
  test("does not begin, nor does any after it", async () => {
    const { gym, log, editBudget } = bench();
    log.failWhen(() => {
      gym.close();
      return false;
    });
    await expect(gym.reset(RESET)).rejects.toThrow("The session has ended");
    expect([gym.state.episode_id, gym.task, editBudget.used]).toEqual([null, null, 0]);
    const kept = log.episodes.length;
    await expect(gym.reset(RESET)).rejects.toThrow("The session has ended");
    expect(log.episodes).toHaveLength(kept);
  });
});

describe("a SUBMIT that was graded and could not be kept", () => {
  const submitted = async (failures: number) => {
    const one = bench();
    await one.gym.reset(RESET);
    await one.gym.step(replace(1, 1, "good"));
    one.log.failNext(failures);
    return one;
  };

  test("stays handed in: whatever is sent next gives that very grade, and no run is made again", async () => {
    const quiet = await submitted(0);
    const graded: StepResult = await quiet.gym.step(SUBMIT);
    const { gym, log, sandbox } = await submitted(3);
    for (const action of [SUBMIT, replace(1, 1, "given"), { action_type: "RUN_TESTS" }]) {
      await expect(gym.step(action)).rejects.toThrow(GradePendingError);
      expect(gym.state).toMatchObject({ done: false, step_count: 1 });
    }
    expect(await gym.step({ action_type: "UNDO_EDIT" })).toEqual(graded);
    expect(sandbox.batches).toEqual(quiet.sandbox.batches);
    expect(log.episodes).toEqual(quiet.log.episodes);
    await expect(gym.step(SUBMIT)).rejects.toMatchObject({ code: "EXECUTION_ERROR" });
  });

  test("tells nothing of the grade", async () => {
    const { gym } = await submitted(1);
    const error = await gym.step(SUBMIT).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ cause: expect.any(NotLoggedError) });
    expect(String(error)).not.toMatch(/solved|passed|\d/);
  });
});

test("a reset that could not be kept leaves the present episode going", async () => {
  const { gym, log, editBudget } = bench();
  await gym.reset(RESET);
  await gym.step(LARGE);
  const [state, used] = [gym.state, editBudget.used];
  log.failNext();
  await expect(gym.reset(request({ episode_id: "another" }))).rejects.toThrow(NotLoggedError);
  expect([gym.state, editBudget.used]).toEqual([state, used]);
  expect((await gym.step({ action_type: "UNDO_EDIT" })).observation.step_count).toBe(2);
});

test("a record begins with what was drawn and the task it came to, by name and by its program's files", async () => {
  const { gym, log, tasks } = bench();
  await gym.reset(RESET);
  const [task] = tasks.tasks;
  const entry = await tasks.find(task?.name ?? "");
  if (task === undefined || entry === undefined) throw new Error("There is no task");
  expect(log.read("bench")?.head).toMatchObject({
    session: "bench",
    request: { seed: 7, episode_id: "episode", max_steps: 6 },
    task: { name: task.name, programHash: entry.program.contentHash },
  });
});
