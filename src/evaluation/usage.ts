/** What a model's answers cost, added up. */
import type { Usage } from "../protocol/protocol.ts";

export function addUsage(sum: Usage | null, more: Usage | null): Usage | null {
  if (sum === null || more === null) return sum ?? more;
  return {
    requests: sum.requests + more.requests,
    prompt_tokens: sum.prompt_tokens + more.prompt_tokens,
    completion_tokens: sum.completion_tokens + more.completion_tokens,
    cost: sum.cost === null || more.cost === null ? null : sum.cost + more.cost,
  };
}
