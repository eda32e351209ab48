/** Submits the untouched code at once: what doing nothing scores. */
import { type Agent, act } from "./agent.ts";

export function createSubmitAgent(): Agent {
  return { name: "submit", model: null, begin: () => ({ act: async () => act({ action_type: "SUBMIT" }) }) };
}
