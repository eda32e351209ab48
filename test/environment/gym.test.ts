/** The environment as its caller meets it: episodes begin, go on and end, and a failed call changes nothing. */
import { describe, expect, test } from "vitest";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import { codeObservationSchema, type StepResult, stateSchema, TraceFixError } from "../../src/protocol/protocol.ts";
import { SandboxError } from "../../src/sandbox/sandbox.ts";
import { taskSetOf } from "../tasks/support/task-set.ts";
import { openWorldGym, replace, request, take } from "./support/open-gym.ts";
import { worldSandbox, worldTask, worldText } from "./support/worlds.ts";

const GOOD = replace(1, 1, "good");

async function refusal(promise: Promise<unknown>): Promise<TraceFixError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof TraceFixError) return error;
  throw new Error(`Expected a TraceFixError, got ${String(error)}`);
}

describe("a reset", () => {
  test("begins an episode with no reward and everything that was drawn", async () => {
    const { gym } = openWorldGym();
    const { observation, reward, done } = await gym.reset(request({ max_steps: 9, reward: "sparse", split: "train" }));
    expect([reward, done]).toEqual([0, false]);
    expect(codeObservationSchema.parse(observation)).toEqual(observation);
    expect(observation).toMatchObject({
      code_dict: { 1: "given", 2: "#", 3: "#", 4: "#" },
      localized_context: "",
      syntax_error: null,
      test_results: [],
      step_count: 0,
      steps_remaining: 9,
      info: { episode_id: "episode", task_name: "program_ordinary", task_difficulty: "easy" },
      metadata: { seed: 7, split: "train", index: 0, max_steps: 9, reward_profile: "sparse" },
    });
  });

  test("allows 50 steps and rewards densely where nothing else is asked", async () => {
    const { gym } = openWorldGym();
    const { observation } = await gym.reset(request());
    expect(observation.metadata).toMatchObject({ max_steps: 50, reward_profile: "dense", split: null });
  });

  test("that asks to resume is refused with what to do instead", async () => {
    const { gym } = openWorldGym();
    const { code, message } = await refusal(gym.reset(request({ resume: true })));
    expect(code).toBe("VALIDATION_ERROR");
    expect(message).toContain("the session has no name");
  });

  test("that is refused leaves the present episode going", async () => {
    const { gym } = openWorldGym();
    await gym.reset(request());
    await take(gym, "RUN_TESTS");
    await refusal(gym.reset(request({ task_name: "no_such_task" })));
    expect((await take(gym, "RUN_TESTS")).step_count).toBe(2);
  });

  test("in mid-episode begins afresh", async () => {
    const { gym } = openWorldGym();
    const first = await gym.reset(request());
    await take(gym, GOOD, "RUN_TESTS");
    expect(await gym.reset(request())).toEqual(first);
    expect(gym.state).toMatchObject({ step_count: 0, return: 0 });
  });
});

