/** Names a text by its syntax tree, as the language's own parser sees it: comments, blanks and idle brackets do not count. */
import type { RunOptions, Sandbox } from "../sandbox/sandbox.ts";
import { toCall } from "./run-tests.ts";
import type { Program } from "./task.ts";
import { taskLanguage } from "./task-language.ts";

export interface ProgramKeyOptions extends RunOptions {
  readonly program: Pick<Program, "language">;
  readonly sandbox: Sandbox;
}

/** Equal for texts that are one program; null where it cannot be told, because the text does not parse or is too large. */
export async function programKey(
  text: string,
  { program, sandbox, ...options }: ProgramKeyOptions,
): Promise<string | null> {
  const { code, call } = taskLanguage(program.language).nameTree(text);
  const { outcomes } = await sandbox.run({ code, calls: [toCall(call)] }, options);
  const [outcome] = outcomes;
  return outcome?.kind === "value" && outcome.value.type === "str" ? outcome.value.value : null;
}
