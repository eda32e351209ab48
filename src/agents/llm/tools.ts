/** The actions as tools of a chat completion. */
import { nameOfStep, type StepData, TOOLS, toolListings } from "../../protocol/protocol.ts";

const NAMES = new Map(TOOLS.flatMap(({ name, action }) => (action === null ? [] : [[action as string, name]])));

export interface ToolDefinition {
  readonly type: "function";
  readonly function: { readonly name: string; readonly description: string; readonly parameters: object };
}

export function toolDefinitions(): readonly ToolDefinition[] {
  return toolListings("drawn")
    .filter(({ name }) => [...NAMES.values()].includes(name))
    .map(({ name, description, inputSchema }) => ({
      type: "function",
      function: { name, description, parameters: inputSchema },
    }));
}

/** An action as the call it came as. */
export function callOf(action: StepData, id: string) {
  const { action_type: _, ...fields } = action;
  const name = nameOfStep(action);
  return {
    id,
    type: "function",
    function: { name: NAMES.get(name) ?? name, arguments: JSON.stringify(fields) },
  } as const;
}
