/** Asks a language's own parser whether two texts are one program, written with other comments, blanks or brackets. */
import type { RunOptions, Sandbox } from "../sandbox/sandbox.ts";
import { toCall } from "./run-tests.ts";
import type { Program } from "./task.ts";

export interface SameProgramOptions extends RunOptions {
  readonly program: Pick<Program, "language">;
  readonly sandbox: Sandbox;
}

/** False where it cannot be told, because a text does not parse or is too large to be compared. */
export async function isSameProgram(
  texts: readonly [string, string],
  { program, sandbox, ...options }: SameProgramOptions,
): Promise<boolean> {
  const { code, call } = program.language.haveSameTree(texts);
  const { outcomes } = await sandbox.run({ code, calls: [toCall(call)] }, options);
  const [outcome] = outcomes;
  return outcome?.kind === "value" && outcome.value.type === "bool" && outcome.value.value;
}
