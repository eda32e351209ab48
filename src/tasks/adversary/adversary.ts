/**
 * Looks for a call on which a submission differs from the solution, once all tests have passed.
 *
 * Many calls are made in one run, which is quick but proves nothing, since calls of one run can disturb each other. So a
 * difference counts only when a run of its own shows it again; and what makes the quick run fail gains nothing by it,
 * because then each call is made by itself.
 */

import type { Adversary } from "../../languages/language-pack.ts";
import type { Limits } from "../../sandbox/sandbox.ts";
import type { Source } from "../../sandbox/source.ts";
import { readTexts } from "../read-texts.ts";
import { runOptionsOf } from "../run-options.ts";
import { judgeTests, runTests, toCall } from "../run-tests.ts";
import { readAnswer } from "../run-together.ts";
import type { Program, TaskTest } from "../task.ts";
import { budgetFor } from "../task-budget.ts";
import { type Candidates, type FindOptions, findByHints, findCandidates } from "./find-calls.ts";

export interface AdversaryOptions extends FindOptions {
  /** The text that the submission was made from. */
  readonly given: Source;
}

/** What one quick run may use; a program that needs more has its calls made one by one. */
const QUICK_LIMITS = { fuel: 50_000_000, valueBytes: 1024 * 1024, outputBytes: 1024 * 1024 };
/**
 * Of the calls that seem to differ, how many are looked at before all are. Others make up for what is missing: a program
 * could tell a call that is alone in its batch from one among others.
 */
const FIRST_LOOK = 4;

/** Whether a call was found on which the text does not do what the solution does. */
export async function findsDifference(program: Program, text: Source, options: AdversaryOptions): Promise<boolean> {
  const { adversary } = program.language;
  if (adversary === null) return false;
  const differsOn = (candidates: Candidates) => differs(program, text, { ...options, adversary, candidates });
  if (await differsOn(await findCandidates(program, options))) return true;
  const hints = adversary.findHints(text, [program.solution, options.given]);
  return differsOn(await findByHints(program, { ...options, hints }));
}

interface DiffersOptions extends AdversaryOptions {
  readonly adversary: Adversary;
  readonly candidates: Candidates;
}

async function differs(program: Program, text: Source, options: DiffersOptions): Promise<boolean> {
  const { candidates, given, seed, listsKey, adversary, ...more } = options;
  const run = { ...more, limits: budgetFor(candidates.fuel) };
  const { tests } = candidates;
  if (tests.length === 0) return false;
  const suspects = await suspectsAmong(candidates, text, { ...options, program });
  if (suspects.length === 0) return false;
  const firstLook = [...new Set([...suspects, ...tests])].slice(0, FIRST_LOOK);
  if (await failsAny(text, firstLook, run)) return true;
  // The quick run was wrong about these, so it may be wrong about all.
  return failsAny(text, tests, run);
}

/** The tests that a quick run does not pass; all, where it did not end well. */
async function suspectsAmong(
  { tests, answers: expected, packed }: Candidates,
  text: Source,
  { program, adversary, sandbox, ...more }: DiffersOptions & { readonly program: Program },
): Promise<readonly TaskTest[]> {
  const { code, call } = adversary.answerPacked(text, packed);
  const options = runOptionsOf(more);
  const { outcomes } = await sandbox.run({ code, calls: [toCall(call)], limits: QUICK_LIMITS }, options);
  const answers = readTexts(outcomes[0]);
  if (answers === null || answers.length !== tests.length) return tests;
  return tests.filter((test, index) => {
    const answer = answers[index] ?? "?";
    if (answer === expected[index]) return false;
    const outcome = readAnswer(answer, program.language.literals);
    return outcome === null || !judgeTests([test], [outcome])[0]?.passed;
  });
}

async function failsAny(
  text: Source,
  tests: readonly TaskTest[],
  {
    sandbox,
    limits,
    ...more
  }: Omit<AdversaryOptions, "given" | "seed"> & { readonly limits: Pick<Limits, "batchFuel"> },
): Promise<boolean> {
  const options = { sandbox, ...runOptionsOf(more), limits };
  const { results } = await runTests(text, tests, options);
  return results.some(({ passed }) => !passed);
}
