/** What is said of a look at a file beside its lines, and why lines cannot be shown. */
import { countLines } from "./lines.ts";

interface FileAsked {
  /** What it is called; null where it is the only one. */
  readonly file: string | null;
}

export const CANNOT_SHOW = {
  whole: ({ file, count, most }: FileAsked & { count: number; most: number }) =>
    `Cannot show ${file ?? "the file"} whole: it has ${countLines(count)}, and ${most} are shown at once. ` +
    "Send start_line and end_line.",
  outside: ({ file, count, first }: FileAsked & { count: number; first: number }) =>
    `Cannot show ${file ?? "the file"} from line ${first} on: it has ${countLines(count)}, counted from 1.`,
  backwards: ({ file, first, last }: FileAsked & { first: number; last: number }) =>
    `Cannot show lines ${first} to ${last} of ${file ?? "the file"}: send an end_line that is no less than start_line.`,
  tooMany: ({ file, most, first }: FileAsked & { most: number; first: number }) =>
    `Cannot show so much of ${file ?? "the file"}: ${most} lines are shown at once. ` +
    `Send an end_line up to ${first + most - 1}.`,
} as const;

/** @param shown the last line that is shown, and the last that was asked for */
export function cutShort(shown: number, asked: number): string {
  return `The lines up to ${asked} do not fit: send start_line ${shown + 1} to go on.`;
}

/** Where the shown file is not the one that an action is about which names none. */
export function noteAim(path: string): string {
  return `An action without a path is still about ${path}.`;
}
