/** VIEW_CODE: shows the whole file, numbered. */
import { countLines } from "../document.ts";
import { numberLines } from "../numbered-lines.ts";
import { viewing } from "../workspace.ts";
import { type ActionContext, type Effect, effect } from "./effect.ts";

export function viewCode({ workspace }: ActionContext): Effect {
  const lines = workspace.lines;
  const output = [`The file has ${countLines(lines.length)}.`, ...numberLines(lines)].join("\n");
  return effect(viewing(workspace), output, { fault: workspace.viewed.has(workspace.text) ? "repeat" : null });
}
