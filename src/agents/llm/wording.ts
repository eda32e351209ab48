/** The words in which a model is told how to work, and that its answer was none. */
import { type ChatMessage, type CodeObservation, inForm } from "../../protocol/protocol.ts";
import { splitPrompt } from "../../words/prompt-words.ts";
import type { Mode } from "./endpoint.ts";

const FORM: Record<Mode, Record<"silent" | "thinking", string>> = {
  text: {
    silent: "Answer with the JSON object of one action and nothing else: no thought, no other words.",
    thinking:
      "Begin each answer with what you think, in a <thought>…</thought> block. Then write the JSON object of one " +
      'action, without "thought" in it, and nothing else.',
  },
  tools: {
    silent: "The actions are tools: in each answer call exactly one of them, and write nothing else.",
    thinking:
      "The actions are tools: in each answer write what you think, in a <thought>…</thought> block, and call exactly one.",
  },
};

/** How to work, as the environment has it, and how this conversation wants an action to be written. */
export function systemMessage(
  { metadata }: CodeObservation,
  { mode, thought }: { mode: Mode; thought: boolean },
): ChatMessage {
  const prompt = "system_prompt" in metadata ? metadata.system_prompt : "";
  // An endpoint may turn out not to take tools after the episode has begun.
  const rules = inForm(splitPrompt(prompt).rules, mode === "tools" ? "tools" : "json");
  return { role: "system", content: `${rules}\n\n${FORM[mode][thought ? "thinking" : "silent"]}` };
}

export function askAgain(why: string, mode: Mode): string {
  const form =
    mode === "tools" ? "Call one tool." : 'Answer with one JSON object, such as {"action_type": "RUN_TESTS"}.';
  return `Cannot take an action from that. ${why}. ${form}`;
}
