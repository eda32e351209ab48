/** The calls that a program's tests make, read in the sandbox. */
import {
  OVERVIEW_CALL,
  parseOverview,
  parseReadCalls,
  type ReadCalls,
  readUnitCall,
  type TestOverview,
  testReader,
} from "../../languages/python/importing/read-tests.ts";
import type { Outcome, RunOptions, Sandbox } from "../../sandbox/sandbox.ts";
import { toCall } from "../run-tests.ts";
import type { ImportRefusal, ImportWarning } from "./import-report.ts";
import type { RawProgram } from "./raw-program.ts";

export interface KnownCall {
  /** Of the test it is from; empty where it has none. */
  readonly testName: string;
  readonly call: string;
  readonly tolerance: number | null;
  readonly raises: boolean;
}

export interface KnownCalls {
  readonly entryPoint: string;
  /** Functions and classes of the program. */
  readonly own: readonly string[];
  /** Distinct, in the order of the tests. */
  readonly calls: readonly KnownCall[];
  readonly warnings: readonly ImportWarning[];
}

/** A test's cases beyond these say little more, and each costs a run. */
const MOST_UNITS = 120;
const OVERVIEW_LIMITS = { fuel: 200_000_000, batchFuel: 200_000_000, valueBytes: 1024 * 1024 };
const UNIT_LIMITS = { fuel: 150_000_000, batchFuel: 2_000_000_000, valueBytes: 1024 * 1024 };

/** What the tests of a program call, or why it cannot be told. */
export async function readKnownCalls(
  raw: RawProgram,
  solution: string,
  { sandbox, ...options }: RunOptions & { readonly sandbox: Sandbox },
): Promise<KnownCalls | ImportRefusal> {
  const { entryPoint, moduleNames, tests, helpers } = raw;
  const code = testReader({ solution, entryPoint, moduleNames, tests, helpers });
  const first = await sandbox.run({ code, calls: [toCall(OVERVIEW_CALL)], limits: OVERVIEW_LIMITS }, options);
  const [answer] = first.outcomes;
  const overview = parseOverview(textOf(answer));
  if (overview === null)
    return { code: answer?.kind === "timeout" ? "too-slow" : "broken-code", details: told(answer) };
  const { units, problems, own } = overview;
  if (units.length === 0) return { code: problems.length > 0 ? "no-calls" : "no-tests", details: problems };
  const calls = units.slice(0, MOST_UNITS).map((_, place) => toCall(readUnitCall(place)));
  const { outcomes } = await sandbox.run({ code, calls, limits: UNIT_LIMITS }, options);
  const read = outcomes.map((outcome) => parseReadCalls(textOf(outcome)));
  return gather(overview, { own, read, outcomes });
}

interface Gathered {
  readonly own: readonly string[];
  readonly read: readonly (ReadCalls | null)[];
  readonly outcomes: readonly Outcome[];
}

function gather(
  { entryPoint, problems, units }: TestOverview,
  { own, read, outcomes }: Gathered,
): KnownCalls | ImportRefusal {
  const whole = read.flatMap((one) => one ?? []);
  const disagreeing = whole.flatMap((one) => one.disagreeing);
  const lost = outcomes.flatMap((outcome, at) =>
    read[at] === null ? [`${units[at]?.name ?? ""}: ${told(outcome).join(" ")}`] : [],
  );
  const unread = [...problems, ...whole.flatMap((one) => one.unread), ...lost];
  const calls = new Map<string, KnownCall>();
  for (const [at, one] of read.entries()) {
    for (const { call, tolerance, raises } of one?.calls ?? []) {
      const known = calls.get(call);
      const widest = Math.max(known?.tolerance ?? 0, tolerance ?? 0);
      const testName = known?.testName ?? testNameOf(units[at]?.name ?? "");
      calls.set(call, { testName, call, tolerance: widest === 0 ? null : widest, raises });
    }
  }
  if (calls.size === 0 || entryPoint === null) {
    const isWrong = disagreeing.length > 0 && calls.size === 0;
    return { code: isWrong ? "tests-disagree" : "no-calls", details: (isWrong ? disagreeing : unread).slice(0, 5) };
  }
  const warnings: ImportWarning[] = [];
  if (unread.length > 0) warnings.push({ code: "checks-unread", count: unread.length });
  if (disagreeing.length > 0) warnings.push({ code: "checks-disagree", count: disagreeing.length });
  return { entryPoint, own, calls: [...calls.values()], warnings };
}

/** `test_keeps_order` as words. */
function testNameOf(unit: string): string {
  return unit
    .replace(/^test_?/, "")
    .replace(/^\d+$/, "")
    .replaceAll("_", " ")
    .trim();
}

/** The text that a question was answered with; empty where it was not answered. */
export function textOf(outcome: Outcome | undefined): string {
  return outcome?.kind === "value" && outcome.value.type === "str" ? outcome.value.value : "";
}

function told(outcome: Outcome | undefined): string[] {
  if (outcome?.kind === "raised") return [`${outcome.type}: ${outcome.message}`.slice(0, 300)];
  if (outcome?.kind === "syntax") return [`${outcome.problem.type}: ${outcome.problem.message}`];
  return outcome === undefined ? [] : [outcome.kind];
}
