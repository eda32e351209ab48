/** What an episode in every language must be like. A language brings a program, and edits of it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenSandboxes, openSandboxes } from "../../src/cli/open-sandboxes.ts";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import type { CodeObservation, StepData, StepResult } from "../../src/protocol/protocol.ts";
import type { Task } from "../../src/tasks/task.ts";
import { validateTaskSet } from "../../src/tasks/validate-task-set.ts";
import { type TaskSet, taskSetOf } from "../tasks/support/task-set.ts";

export interface LanguageSample {
  /** A sound task. */
  readonly task: () => Promise<Task>;
  readonly repair: StepData;
  /** Parses, and mends nothing. */
  readonly wrong: StepData;
  /** Does not parse. */
  readonly broken: StepData;
  /** Means the same as the given file. */
  readonly idle: StepData;
  /** What the report of the given file shows of a failing test: in the language's own words. */
  readonly report: readonly string[];
  /** How the problem of the broken edit is named. */
  readonly problem: RegExp;
}

const RUN = { action_type: "RUN_TESTS" };
const VIEW = { action_type: "VIEW_CODE" };
const UNDO = { action_type: "UNDO_EDIT" };
const RESET = { action_type: "RESET_TO_ORIGINAL" };
const SUBMIT = { action_type: "SUBMIT" };

export function describeLanguage(name: string, sample: LanguageSample): void {
  describe(`an episode in ${name}`, () => {
    let task: Task;
    let tasks: TaskSet;
    let sandboxes: OpenSandboxes;
    beforeAll(async () => {
      task = await sample.task();
      tasks = taskSetOf([task], { hash: name });
      sandboxes = await openSandboxes([task.program.language], { workers: 1 });
    });
    afterAll(() => sandboxes.close());

    /** Plays an episode to its last action. */
    async function play(...actions: readonly StepData[]): Promise<StepResult> {
      const gym = new TraceFixRLGym({ tasks, sandboxFor: sandboxes.sandboxFor });
      let result = await gym.reset({ seed: 7, episode_id: "contract" });
      for (const action of actions) result = await gym.step(action);
      return result;
    }

    const see = async (...actions: readonly StepData[]): Promise<CodeObservation> =>
      (await play(...actions)).observation;

    test("is about a task that is sound", async () => {
      const report = await validateTaskSet(tasks, sandboxes.sandboxFor);
      expect(report.tasks.map(({ problems }) => problems)).toEqual([[]]);
    });

    test("begins with the file as it was given, and a prompt that names the language", async () => {
      const { code_text, metadata } = await see();
      expect(code_text).toBe(task.code.text);
      expect(metadata).toHaveProperty(
        "system_prompt",
        expect.stringContaining(`\nLanguage: ${task.program.language.name}\n`),
      );
    });

    test("shows the file, numbered", async () => {
      const lines = task.code.text.trimEnd().split("\n");
      expect((await see(VIEW)).last_execution_output).toContain(`The file has ${lines.length} lines.\n1 | ${lines[0]}`);
    });

    test("tells of a failing test in the language's own words", async () => {
      const { last_execution_output, test_results } = await see(RUN);
      for (const words of sample.report) expect(last_execution_output).toContain(words);
      expect(test_results.map(({ passed }) => passed)).toContain(true);
      expect(test_results.map(({ passed }) => passed)).toContain(false);
    });

    test("refuses an edit that does not parse, and leaves the file", async () => {
      const { syntax_error, code_text } = await see(sample.broken);
      expect(syntax_error).toMatch(sample.problem);
      expect(code_text).toBe(task.code.text);
    });

    test("takes an edit, takes it back, and restores the file", async () => {
      const edited = await see(sample.wrong);
      expect(edited.syntax_error).toBeNull();
      expect(edited.code_text).not.toBe(task.code.text);
      expect((await see(sample.wrong, UNDO)).code_text).toBe(task.code.text);
      expect((await see(sample.wrong, sample.repair, RESET)).code_text).toBe(task.code.text);
      expect((await see(sample.wrong, sample.repair, RESET, UNDO, UNDO)).code_text).toBe(edited.code_text);
    });

    test("pays for a revision only where the program became another", async () => {
      const earned = async (edit: StepData): Promise<number> => {
        const { metadata } = await see(RUN, edit, RUN);
        return "reward_components" in metadata ? metadata.reward_components.run_tests : Number.NaN;
      };
      expect(await earned(sample.idle)).toBeLessThan(await earned(sample.wrong));
    });

    test("is solved by the repair", async () => {
      const { observation, reward, done } = await play(RUN, sample.repair, RUN, SUBMIT);
      expect(done).toBe(true);
      expect(observation.last_execution_output).toMatch(/^Submitted and solved\. .* hidden tests passed\.$/);
      expect(observation.info.task_name).toBe(task.name);
      expect(reward).toBeGreaterThan(0.5);
    });

    test("is not solved by another edit, by none, or without SUBMIT", async () => {
      for (const actions of [[sample.wrong, SUBMIT], [SUBMIT]]) {
        const { observation, done } = await play(...actions);
        expect(done).toBe(true);
        expect(observation.last_execution_output).toMatch(/^Submitted, not solved\. /);
      }
    });

    test("is the same again, to the last byte", async () => {
      const actions = [RUN, sample.broken, sample.wrong, RUN, UNDO, sample.repair, SUBMIT];
      expect(JSON.stringify(await play(...actions))).toBe(JSON.stringify(await play(...actions)));
    });
  });
}
