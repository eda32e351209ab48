/** The visible tests of an imported program, with names, and the bugs that they show. */

import { chooseVisible, togetherAsOne } from "./choose-visible.ts";
import type { ImportedProgram } from "./import-report.ts";
import { isTelling, type JudgingOptions, judgeCalls, type PoolCall } from "./judge-calls.ts";
import type { KnownCall, KnownCalls } from "./known-calls.ts";
import { type RawBug, takeName } from "./raw-program.ts";
import type { VisibleTest } from "./write-program.ts";

export interface TestChoice {
  readonly tests: readonly VisibleTest[];
  /** Those that the tests show, each with the share of them that it fails and whether it raises on all of those. */
  readonly bugs: readonly ShownBug[];
  readonly refused: ImportedProgram["refused"];
  /** Calls that no test has. */
  readonly added: number;
  /** Whether several calls are one test, since the bug passes none. */
  readonly isTogether: boolean;
}

export interface ShownBug extends RawBug {
  /** Of the varied calls, the share on which it differs. */
  readonly differing: number;
}

export interface TestChoosing {
  readonly known: KnownCalls;
  readonly ofTests: readonly PoolCall[];
  readonly varied: readonly PoolCall[];
  readonly bugs: readonly RawBug[];
}

const MOST_TOGETHER = 4;

/** Tests that each bug fails and passes some of; a bug that passes no call at all is shown by one test alone. */
export async function chooseTests(
  { known, ofTests, varied, bugs }: TestChoosing,
  pool: JudgingOptions,
): Promise<TestChoice> {
  const { calls, added, unseen, failing } = chooseVisible(ofTests, varied, bugs.length);
  const refused: ImportedProgram["refused"] = unseen.map((bug) => {
    return { bug: bugs[bug]?.name ?? null, refusal: { code: "bug-unseen" as const, details: [] } };
  });
  const isSeen = (bug: number) => !unseen.includes(bug);
  const passing = bugs.flatMap((_, bug) => (isSeen(bug) && !failing.includes(bug) ? [bug] : []));
  const isTogether = passing.length === 0 && failing.length > 0;
  const shown = isTogether ? failing : passing;
  if (!isTogether) {
    for (const bug of failing) {
      refused.push({ bug: bugs[bug]?.name ?? null, refusal: { code: "fails-every-call", details: [] } });
    }
  }
  const chosen = isTogether ? await onlyTest(calls, pool) : calls;
  const tests = nameTests(chosen, known.calls);
  const all = [...ofTests, ...varied];
  const kept = shown.flatMap((bug): ShownBug[] => {
    const raw = bugs[bug];
    const looked = all.filter((one) => (one.bugs[bug] ?? null) !== null);
    const differing = looked.filter((one) => isTelling(one.bugs[bug])).length / Math.max(1, looked.length);
    return raw === undefined ? [] : [{ ...raw, differing }];
  });
  return { tests, bugs: kept, refused, added: isTogether ? 0 : added, isTogether };
}

/** Several calls as one test, so that it shows more than one value. */
async function onlyTest(calls: readonly PoolCall[], pool: JudgingOptions): Promise<readonly PoolCall[]> {
  const values = calls.filter(({ expectation, bugs }) => expectation.kind === "value" && !bugs.includes("endless"));
  const together = togetherAsOne(values.slice(0, MOST_TOGETHER).map(({ call }) => call));
  const [judged] = together === null ? [] : await judgeCalls([together], { ...pool, isKnown: true });
  return judged === undefined ? calls.slice(0, 1) : [judged];
}

const LONGEST_NAME = 72;

/** Each test by the name of the one it is from, or by its call; no two alike. */
function nameTests(calls: readonly PoolCall[], known: readonly KnownCall[]): readonly VisibleTest[] {
  const names = new Map(known.map(({ call, testName }) => [call, testName]));
  const taken = new Set<string>();
  return calls.map(({ call, expectation }) => {
    const last = call.split("\n").at(-1) ?? "";
    return { name: takeName(oneLine(names.get(call) || last), taken, ", case "), call, expectation };
  });
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim() || "a call";
  return [...line].length <= LONGEST_NAME ? line : `${[...line].slice(0, LONGEST_NAME).join("").trim()}…`;
}