describe("a step", () => {
  test("before any reset is refused and counts nothing", async () => {
    const { gym } = openWorldGym();
    const { code, message } = await refusal(gym.step({ action_type: "RUN_TESTS" }));
    expect([code, message]).toEqual(["EXECUTION_ERROR", "Cannot step: no episode has begun. Send a reset first."]);
    expect(gym.state.step_count).toBe(0);
  });

  test("after the end is refused and counts nothing", async () => {
    const { gym } = openWorldGym();
    await gym.reset(request());
    await take(gym, "SUBMIT");
    const before = gym.state;
    const { code, message } = await refusal(gym.step({ action_type: "VIEW_CODE" }));
    expect([code, message]).toEqual([
      "EXECUTION_ERROR",
      "Cannot step: the episode is over. Send a reset to begin another.",
    ]);
    expect(gym.state).toEqual(before);
  });

  test("while another is still running is refused, and so is a reset", async () => {
    const { gym } = openWorldGym();
    await gym.reset(request());
    const running = gym.step({ action_type: "RUN_TESTS" });
    expect((await refusal(gym.step({ action_type: "VIEW_CODE" }))).code).toBe("EXECUTION_ERROR");
    expect((await refusal(gym.reset(request()))).code).toBe("EXECUTION_ERROR");
    expect((await running).observation.step_count).toBe(1);
  });

  test("whose sandbox fails has not happened, and can be sent again", async () => {
    for (let failures = 1; failures <= 2; failures++) {
      const { gym, sandbox } = openWorldGym();
      await gym.reset(request());
      await take(gym, GOOD);
      const before = gym.state;
      sandbox.failNext(failures);
      await expect(gym.step({ action_type: "RUN_TESTS" })).rejects.toThrow(SandboxError);
      expect(gym.state).toEqual(before);
      sandbox.failNext(0);

      const undisturbed = openWorldGym();
      await undisturbed.gym.reset(request());
      await take(undisturbed.gym, GOOD);
      expect(await take(gym, "RUN_TESTS")).toEqual(await take(undisturbed.gym, "RUN_TESTS"));
    }
  });

  test("that is aborted has not happened, and can be sent again", async () => {
    const { gym, sandbox } = openWorldGym();
    await gym.reset(request());
    const before = gym.state;
    sandbox.hang(true);
    const abort = new AbortController();
    const running = gym.step({ action_type: "RUN_TESTS" }, { signal: abort.signal });
    abort.abort(new Error("the caller left"));
    await expect(running).rejects.toThrow("the caller left");
    expect(gym.state).toEqual(before);
    sandbox.hang(false);
    expect((await take(gym, "RUN_TESTS")).step_count).toBe(1);
  });

  test("whose signal is aborted before it begins does not begin", async () => {
    const { gym, sandbox } = openWorldGym();
    await gym.reset(request());
    await expect(gym.step({ action_type: "RUN_TESTS" }, { signal: AbortSignal.abort() })).rejects.toThrow();
    expect([sandbox.batches.length, gym.state.step_count]).toEqual([0, 0]);
  });
});

describe("an episode", () => {
  test("ends solved by SUBMIT when every visible and hidden test passes", async () => {
    const { gym } = openWorldGym();
    await gym.reset(request());
    await take(gym, "RUN_TESTS", GOOD, "RUN_TESTS");
    const { observation, reward, done } = await gym.step({ action_type: "SUBMIT" });
    expect([reward, done]).toEqual([0.98, true]);
    expect(observation.last_execution_output).toBe(
      "Submitted and solved. 4 of 4 visible and 101 of 101 hidden tests passed.",
    );
    expect(gym.state).toMatchObject({ done: true, step_count: 4, return: 1.057 });
  });

  test("submitted untouched ends at 0.01", async () => {
    const { gym } = openWorldGym();
    await gym.reset(request());
    const { observation, reward, done } = await gym.step({ action_type: "SUBMIT" });
    expect([reward, done, gym.state.return]).toEqual([0.01, true, 0.01]);
    expect(observation.last_execution_output).toBe(
      "Submitted, not solved. 1 of 4 visible and 50 of 101 hidden tests passed.",
    );
    expect(observation.steps_remaining).toBe(0);
  });

  test("that runs out of steps is scored as it is, and never as solved", async () => {
    const { gym } = openWorldGym();
    await gym.reset(request({ max_steps: 5, reward: "sparse" }));
    await take(gym, "RUN_TESTS", GOOD, "RUN_TESTS", "VIEW_CODE");
    const { observation, reward, done } = await gym.step({ action_type: "VIEW_CODE" });
    expect([reward, done]).toEqual([0.278, true]);
    expect(observation.last_execution_output).toContain(
      "The episode is over: all 5 steps are used and none was SUBMIT, so it is not solved. " +
        "4 of 4 visible and 101 of 101 hidden tests passed.",
    );
  });

  test("can be solved by SUBMIT with its last step", async () => {
    const { gym } = openWorldGym();
    await gym.reset(request({ max_steps: 5 }));
    await take(gym, "VIEW_CODE", "RUN_TESTS", GOOD, "RUN_TESTS");
    expect((await gym.step({ action_type: "SUBMIT" })).reward).toBe(0.98);
  });

  test("shows the task's name, which tells the bug, only when it is over", async () => {
    const { gym } = openWorldGym();
    const results: StepResult[] = [await gym.reset(request())];
    for (const action of [GOOD, "RUN_TESTS", "VIEW_CODE", "UNDO_EDIT", "FLY"]) {
      results.push(await gym.step(typeof action === "string" ? { action_type: action } : action));
    }
    expect(JSON.stringify(results)).not.toContain("telltale");
    expect((await take(gym, "SUBMIT")).info.task_name).toBe("program_ordinary_telltale");
  });

  test("explains every reward by its components, which sum to it, and the rewards sum to the return", async () => {
    const { gym } = openWorldGym();
    await gym.reset(request());
    const rewards: number[] = [];
    for (const action of ["RUN_TESTS", GOOD, "FLY", "RUN_TESTS", "RUN_TESTS", "SUBMIT"]) {
      const { observation, reward } = await gym.step(typeof action === "string" ? { action_type: action } : action);
      if (!("reward_components" in observation.metadata)) throw new Error("A step shows no components");
      rewards.push(reward);
      const millionths = (amount: number) => Math.round(amount * 1e6);
      const { reward_components: parts, return: total } = observation.metadata;
      expect(
        Object.values(parts)
          .map(millionths)
          .reduce((a, b) => a + b),
      ).toBe(millionths(reward));
      expect(rewards.map(millionths).reduce((a, b) => a + b)).toBe(millionths(total));
      expect(observation.reward_last_step).toBe(reward);
    }
    expect(rewards).toEqual([-0.001, -0.001, -0.0035, 0.079, -0.0015, 0.9688]);
  });
});

