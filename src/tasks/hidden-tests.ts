/** An episode's hidden tests: calls from the program's generator, expectations from its solution. */
import type { Outcome, RunOptions, Sandbox } from "../sandbox/sandbox.ts";
import { exactKey } from "../sandbox/values/exact-key.ts";
import { describeOutcome } from "./describe.ts";
import type { HiddenSeed } from "./hidden-seed.ts";
import { readTexts } from "./read-texts.ts";
import { toCall } from "./run-tests.ts";
import { type RunTogetherOptions, runTogether } from "./run-together.ts";
import { hashSeed } from "./seed-hash.ts";
import type { Expectation, Program, TaskTest } from "./task.ts";

/** Of an episode. A program with fewer distinct calls has as many tests as there are calls. */
export const HIDDEN_TESTS = 100;
/** With fewer than this the hidden tests say so little that its author is warned. */
export const PLENTY_OF_HIDDEN_TESTS = 20;
/** A hundred calls are more text than one value may be that an agent's program gives. */
export const DRAWING_LIMITS = { valueBytes: 1024 * 1024 };

/** A program's generator or solution does not do what hidden tests need: its author's fault, never the caller's. */
export class UnsoundProgramError extends Error {}

export interface HiddenTestsOptions extends RunOptions {
  /** What the calls are drawn from. */
  readonly seed: HiddenSeed;
  readonly sandbox: Sandbox;
  readonly count?: number;
}

/**
 * The hidden tests of a program for a seed, distinct from each other and from the visible ones. Generator and solution
 * run in batches of their own, away from any agent's code.
 * @throws UnsoundProgramError also where one call alone cannot be compared, of which its author should know
 */
export async function drawHiddenTests(program: Program, options: HiddenTestsOptions): Promise<readonly TaskTest[]> {
  return expectAll(await drawCalls(program, options), { program, ...options });
}

/** The tests that expect what the solution gives for the calls. @throws UnsoundProgramError where that cannot be compared */
export async function expectAll(calls: readonly string[], options: RunTogetherOptions): Promise<readonly TaskTest[]> {
  const { program } = options;
  const { outcomes } = await runTogether(program.solution, calls, options);
  const bad = calls.findIndex((_, index) => expectationFrom(outcomes[index]) === null);
  if (bad === -1) return testsExpecting(outcomes, { program, calls });
  const found = describeFound(outcomes[bad], program);
  throw new UnsoundProgramError(
    `Cannot draw hidden tests of ${program.name}: on the call ${JSON.stringify(calls[bad])} its solution gave ${found}, ` +
      "which cannot be compared. Let the generator make calls that end in plain values or exceptions.",
  );
}

/** The calls of the hidden tests. @throws UnsoundProgramError */
export async function drawCalls(program: Program, options: HiddenTestsOptions): Promise<readonly string[]> {
  const { sandbox, seed, count = HIDDEN_TESTS, ...runOptions } = options;
  const known = program.tests.map(({ call }) => call);
  const { code, call } = program.language.drawing.draw(program.generator, {
    seed: hashSeed(seed, "hidden"),
    count,
    known,
    solution: program.solution,
  });
  const { outcomes } = await sandbox.run({ code, calls: [toCall(call)], limits: DRAWING_LIMITS }, runOptions);
  const calls = newCalls(readCalls(outcomes[0], program), program).slice(0, count);
  if (calls.length > 0) return calls;
  throw new UnsoundProgramError(
    `Cannot draw hidden tests of ${program.name} for ${nameSeed(seed)}: no call is distinct from the visible ones. ` +
      "Let its generator vary more.",
  );
}

interface Drawn {
  readonly program: Program;
  readonly calls: readonly string[];
}

/**
 * The tests that expect of these calls what the solution gave for them. A generator can give once in a thousand draws what
 * validation never saw: calls that do not end, or whose outcome cannot be compared, are left out.
 */
export function testsExpecting(outcomes: readonly Outcome[], { program, calls }: Drawn): readonly TaskTest[] {
  const { tolerance } = program;
  return calls
    .flatMap((call, index) => {
      const expectation = expectationFrom(outcomes[index]);
      return expectation === null ? [] : [{ call, expectation, tolerance }];
    })
    .map((test, index) => ({ name: `hidden test ${index + 1}`, ...test }));
}

/** The same, of an episode's hidden tests. @throws UnsoundProgramError where there are none */
export function testsExpectingEnough(outcomes: readonly Outcome[], drawn: Drawn): readonly TaskTest[] {
  const tests = testsExpecting(outcomes, drawn);
  if (tests.length > 0) return tests;
  throw new UnsoundProgramError(
    `Cannot draw hidden tests of ${drawn.program.name}: of ${drawn.calls.length} calls none ends in what can be ` +
      "compared. Let the generator make calls that end in plain values or exceptions.",
  );
}

/** What a secret makes of a seed is not for logs. */
function nameSeed(seed: HiddenSeed): string {
  return typeof seed === "number" ? `seed ${seed}` : "a secret's seed";
}

/** Each call once, without those an agent has seen. */
function newCalls(calls: readonly string[], program: Program): string[] {
  const visible = new Set(program.tests.map(({ call }) => call));
  return [...new Set(calls)].filter((call) => !visible.has(call));
}

/** The calls that a generator gave. @throws UnsoundProgramError if it gave anything else */
export function readCalls(outcome: Outcome | undefined, program: Program): readonly string[] {
  const calls = readTexts(outcome);
  if (calls !== null) return calls;
  throw new UnsoundProgramError(
    `Cannot draw hidden tests of ${program.name}: its generator gave ${describeFound(outcome, program)}` +
      `${generatorLine(outcome, program)}. Let generate(rng), or each function of STRATA, return one call as text.`,
  );
}

/** Names the line of the generator that is at fault, where one is. */
function generatorLine(outcome: Outcome | undefined, { generator, language }: Program): string {
  const line = outcome?.kind === "syntax" ? outcome.problem.line : outcome?.kind === "raised" ? outcome.line : null;
  // What stands behind the generator is ours.
  const isOfGenerator = line !== null && line <= generator.split("\n").length;
  return isOfGenerator ? ` at generate.${language.extension}:${line}` : "";
}

function describeFound(outcome: Outcome | undefined, { language }: Program): string {
  return outcome === undefined ? "nothing" : describeOutcome(outcome, language);
}

/** What a test is to expect of a program that gave this; null where nothing can be compared with it. */
export function expectationFrom(outcome: Outcome | undefined): Expectation | null {
  if (outcome?.kind === "raised") return { kind: "raises", type: outcome.type, module: outcome.module };
  if (outcome?.kind === "value" && exactKey(outcome.value) !== null) return { kind: "value", value: outcome.value };
  return null;
}
