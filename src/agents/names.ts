/** The agents' names alone, for who must not load the agents themselves. */
export const AGENT_NAMES = ["llm", "oracle", "random", "search", "submit"] as const;
export type AgentName = (typeof AGENT_NAMES)[number];

export function isAgentName(name: string): name is AgentName {
  return AGENT_NAMES.some((known) => known === name);
}
