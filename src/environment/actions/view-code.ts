/** VIEW_CODE: shows the whole file, numbered. */
import { viewing } from "../workspace.ts";
import { type ActionContext, type Effect, effect } from "./effect.ts";

export function act({ workspace }: ActionContext): Effect {
  const fault = workspace.viewed.has(workspace.key) ? "repeat" : null;
  return effect(viewing(workspace), workspace.listing, { fault });
}
