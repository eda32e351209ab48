/** A tool's result in both spellings: OpenEnv's, and that of the Model Context Protocol. */
import type { ToolOutcome } from "./call-tool.ts";

/** The observation with its reward and whether the episode is over. */
function structured({ observation, reward, done }: ToolOutcome) {
  return { ...observation, reward, done };
}

function textContent({ text }: ToolOutcome) {
  return { type: "text", text } as const;
}

/**
 * What OpenEnv's servers answer; its client hands on `data`.
 * @param begun the session that the call began, since it named none: told in OpenEnv's spelling and in the protocol's
 */
export function openEnvResult(outcome: ToolOutcome, begun?: string) {
  const observation = structured(outcome);
  const meta = begun === undefined ? null : { session_id: begun };
  return {
    content: [{ ...textContent(outcome), annotations: null, meta: null }],
    structured_content: observation,
    meta,
    ...(meta && { _meta: meta }),
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
