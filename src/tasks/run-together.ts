/** Runs texts of ours on many calls in one run of the interpreter, which costs a small part of a run for each call. */
import type { Call, Outcome, RunOptions, Sandbox } from "../sandbox/sandbox.ts";
import { parseLiteral } from "../sandbox/values/literal.ts";
import { readTexts } from "./read-texts.ts";
import { runOptionsOf } from "./run-options.ts";
import { toCall } from "./run-tests.ts";
import type { Program } from "./task.ts";
import { taskLanguage } from "./task-language.ts";

export interface RunTogetherOptions extends RunOptions {
  readonly sandbox: Sandbox;
  /** Whose texts they are. */
  readonly program: Program;
}

/** A hundred calls on a few programs in one run: each may use what a small program does, and all of them far more. */
export const TOGETHER_LIMITS = { fuel: 150_000_000, valueBytes: 4 * 1024 * 1024, outputBytes: 1024 * 1024 };

/**
 * What each text gives for each call, as a run for each call would. Only for texts that are ours, the solution and a task's
 * given text: calls of one run could disturb each other, if their program meant to.
 */
export async function runTogether(
  codes: readonly string[],
  calls: readonly string[],
  { sandbox, program, ...more }: RunTogetherOptions,
): Promise<readonly (readonly Outcome[])[]> {
  const options = runOptionsOf(more);
  const { code, call } = taskLanguage(program.language).answerTogether(codes, calls);
  const { outcomes } = await sandbox.run({ code, calls: [toCall(call)], limits: TOGETHER_LIMITS }, options);
  const answers = readTexts(outcomes[0]) ?? [];
  const known = answers.length === codes.length * calls.length ? answers.map(readAnswer) : [];
  const results: (readonly Outcome[])[] = [];
  for (const [index, text] of codes.entries()) {
    const mine = calls.map((_, place) => known[index * calls.length + place] ?? null);
    results.push(await completed(mine, (unknown) => sandbox.run({ code: text, calls: unknown }, options), calls));
  }
  return results;
}

/** Runs by itself each call whose outcome is not known yet. */
async function completed(
  outcomes: readonly (Outcome | null)[],
  run: (calls: readonly Call[]) => Promise<{ readonly outcomes: readonly Outcome[] }>,
  calls: readonly string[],
): Promise<readonly Outcome[]> {
  const unknown = calls.filter((_, index) => outcomes[index] === null);
  if (unknown.length === 0) return outcomes.filter((outcome) => outcome !== null);
  const found = (await run(unknown.map(toCall))).outcomes.values();
  return outcomes.flatMap((outcome) => outcome ?? found.next().value ?? []);
}

/** What a text of `answerTogether` says; null where only a run for this call can tell. */
export function readAnswer(answer: string): Outcome | null {
  const rest = answer.slice(1);
  if (answer.startsWith("!")) {
    const [module = "", type = ""] = rest.split(":");
    return { kind: "raised", type, module, message: "", traceback: "", line: null, stdout: "" };
  }
  if (!answer.startsWith("=")) return null;
  try {
    return { kind: "value", value: parseLiteral(rest), stdout: "" };
  } catch {
    return null;
  }
}
