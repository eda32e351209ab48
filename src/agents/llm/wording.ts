/** The words in which a model is told the task, what a step came to, and that its answer was none. */
import type { ChatMessage, CodeObservation } from "../../protocol/protocol.ts";
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

/** The environment's own prompt, and how this conversation wants an action to be written. */
export function systemMessage(
  { metadata }: CodeObservation,
  { mode, thought }: { mode: Mode; thought: boolean },
): ChatMessage {
  const prompt = "system_prompt" in metadata ? metadata.system_prompt : "";
  return { role: "system", content: `${prompt}\n\n${FORM[mode][thought ? "thinking" : "silent"]}` };
}

export function firstMessage({ steps_remaining }: CodeObservation): string {
  return `The episode begins; you have ${steps_remaining} steps. Your first action?`;
}

/** Shows the code only when it has changed: line numbers have then shifted. */
export function tellStep(observation: CodeObservation, before: CodeObservation): string {
  const { last_execution_output, code_dict, steps_remaining } = observation;
  const code = numbered(code_dict);
  const parts = [last_execution_output];
  if (code !== numbered(before.code_dict)) parts.push(`The file now:\n${code}`);
  parts.push(`Steps left: ${steps_remaining}`);
  return parts.join("\n\n");
}

export function correction(why: string, mode: Mode): string {
  const form =
    mode === "tools" ? "Call one tool." : 'Answer with one JSON object, such as {"action_type": "RUN_TESTS"}.';
  return `Cannot take an action from that. ${why}. ${form}`;
}

function numbered(code: CodeObservation["code_dict"]): string {
  const width = String(Object.keys(code).length).length;
  return Object.entries(code)
    .map(([line, text]) => `${line.padStart(width)} | ${text}`)
    .join("\n");
}
