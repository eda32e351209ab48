/** The calls that visible and hidden tests are chosen from, each with what the right program gives and which bugs differ. */
import { parseJson } from "../../ground/parse-json.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { afterOtherDraws, mayDraw } from "../../languages/python/importing/other-chance.ts";
import { varyCallsRequest } from "../../languages/python/importing/vary-calls.ts";
import type { Limits, Outcome, RunOptions, Sandbox } from "../../sandbox/sandbox.ts";
import { Source } from "../../sandbox/source.ts";
import { expectationFrom } from "../hidden-tests.ts";
import { meetsExpectation } from "../judge.ts";
import { readTexts } from "../read-texts.ts";
import { runOptionsOf } from "../run-options.ts";
import { toCall } from "../run-tests.ts";
import { completeOutcomes, readAnswer } from "../run-together.ts";
import type { Expectation } from "../task.ts";
import { textOf } from "./known-calls.ts";

/** What a bug makes of a call: what the right program does, something else, no end; null where nobody looked. */
export type BugVerdict = "same" | "other" | "endless" | null;

export interface PoolCall {
  readonly call: string;
  readonly expectation: Expectation;
  /** One for each bug. */
  readonly bugs: readonly BugVerdict[];
}

export interface JudgingOptions extends RunOptions {
  readonly sandbox: Sandbox;
  readonly language: LanguagePack;
  readonly solution: string;
  readonly bugs: readonly string[];
  readonly tolerance: number | null;
}

/** Of one call, on the right program. */
const FUEL = { known: 4_000_000, varied: 450_000 };
/** Of a wrong program: one that needs so much more may have no end. */
const BUG_FUEL = { known: 6_000_000, varied: 1_500_000 };
/** So many calls without an end tell enough. */
const MOST_ENDLESS = 6;
/** Of all calls in one run, which is far cheaper than a run each. */
const TOGETHER_FUEL = 30_000_000;
const POOL_LIMITS = { batchFuel: 1_500_000_000, valueBytes: 32 * 1024 };

/** Those of the calls that a test can be made of: they end soon in something that can be compared, and is no work of chance. */
export async function judgeCalls(
  calls: readonly string[],
  { isKnown, isEndless, ...options }: JudgingOptions & JudgeOptions,
): Promise<readonly PoolCall[]> {
  if (calls.length === 0) return [];
  const { solution, bugs, tolerance } = options;
  const kind = isKnown ? "known" : "varied";
  const isSteady = await steadyCalls(calls, { ...options, limits: { fuel: 2 * FUEL[kind] } });
  const right = await runCalls(solution, calls, { ...options, limits: { fuel: FUEL[kind] }, isTogether: !isKnown });
  const judged = calls.flatMap((call, at) => {
    const expectation = expectationFrom(right[at]);
    // What a program raises by design a test says; a varied call that raises asks for what nobody described.
    if (expectation === null || !isSteady(call, expectation) || (!isKnown && expectation.kind === "raises")) return [];
    return [{ call, expectation }];
  });
  const kept = judged.map(({ call }) => call);
  const verdicts = await Promise.all(
    bugs.map(async (bug, place) => {
      const fuel = BUG_FUEL[kind];
      const limits = { fuel, batchFuel: MOST_ENDLESS * fuel + kept.length * FUEL[kind] * 0.2 };
      const isTogether = !isKnown && isEndless?.[place] === false;
      const outcomes = await runCalls(bug, kept, { ...options, limits, isTogether });
      return outcomes.map((outcome, at): BugVerdict => {
        const expectation = judged[at]?.expectation;
        if (expectation === undefined) return null;
        if (outcome.kind === "timeout") return outcome.ofBatch ? null : "endless";
        return meetsExpectation(outcome, expectation, { tolerance }) ? "same" : "other";
      });
    }),
  );
  return judged.map((one, at) => ({ ...one, bugs: verdicts.map((ofBug) => ofBug[at] ?? null) }));
}

/** Tells whether the right program gives the same for a call under another chance: another right one may draw otherwise. */
async function steadyCalls(
  calls: readonly string[],
  options: JudgingOptions & { readonly limits: Partial<Limits> },
): Promise<(call: string, expectation: Expectation) => boolean> {
  const drawing = mayDraw(options.solution) ? calls : calls.filter(mayDraw);
  if (drawing.length === 0) return () => true;
  const outcomes = await runCalls(options.solution, drawing.map(afterOtherDraws), { ...options, seed: OTHER_SEED });
  const again = new Map(drawing.map((call, at) => [call, outcomes[at]]));
  return (call, expectation) => {
    if (!again.has(call)) return true;
    const outcome = again.get(call);
    return outcome !== undefined && meetsExpectation(outcome, expectation, { tolerance: null });
  };
}

/** Of what a module draws while it is executed; tests are run with another. */
const OTHER_SEED = 1;

