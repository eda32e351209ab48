/** Every agent there is, by the name that `--agent` takes. */
import type { Agent } from "./agent.ts";
import { createLlmAgent, type LlmOptions } from "./llm/llm-agent.ts";
import type { AgentName } from "./names.ts";
import { createOracleAgent, type ReferenceEditsOf } from "./oracle-agent.ts";
import { createRandomAgent } from "./random-agent.ts";
import { createSearchAgent } from "./search/search-agent.ts";
import { createSubmitAgent } from "./submit-agent.ts";

/** What the command line hands to the agent it makes; each takes what it needs. */
export interface AgentSetup {
  /** Where the language model is and how it is asked; null for a run without one. */
  readonly llm: LlmOptions | null;
  /** Gives the fixes of the tasks that lie here. */
  readonly referenceEdits: ReferenceEditsOf;
}

/** A new agent is one line here, and its name. */
const AGENTS = {
  llm: ({ llm }) => createLlmAgent(needed(llm)),
  oracle: ({ referenceEdits }) => createOracleAgent(referenceEdits),
  random: () => createRandomAgent(),
  search: () => createSearchAgent(),
  submit: () => createSubmitAgent(),
} as const satisfies Readonly<Record<AgentName, (setup: AgentSetup) => Agent>>;

export function createAgent(name: AgentName, setup: AgentSetup): Agent {
  return AGENTS[name](setup);
}

function needed(llm: LlmOptions | null): LlmOptions {
  if (llm === null) throw new Error("Cannot make the agent llm without an endpoint");
  return llm;
}
