/** The steps of an episode as a list beside it: what each did, what came of it, and how the tests stand since. */
import { kindOf } from "../../../src/protocol/action-table.ts";
import type { RecordedStep } from "../../../src/protocol/episode-record.ts";
import { isRefused } from "../../../src/protocol/observation.ts";
import { actionTypeOf } from "../../../src/protocol/plain-action.ts";
import type { TestResult } from "../../../src/protocol/test-result.ts";
import { actionLabel, type Trace } from "./trace.ts";

export interface TestTally {
  readonly passed: number;
  readonly total: number;
}

export interface RailRow {
  /** 0 is the beginning. */
  readonly step: number;
  readonly action: string;
  /** Null of the beginning. */
  readonly reward: number | null;
  readonly isRefused: boolean;
  /** What the step itself showed of the tests; null where it showed none. */
  readonly shown: TestTally | null;
  /** Whether more or fewer tests pass than were known to before. */
  readonly news: "better" | "worse" | null;
  /** As they were last known. */
  readonly known: TestTally | null;
}

export function railRows({ initial, steps }: Trace): readonly RailRow[] {
  let known = tallyOf(initial.test_results);
  const beginning: RailRow = {
    step: 0,
    action: "The beginning",
    reward: null,
    isRefused: false,
    shown: known,
    news: null,
    known,
  };
  const rows = steps.map((taken, at): RailRow => {
    const before = known;
    known = tallyOf(taken.observation.test_results) ?? known;
    // What is known goes on being told until the text changes; at its own step it is news.
    const shown = isRun(taken) ? tallyOf(taken.observation.test_results) : null;
    return {
      step: at + 1,
      action: actionLabel(taken),
      reward: taken.reward,
      isRefused: isRefused(taken.observation),
      shown,
      news: newsOf(before, shown),
      known,
    };
  });
  return [beginning, ...rows];
}

function tallyOf(results: readonly TestResult[]): TestTally | null {
  return results.length === 0 ? null : { passed: results.filter(({ passed }) => passed).length, total: results.length };
}

function isRun({ action }: RecordedStep): boolean {
  const type = actionTypeOf(action);
  return type !== null && (kindOf(type) === "runs" || kindOf(type) === "ends");
}

function newsOf(before: TestTally | null, now: TestTally | null): RailRow["news"] {
  if (before === null || now === null || before.passed === now.passed) return null;
  return now.passed > before.passed ? "better" : "worse";
}

export function sameRailRow(one: RailRow, other: RailRow): boolean {
  return (
    one.step === other.step &&
    one.action === other.action &&
    one.reward === other.reward &&
    one.isRefused === other.isRefused &&
    one.news === other.news &&
    one.shown?.passed === other.shown?.passed &&
    one.shown?.total === other.shown?.total
  );
}