interface JudgeOptions {
  /** Whether the program's own tests make the calls. */
  readonly isKnown: boolean;
  /** Of each bug whether it is known to have no end on some call. */
  readonly isEndless?: readonly boolean[];
}

interface RunCallsOptions extends JudgingOptions {
  readonly limits: Partial<Limits>;
  /** Whether one run may make all calls; default a run each. */
  readonly isTogether?: boolean;
  /** Of chance; default that of tests. */
  readonly seed?: number;
}

/** What a program makes of each call: in one run where that tells, in a run each where not. */
async function runCalls(
  text: string,
  calls: readonly string[],
  { language, sandbox, limits, isTogether = false, seed, ...options }: RunCallsOptions,
): Promise<readonly Outcome[]> {
  const running = runOptionsOf(options);
  let known: readonly (Outcome | null)[] = calls.map(() => null);
  if (isTogether && language.together !== null && calls.length > 0) {
    const { code, call } = language.together.answer(Source.of(language.entry, text), calls);
    const together = { fuel: TOGETHER_FUEL, batchFuel: TOGETHER_FUEL, valueBytes: 4 * 1024 * 1024 };
    const answer = await sandbox.run({ code, calls: [toCall(call)], limits: together }, running);
    const answers = readTexts(answer.outcomes[0]);
    if (answers?.length === calls.length) known = answers.map((one) => readAnswer(one, language.literals));
  }
  const code = Source.of(language.entry, text);
  const completed = await completeOutcomes(known, calls, (batch) => {
    const seeded = seed === undefined ? batch : batch.map((call) => ({ ...call, seed }));
    return sandbox.run({ code, calls: seeded, limits: { ...POOL_LIMITS, ...limits } }, running);
  });
  return completed.outcomes;
}

/** How far made calls may go past the known ones, from the nearest on. */
const LEVELS = [
  { room: 1, alike: true, edges: false },
  { room: 1, alike: false, edges: false },
  { room: 3, alike: false, edges: false },
  { room: 20, alike: false, edges: true },
] as const;
const MADE_AT_ONCE = 170;
/** With so many, and so many that tell each bug, no more are made. */
const ENOUGH = 90;
const ENOUGH_TELLING = 12;

export interface VariedCalls {
  readonly calls: readonly PoolCall[];
  /** Whether calls were needed that are unlike the known ones. */
  readonly isWidened: boolean;
}

export interface VaryCallsOptions extends JudgingOptions {
  /** Functions and classes of the program. */
  readonly own: readonly string[];
  readonly seed: number;
}

/** Calls made of the known ones: as many as an episode's hidden tests need, if there are, and such as reach each bug. */
export async function makeVariedCalls(
  known: readonly PoolCall[],
  { own, seed, ...pool }: VaryCallsOptions,
): Promise<VariedCalls> {
  const calls = known.filter(({ expectation }) => expectation.kind === "value").map(({ call }) => call);
  const isEndless = pool.bugs.map((_, bug) => known.some(({ bugs }) => bugs[bug] === "endless"));
  const found = new Map<string, PoolCall>();
  let widest = 0;
  for (const [at, level] of LEVELS.entries()) {
    const asked = varyCallsRequest({ calls, own, seed: seed + at, count: MADE_AT_ONCE, ...level });
    const { outcomes } = await pool.sandbox.run(
      { code: asked.code, calls: [toCall(asked.call)], limits: VARYING_LIMITS },
      runOptionsOf(pool),
    );
    const made = readMadeCalls(textOf(outcomes[0])).filter((call) => !found.has(call));
    for (const one of await judgeCalls(made, { ...pool, isKnown: false, isEndless })) found.set(one.call, one);
    widest = at;
    if (isEnough([...found.values()], known, { bugs: pool.bugs.length, isPatient: at === 0 })) break;
  }
  return { calls: [...found.values()], isWidened: widest > 1 };
}

const VARYING_LIMITS = { fuel: 600_000_000, batchFuel: 600_000_000, valueBytes: 4 * 1024 * 1024 };

/** A bug that shows seldom is looked for once more, one that never shows or never passes through numbers of any size. */
function isEnough(
  varied: readonly PoolCall[],
  known: readonly PoolCall[],
  { bugs, isPatient }: { readonly bugs: number; readonly isPatient: boolean },
): boolean {
  if (varied.length < ENOUGH) return false;
  return Array.from({ length: bugs }, (_, bug) => bug).every((bug) => {
    const telling = varied.filter((one) => isTelling(one.bugs[bug])).length;
    const passes = [...known, ...varied].some((one) => one.bugs[bug] === "same");
    return passes && telling >= (isPatient ? ENOUGH_TELLING : 1);
  });
}

/** Whether the bug does something else. */
export function isTelling(verdict: BugVerdict | undefined): boolean {
  return verdict === "other" || verdict === "endless";
}

function readMadeCalls(text: string): readonly string[] {
  const calls: unknown = parseJson(text);
  return Array.isArray(calls) ? calls.filter((call) => typeof call === "string") : [];
}
