/** Names a source by its syntax trees, as the language's own parser sees it: comments, blanks and idle brackets do not count. */

import type { RunOptions, Sandbox } from "../sandbox/sandbox.ts";
import type { Source } from "../sandbox/source.ts";
import { toCall } from "./run-tests.ts";
import type { Program } from "./task.ts";

export interface ProgramKeyOptions extends RunOptions {
  readonly program: Pick<Program, "language">;
  readonly sandbox: Sandbox;
}

/** Equal for sources that are one program; null where it cannot be told, because a text does not parse or is too large. */
export async function programKey(
  { files }: Source,
  { program, sandbox, ...options }: ProgramKeyOptions,
): Promise<string | null> {
  const names: string[] = [];
  for (const [path, text] of files) {
    const { code, call } = program.language.nameTree(text);
    const { outcomes } = await sandbox.run({ code, calls: [toCall(call)] }, options);
    const [outcome] = outcomes;
    if (outcome?.kind !== "value" || outcome.value.type !== "str") return null;
    names.push(`${path} ${outcome.value.value}`);
  }
  return names.join("\n");
}
