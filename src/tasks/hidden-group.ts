/**
 * Runs hidden tests. What of them does not hang on an agent's text (the calls, what they should give, how the given text
 * does) is found once for all sessions whose episodes have the same task and the same hidden seed, as those of a group have.
 */

import type { Outcome, RunOptions, Sandbox } from "../sandbox/sandbox.ts";
import type { Source } from "../sandbox/source.ts";
import type { HiddenSeed } from "./hidden-seed.ts";
import { drawCalls, testsExpectingEnough } from "./hidden-tests.ts";
import { runOptionsOf } from "./run-options.ts";
import { judgeTests, toCall } from "./run-tests.ts";
import { runTogether } from "./run-together.ts";
import { numberOf, sharedBySandbox } from "./shared-work.ts";
import type { Program, TaskTest } from "./task.ts";
import { budgetFor } from "./task-budget.ts";

/** Which of the hidden tests pass. */
export interface HiddenFlags {
  /** On the text an agent was given. */
  readonly given: readonly boolean[];
  /** On the text that is judged. */
  readonly text: readonly boolean[];
}

export interface HiddenGroupOptions extends RunOptions {
  /** What the calls are drawn from. */
  readonly seed: HiddenSeed;
  readonly sandbox: Sandbox;
}

interface HiddenGroup {
  readonly tests: readonly TaskTest[];
  /** Which of them the given text passes. */
  readonly given: readonly boolean[];
  /** What the solution uses for all of them. */
  readonly fuel: number;
}

/** Groups under way at once are tens, and the calls of one some ten thousand characters. */
const groups = sharedBySandbox<HiddenGroup>({ most: 256, weigh, mostWeight: 2 * 1024 * 1024 });

/**
 * Draws the hidden tests of a program and runs them on its given text and on another. What is ours runs before what is
 * an agent's, and is shared; how an agent's text does never is.
 * @throws UnsoundProgramError
 */
export async function runHiddenTests(
  program: Program,
  { given, text }: { readonly given: Source; readonly text: Source },
  options: HiddenGroupOptions,
): Promise<HiddenFlags> {
  const { sandbox, seed, session = "", client = session, signal } = options;
  const key = `${numberOf(program)} ${typeof seed} ${seed} ${given.key}`;
  const group = await groups(sandbox).get(key, { client, signal }, (until) =>
    findGroup(program, given, { ...options, signal: until }),
  );
  if (text.equals(given)) return { given: group.given, text: group.given };
  const calls = group.tests.map(({ call }) => toCall(call));
  // Each call starts from the same state, so the order changes nothing; drawn afresh, no text can learn anything by it.
  const work = { code: text, calls, order: "afresh", limits: budgetFor(group.fuel) } as const;
  const { outcomes } = await sandbox.run(work, runOptionsOf(options));
  return { given: group.given, text: flagsOf(group.tests, outcomes) };
}

async function findGroup(program: Program, given: Source, options: HiddenGroupOptions): Promise<HiddenGroup> {
  const calls = await drawCalls(program, options);
  const ours = { program, ...options };
  const reference = await runTogether(program.solution, calls, ours);
  const tests = testsExpectingEnough(reference.outcomes, { program, calls });
  const comparable = tests.map(({ call }) => call);
  const known = await runTogether(given, comparable, ours);
  return { tests, given: flagsOf(tests, known.outcomes), fuel: reference.fuel };
}

function flagsOf(tests: readonly TaskTest[], outcomes: readonly Outcome[]): boolean[] {
  return judgeTests(tests, outcomes).map(({ passed }) => passed);
}

/** Characters of its calls: what they should give is seldom longer. */
function weigh({ tests }: HiddenGroup): number {
  return tests.reduce((sum, { call }) => sum + call.length, 0);
}
