/** What a model's answers cost, added up and by the step. */
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

/** What was used since; null of agents without a model. */
export function usageSince(before: Usage | null, now: Usage | null): Usage | null {
  if (now === null) return null;
  if (before === null) return now;
  return {
    requests: now.requests - before.requests,
    prompt_tokens: now.prompt_tokens - before.prompt_tokens,
    completion_tokens: now.completion_tokens - before.completion_tokens,
    cost: now.cost === null || before.cost === null ? null : now.cost - before.cost,
  };
}
