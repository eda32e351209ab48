/** Every agent there is, by the name that `--agent` takes. */
import type { Agent } from "./agent.ts";
import { createSubmitAgent } from "./submit-agent.ts";

/** What the command line hands to the agent it makes; each takes what it needs. */
export type AgentSetup = Readonly<Record<never, never>>;

/** A new agent is one line here. */
export const AGENTS = {
  submit: () => createSubmitAgent(),
} as const satisfies Readonly<Record<string, (setup: AgentSetup) => Agent>>;

export type AgentName = keyof typeof AGENTS;
export const AGENT_NAMES: readonly string[] = Object.keys(AGENTS);

export function isAgentName(name: string): name is AgentName {
  return Object.hasOwn(AGENTS, name);
}
