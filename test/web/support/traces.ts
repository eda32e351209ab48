/** Episodes in memory for the page's logic: a beginning and steps, with only what a test says. */
import type { CodeObservation, RecordedStep, TestResult } from "../../../src/protocol/protocol.ts";
import type { Trace } from "../../../web/src/logic/trace.ts";

const NOTHING = { step_cost: 0, run_tests: 0, progress: 0, penalty: 0, final: 0 };

export interface Seen {
  readonly lines?: readonly string[];
  readonly tests?: Readonly<Record<string, boolean>>;
  readonly step?: number;
}

export function seen({ lines = ["a"], tests = {}, step = 0 }: Seen): CodeObservation {
  const test_results: TestResult[] = Object.entries(tests).map(([test_name, passed]) => ({
    test_name,
    passed,
    error_message: passed ? null : "call: f()\nexpected: 1\ngot: 2",
  }));
  return {
    code_dict: Object.fromEntries(lines.map((line, at) => [String(at + 1), line])),
    localized_context: "",
    last_execution_output: "",
    syntax_error: null,
    test_results,
    step_count: step,
    steps_remaining: 50 - step,
    reward_last_step: 0,
    info: { episode_id: "e", task_name: "p", task_difficulty: "easy" },
    metadata: { reward_components: NOTHING, return: 0 },
  };
}

export function step(action_type: string, what: Seen, done = false): RecordedStep {
  return { action: { action_type }, observation: seen(what), reward: 0.5, done };
}

/** An episode that takes these actions, of which nothing else is said. */
export function traceOfActions(actions: readonly RecordedStep["action"][]): Trace {
  return { initial: seen({}), steps: actions.map((action) => ({ ...step("", {}), action })) };
}
