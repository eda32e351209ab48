/** The actions as tools of a chat completion. */
import { nameOfStep, REPLACE_TEXT, type StepData, TOOLS, toolListings } from "../../protocol/protocol.ts";

const ACTIONS: ReadonlySet<string> = new Set(TOOLS.flatMap(({ name, action }) => (action === null ? [] : [name])));

export interface ToolDefinition {
  readonly type: "function";
  readonly function: { readonly name: string; readonly description: string; readonly parameters: object };
}

export function toolDefinitions(): readonly ToolDefinition[] {
  return toolListings("drawn")
    .filter(({ name }) => ACTIONS.has(name))
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
    function: { name: nameOf(name, fields), arguments: JSON.stringify(fields) },
  } as const;
}

/** An edit has two tools: it names its place by a text or by numbers. */
function nameOf(action_type: string, { old_code_block: old }: Readonly<Record<string, unknown>>): string {
  const tool = TOOLS.findLast(({ action, name }) => action === action_type && (old != null || name !== REPLACE_TEXT));
  return tool?.name ?? action_type;
}
