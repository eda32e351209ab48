/** A step is computed, kept, and only then true: what a gym does while its log fails. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EditBudget } from "../../src/environment/edit-budget.ts";
import { keepsNothing, NotLoggedError } from "../../src/environment/episode-log.ts";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import { GradePendingError } from "../../src/environment/ungraded.ts";
import type { StepData, StepResult } from "../../src/protocol/protocol.ts";
import { actionsOfEpisode, describeEpisodeLog } from "./episode-log-contract.ts";
import { KeptLog } from "./support/kept-log.ts";
import { openWorldGym, replace, request } from "./support/open-gym.ts";

describeEpisodeLog("what keeps nothing", async () => ({ log: keepsNothing }));
describeEpisodeLog("what the tests keep", async () => {
  const log = new KeptLog();
  return { log, read: async (session) => log.read(session), failNext: () => log.failNext() };
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
      expect(await play(shaken, actions)).toBe(await play(quiet, actions));
      expect(shaken.log.episodes).toEqual(quiet.log.episodes);
    }),
    { numRuns: 60 },
  );
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
