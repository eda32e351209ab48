/** A tool's result in both spellings: OpenEnv's, and that of the Model Context Protocol. */
import type { ToolOutcome } from "./call-tool.ts";

/** The observation with its reward and whether the episode is over. */
function structured({ observation, reward, done }: ToolOutcome) {
  return { ...observation, reward, done };
}

function textContent({ text }: ToolOutcome) {
  return { type: "text", text } as const;
}

/** What OpenEnv's servers answer; its client hands on `data`. */
export function openEnvResult(outcome: ToolOutcome) {
  const observation = structured(outcome);
  return {
    content: [{ ...textContent(outcome), annotations: null, meta: null }],
    structured_content: observation,
    meta: null,
    data: observation,
    is_error: false,
  };
}

export function mcpResult(outcome: ToolOutcome) {
  return { content: [textContent(outcome)], structuredContent: structured(outcome), isError: false };
}

/** A failure that the model should read, and can do something about. */
export function mcpErrorResult(message: string) {
  return { content: [{ type: "text", text: message }], isError: true } as const;
}
