/** VIEW_CODE: shows a file, numbered, whole or some lines of it. */
import type { CodeAction } from "../../protocol/protocol.ts";
import type { LineRange } from "../../words/lines.ts";
import { CANNOT_SHOW, cutShort, noteAim } from "../../words/view-words.ts";
import { listRange, MAX_LISTED_LINES } from "../listing.ts";
import { nameIn } from "../shown-file.ts";
import { noteViewed, turnTo, type Workspace, wasViewed } from "../workspace.ts";
import type { ParsedFields, WholeAction } from "./action-file.ts";
import { type ActionContext, type Effect, effectOf } from "./effect.ts";
import { namedFile } from "./named-file.ts";

interface AskedView {
  readonly path: string | null;
  readonly start: number | null;
  readonly end: number | null;
}

export function parse({ path = null, start_line = null, end_line = null }: CodeAction): ParsedFields<AskedView> {
  return { ok: true, asked: { path, start: start_line, end: end_line } };
}

export function act({ workspace }: ActionContext, { asked }: WholeAction<AskedView>): Effect {
  if (asked === undefined) throw new Error("A view was taken that says nothing");
  const named = namedFile(workspace, asked.path);
  if (!named.found) return effectOf(workspace, named.problem, { fault: "invalid" });
  const desk = turnTo(workspace, named.path);
  const range = rangeOf(desk, asked);
  if (typeof range === "string") return effectOf(workspace, range, { fault: "invalid" });
  const { output, shown } = listed(desk, range);
  const fault = wasViewed(desk, shown) ? "repeat" : null;
  // What counts as shown is shown whole; only a whole file alone is cut as any report is.
  const isListing = desk.files !== null || output !== desk.listing;
  return effectOf(noteViewed(desk, shown), output, { fault, isListing });
}

/** The lines that are asked for, or why they cannot be shown and what to send instead. */
function rangeOf({ lines, source, path }: Workspace, { start, end }: AskedView): LineRange | string {
  const count = lines.length;
  const file = nameIn(source, path);
  const most = source.isOneFile ? Number.POSITIVE_INFINITY : MAX_LISTED_LINES;
  if (start === null && end === null) {
    return count <= most ? { first: 1, last: count } : CANNOT_SHOW.whole({ file, count, most });
  }
  const first = start ?? 1;
  const last = Math.min(end ?? first + most - 1, count);
  if (first < 1 || first > count) return CANNOT_SHOW.outside({ file, count, first });
  if (last < first) return CANNOT_SHOW.backwards({ file, first, last: end ?? last });
  return last - first < most ? { first, last } : CANNOT_SHOW.tooMany({ file, most, first });
}

/** One file is shown as it always was; of several as much as is allowed at once, with what to know of it. */
function listed(desk: Workspace, range: LineRange): { readonly output: string; readonly shown: LineRange } {
  const { lines, listing, source, path, aim } = desk;
  const isWhole = range.first === 1 && range.last === lines.length;
  if (source.isOneFile && isWhole) return { output: listing, shown: range };
  const file = nameIn(source, path);
  const { text, shown } = listRange(desk, { range, file, isWhole });
  const notes = [
    ...(shown.last < range.last ? [cutShort(shown.last, range.last)] : []),
    ...(path === aim ? [] : [noteAim(aim)]),
  ];
  return { output: [text, ...notes].join("\n\n"), shown };
}
