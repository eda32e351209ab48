/** A tool's result as text that a person or a model can read: the lean text, and what only a tool's caller has to know. */
import type { CodeObservation } from "../../protocol/protocol.ts";
import { ANOTHER_BEGINS, BEGUN_BY_ACTION } from "../../words/tool-words.ts";

export interface ToolTextOptions {
  /** What the step told; null where the call began an episode. */
  readonly told: string | null;
  /** The episode that this very call began, since there was none. */
  readonly begun: CodeObservation | null;
  readonly done: boolean;
  readonly mayBeginAnother: boolean;
}

export function toolText(
  observation: CodeObservation,
  { told, begun, done, mayBeginAnother }: ToolTextOptions,
): string {
  const introduction = begun === null ? [] : [beginningText(begun), BEGUN_BY_ACTION];
  const another = done && mayBeginAnother ? [ANOTHER_BEGINS] : [];
  return [...introduction, told ?? beginningText(observation), ...another].join("\n\n");
}

/** All that a reset tells: its prompt, and what a lean one tells apart from it. */
export function beginningText({ metadata, text }: CodeObservation): string {
  const prompt = "system_prompt" in metadata ? metadata.system_prompt : "";
  return text === undefined ? prompt : `${prompt}\n\n${text}`;
}