describe("the state", () => {
  test("is empty before the first reset", () => {
    const { gym } = openWorldGym();
    expect(stateSchema.parse(gym.state)).toEqual({
      episode_id: null,
      step_count: 0,
      task_name: null,
      task_difficulty: null,
      split: null,
      seed: null,
      max_steps: null,
      reward_profile: null,
      done: false,
      return: 0,
    });
  });

  test("names the task in full and follows the episode", async () => {
    const { gym } = openWorldGym();
    await gym.reset(request());
    await take(gym, "RUN_TESTS");
    expect(gym.state).toEqual({
      episode_id: "episode",
      step_count: 1,
      task_name: "program_ordinary_telltale",
      task_difficulty: "easy",
      split: null,
      seed: 7,
      max_steps: 50,
      reward_profile: "dense",
      done: false,
      return: -0.001,
    });
  });
});

describe("the sandbox", () => {
  test("is told the session, and runs hidden calls apart from the visible ones", async () => {
    const { gym, sandbox } = openWorldGym();
    await gym.reset(request());
    await take(gym, GOOD, "RUN_TESTS", "SUBMIT");
    expect(new Set(sandbox.runs.map(({ session }) => session))).toEqual(new Set(["bench"]));
    const kinds = sandbox.batches.map(({ calls }) => new Set(calls.map(({ source }) => source[0])).size);
    expect(Math.max(...kinds)).toBe(1);
  });

  test("runs no text twice for the same question", async () => {
    const { gym, sandbox } = openWorldGym();
    await gym.reset(request());
    const half = replace(1, 1, "half");
    await take(gym, "RUN_TESTS", half, "RUN_TESTS", "UNDO_EDIT", "RUN_TESTS", half, "RUN_TESTS", "SUBMIT");
    const questions = sandbox.batches.map(({ code, calls }) => JSON.stringify([code, calls]));
    expect(new Set(questions).size).toBe(questions.length);
  });

  test("gets nothing of a test but its call", async () => {
    const { gym, sandbox } = openWorldGym();
    await gym.reset(request());
    await take(gym, "RUN_TESTS", "SUBMIT");
    const agents = sandbox.batches.filter(({ code }) => code === worldText("given"));
    expect(JSON.stringify(agents)).not.toMatch(/visible|expect|good|telltale/);
  });
});

test("a task whose given file passes every test is not solved by handing it in", async () => {
  const all = { visible: "1111", hidden: "1" };
  const world = { name: "sound", given: all, half: all };
  const sandbox = worldSandbox(world);
  const tasks = taskSetOf([worldTask(world)], { hash: "sound" });
  const gym = new TraceFixRLGym({ tasks, sandboxFor: () => sandbox });
  await gym.reset(request());
  const { reward, done } = await gym.step({ action_type: "SUBMIT" });
  expect(done).toBe(true);
  expect(reward).toBeLessThan(0.4);
});
