/** VIEW_CODE: shows the whole file, numbered. */
import { noteViewed } from "../workspace.ts";
import { type ActionContext, type Effect, effectOf } from "./effect.ts";

export function act({ workspace }: ActionContext): Effect {
  const fault = workspace.viewed.has(workspace.key) ? "repeat" : null;
  return effectOf(noteViewed(workspace), workspace.listing, { fault });
}
