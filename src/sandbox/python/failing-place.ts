/** Where in a program of several files something failed: the driver counts lines of the executed file, and writes out the others'. */
import type { FilePlace } from "../sandbox.ts";
import type { ProgramFiles } from "./program-files.ts";
import type { BareOutcome } from "./read-answer.ts";

/** A frame, as the driver writes it; the program's own text stands deeper. */
const FRAME = /^ {2}File "(.+)", line (\d{1,9}), in /;
/** How the driver begins what is wrong with another file than the executed one. */
const UNPARSED = /^(.+?), line (\d{1,9}): /;

/** The outcome with its place; as it is where nothing failed, or there is but one file. */
export function withPlace<Ended extends BareOutcome>(outcome: Ended, program: ProgramFiles): Ended {
  const { others, path: entry } = program;
  if (others.length === 0) return outcome;
  const paths = new Set([entry ?? "solution.py", ...others.map(([path]) => path)]);
  if (outcome.kind === "syntax") {
    const { problem } = outcome;
    const place = problem.line === null ? placeOf(UNPARSED.exec(problem.message), paths) : null;
    return place === null ? outcome : { ...outcome, problem: { ...problem, place } };
  }
  if (!("traceback" in outcome)) return outcome;
  const place = lastFrame(outcome, paths);
  return place === null ? outcome : { ...outcome, place };
}

/** The innermost of the program's own lines. The message, which is whatever the program says, is no frame. */
function lastFrame(
  { traceback, ...rest }: { readonly traceback: string; readonly message?: string },
  paths: ReadonlySet<string>,
): FilePlace | null {
  const { message = "" } = rest;
  const frames = traceback.endsWith(message) ? traceback.slice(0, traceback.length - message.length) : traceback;
  for (const line of frames.split("\n").reverse()) {
    const place = placeOf(FRAME.exec(line), paths);
    if (place !== null) return place;
  }
  return null;
}

function placeOf(found: RegExpExecArray | null, paths: ReadonlySet<string>): FilePlace | null {
  const [, path, line] = found ?? [];
  return path !== undefined && paths.has(path) ? { path, line: Number(line) } : null;
}
