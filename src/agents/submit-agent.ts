/** Submits the untouched code at once: what doing nothing scores. */
import { type Agent, actTurn } from "./agent.ts";

export function createSubmitAgent(): Agent {
  return { name: "submit", model: null, begin: () => ({ act: async () => actTurn({ action_type: "SUBMIT" }) }) };
}
