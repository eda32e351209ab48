/** An episode as the page shows it, whether played here, watched or read from a file: a beginning and steps. */
import { visibleText } from "../../../src/ground/visible-text.ts";
import { kindOf } from "../../../src/protocol/action-table.ts";
import type { RecordedStep } from "../../../src/protocol/episode-record.ts";
import { type CodeObservation, isRefused, type RewardComponents } from "../../../src/protocol/observation.ts";
import { actionTypeOf, nameOfStep } from "../../../src/protocol/plain-action.ts";
import type { EpisodeEnd } from "../../../src/protocol/step-facts.ts";
import type { TestResult } from "../../../src/protocol/test-result.ts";

export interface Trace {
  readonly initial: CodeObservation;
  readonly steps: readonly RecordedStep[];
}

/** What was seen after so many steps; 0 is the beginning. */
export function observationAt({ initial, steps }: Trace, step: number): CodeObservation {
  return steps[Math.min(step, steps.length) - 1]?.observation ?? initial;
}

/** The last results known before a step's own, whatever the text was then. */
export function resultsBefore(trace: Trace, step: number): readonly TestResult[] {
  const own = observationAt(trace, step).test_results;
  for (let at = step - 1; at >= 0; at -= 1) {
    const { test_results } = observationAt(trace, at);
    if (test_results.length > 0 && !sameResults(test_results, own)) return test_results;
  }
  return own;
}

function sameResults(a: readonly TestResult[], b: readonly TestResult[]): boolean {
  return a.length === b.length && a.every((result, at) => result.passed === b[at]?.passed);
}

export interface RewardRow {
  readonly step: number;
  readonly action: string;
  readonly reward: number;
  readonly components: RewardComponents | null;
  readonly total: number;
}

/** The rewards of all steps, with their sum so far. */
export function rewardRows({ steps }: Trace): readonly RewardRow[] {
  let sum = 0;
  return steps.map(({ action, reward, observation: { metadata } }, at) => {
    sum += reward;
    const told = "reward_components" in metadata;
    const components = told ? metadata.reward_components : null;
    return {
      step: at + 1,
      action: visibleText(nameOfStep(action)),
      reward,
      components,
      total: told ? metadata.return : sum,
    };
  });
}

/** `thought` may be anything a stranger wrote; only text is shown. */
export function thoughtOf({ action }: RecordedStep): string {
  return typeof action.thought === "string" ? action.thought : "";
}

/** What an action asked for, in a few words; of several files, in which it was. */
export function actionLabel(step: RecordedStep): string {
  const { path } = step.action;
  const label = labelWithoutFile(step);
  return visibleText(typeof path === "string" && path !== "" ? `${label} in ${path.slice(0, 80)}` : label);
}

function labelWithoutFile({ action }: RecordedStep): string {
  const { start_line, end_line, old_code_block } = action;
  const name = nameOfStep(action);
  const type = actionTypeOf(action);
  if (type === null || kindOf(type) !== "writes") return name.slice(0, 80);
  if (typeof old_code_block === "string") return `${name} by text`;
  if (typeof start_line !== "number") return name;
  const lines = typeof end_line === "number" && end_line !== start_line ? `${start_line}–${end_line}` : `${start_line}`;
  return `${name} ${lines}`;
}

/** What is told of the last step, where it was not taken; null where it was. */
export function refusalIn({ steps }: Trace): string | null {
  const seen = steps.at(-1)?.observation;
  return seen !== undefined && isRefused(seen) ? seen.last_execution_output : null;
}

/** How the episode ended; null while it goes on, and where it was recorded before that was told. */
export function traceEnding({ steps }: Trace): EpisodeEnd | null {
  const metadata = steps.at(-1)?.observation.metadata;
  return (metadata && "ending" in metadata && metadata.ending) || null;
}
