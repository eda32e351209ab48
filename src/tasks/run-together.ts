/** Runs texts of ours on many calls in one run of the interpreter, which costs a small part of a run for each call. */

import type { Literals } from "../languages/language-pack.ts";
import type { BatchResult, Call, Outcome, RunOptions, Sandbox } from "../sandbox/sandbox.ts";
import type { Source } from "../sandbox/source.ts";
import { readTexts } from "./read-texts.ts";
import { runOptionsOf } from "./run-options.ts";
import { toCall } from "./run-tests.ts";
import type { Program } from "./task.ts";

export interface RunTogetherOptions extends RunOptions {
  readonly sandbox: Sandbox;
  /** Whose texts they are. */
  readonly program: Program;
}

/** A hundred calls on a few programs in one run: each may use what a small program does, and all of them far more. */
export const TOGETHER_LIMITS = { fuel: 150_000_000, valueBytes: 4 * 1024 * 1024, outputBytes: 1024 * 1024 };

/**
 * What a text gives for each call, as a run for each call would, and the fuel that it used. Only for texts that are ours,
 * the solution and a task's given text: calls of one run could disturb each other, if their program meant to.
 */
export async function runTogether(
  text: Source,
  calls: readonly string[],
  { sandbox, program, ...more }: RunTogetherOptions,
): Promise<Pick<BatchResult, "outcomes" | "fuel">> {
  const options = runOptionsOf(more);
  const { literals, together } = program.language;
  let fuel = 0;
  let answers: readonly string[] = [];
  if (together !== null) {
    const { code, call } = together.answer(text, calls);
    const run = await sandbox.run({ code, calls: [toCall(call)], limits: TOGETHER_LIMITS }, options);
    answers = readTexts(run.outcomes[0]) ?? [];
    fuel = run.fuel;
  }
  const isAnswered = answers.length === calls.length;
  const known = calls.map((_, index) => (isAnswered ? readAnswer(answers[index] ?? "", literals) : null));
  const completed = await completeOutcomes(known, calls, (batch) => sandbox.run({ code: text, calls: batch }, options));
  return { ...completed, fuel: fuel + completed.fuel };
}

/** All outcomes of the calls: those that are known, and of the others what a run by itself tells. */
export async function completeOutcomes(
  known: readonly (Outcome | null)[],
  calls: readonly string[],
  run: (batch: readonly Call[]) => Promise<Pick<BatchResult, "outcomes" | "fuel">>,
): Promise<Pick<BatchResult, "outcomes" | "fuel">> {
  const unknown = calls.filter((_, index) => known[index] === null);
  if (unknown.length === 0) return { outcomes: known.filter((outcome) => outcome !== null), fuel: 0 };
  const { outcomes, fuel } = await run(unknown.map(toCall));
  const found = outcomes.values();
  return { outcomes: known.flatMap((outcome) => outcome ?? found.next().value ?? []), fuel };
}

/** What a text of `Together.answer` says; null where only a run for this call can tell. */
export function readAnswer(answer: string, literals: Literals): Outcome | null {
  const rest = answer.slice(1);
  if (answer.startsWith("!")) {
    const [module = "", type = ""] = rest.split(":");
    return { kind: "raised", type, module, message: "", traceback: "", line: null, stdout: "" };
  }
  if (!answer.startsWith("=")) return null;
  try {
    return { kind: "value", value: literals.read(rest), stdout: "" };
  } catch {
    return null;
  }
}
