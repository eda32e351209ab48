/** Asks a language's own tokenizer which lines of a text begin inside a string, where leading spaces are data. */
import type { Indentation } from "../languages/language-pack.ts";
import type { RunOptions, Sandbox } from "../sandbox/sandbox.ts";
import { toCall } from "./run-tests.ts";

export interface StringLinesOptions extends RunOptions {
  readonly indentation: Indentation;
  readonly sandbox: Sandbox;
}

/** @returns numbers of lines, counted from 1; null where the text cannot be read as tokens */
export async function linesInsideStrings(
  text: string,
  { indentation, sandbox, ...options }: StringLinesOptions,
): Promise<ReadonlySet<number> | null> {
  const { code, call } = indentation.linesInsideStrings(text);
  const { outcomes } = await sandbox.run({ code, calls: [toCall(call)] }, options);
  const [outcome] = outcomes;
  if (outcome?.kind !== "value" || outcome.value.type !== "str") return null;
  return new Set(outcome.value.value.split(" ").filter(Boolean).map(Number));
}
