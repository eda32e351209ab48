/** Every agent there is, by the name that `--agent` takes. */
import type { Agent } from "./agent.ts";
import { createOracleAgent, type ReferenceEdit } from "./oracle-agent.ts";
import { createRandomAgent } from "./random-agent.ts";
import { createSearchAgent } from "./search/search-agent.ts";
import { createSubmitAgent } from "./submit-agent.ts";

/** What the command line hands to the agent it makes; each takes what it needs. */
export interface AgentSetup {
  /** The local tasks' fixes, by their full names. */
  readonly referenceEdits: ReadonlyMap<string, ReferenceEdit>;
}

/** A new agent is one line here. */
const AGENTS = {
  oracle: ({ referenceEdits }) => createOracleAgent(referenceEdits),
  random: () => createRandomAgent(),
  search: () => createSearchAgent(),
  submit: () => createSubmitAgent(),
} as const satisfies Readonly<Record<string, (setup: AgentSetup) => Agent>>;

export type AgentName = keyof typeof AGENTS;
export const AGENT_NAMES: readonly string[] = Object.keys(AGENTS);

export function isAgentName(name: string): name is AgentName {
  return Object.hasOwn(AGENTS, name);
}

export function createAgent(name: AgentName, setup: AgentSetup): Agent {
  return AGENTS[name](setup);
}
