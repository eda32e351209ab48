/** What a step took of the model that chose it, in words; empty where nobody recorded it. */
import type { RecordedStep } from "../../../src/protocol/episode-record.ts";
import { formatCount, formatDuration, formatPlain } from "./format.ts";

export function spentInWords({ spent }: Pick<RecordedStep, "spent">): string {
  if (spent === undefined) return "";
  const tokens = spent.prompt_tokens + spent.completion_tokens;
  const parts = [
    tokens > 0 ? `${formatCount(tokens)} tokens` : "",
    spent.cost === null ? "" : `cost ${formatPlain(spent.cost, 5)}`,
    spent.duration_ms > 0 ? formatDuration(spent.duration_ms) : "",
  ];
  return parts.filter(Boolean).join(" · ");
}
