/** Takes what the intake holds over into the database, and removes the files of which nothing is left to take. */
import { closeSync, fstatSync, openSync, readdirSync, readSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { EpisodeDatabase } from "./episode-database.ts";
import { type IntakePlace, intakeName, intakeNumber } from "./intake-names.ts";
import { episodeOfDamagedLine, readStoredLine } from "./stored-line.ts";
import type { TakenLine } from "./taken-batch.ts";

/** Bytes read at once; a line that is longer makes it more. */
const PIECE_BYTES = 1024 * 1024;
const LINE_BREAK = 0x0a;

export interface TakeOverOptions {
  readonly folder: string;
  /** Up to where the intake is whole; left out at a start, when all that is there is taken over. */
  readonly upTo?: IntakePlace | undefined;
}

/**
 * A line that is damaged is left out, and the episode that it seems to have been of is refused from then on. The last line
 * of a file is left out without a word: it was being written when the server ended, and nobody was told of it.
 * @returns how many lines were left out as damaged
 */
export function takeOver(database: EpisodeDatabase, { folder, upTo }: TakeOverOptions): number {
  let damaged = 0;
  for (const number of intakeFiles(folder)) {
    if (upTo !== undefined && number > upTo.file) break;
    const { file, bytes } = database.taken;
    // A file of before the last one taken over has nothing that is not in the database.
    if (number < file) continue;
    const isLast = upTo !== undefined && number === upTo.file;
    const path = join(folder, intakeName(number));
    damaged += takeFile(database, { path, number, from: number === file ? bytes : 0, to: isLast ? upTo.bytes : null });
  }
  return damaged;
}

/** Removes the files that the database has taken over whole: all below the number. The caller has put them on the disk. */
export function removeTakenFiles(folder: string, below: number): void {
  for (const number of intakeFiles(folder)) {
    if (number < below) rmSync(join(folder, intakeName(number)), { force: true });
  }
}

/** In the order in which they were written. */
export function intakeFiles(folder: string): readonly number[] {
  return readdirSync(folder)
    .map(intakeNumber)
    .filter((number) => number !== null)
    .sort((a, b) => a - b);
}

interface TakenFile {
  readonly path: string;
  readonly number: number;
  readonly from: number;
  /** Where it is whole up to; null: it is written no more. */
  readonly to: number | null;
}

function takeFile(database: EpisodeDatabase, { path, number, from, to }: TakenFile): number {
  const file = openSync(path, "r");
  let damaged = 0;
  try {
    const end = to ?? fstatSync(file).size;
    for (let place = from, size = PIECE_BYTES; place < end; ) {
      const piece = Buffer.alloc(Math.min(size, end - place));
      const read = readSync(file, piece, 0, piece.length, place);
      const whole = piece.subarray(0, piece.lastIndexOf(LINE_BREAK, read - 1) + 1);
      if (whole.length === 0) {
        // The line is longer than the piece, or it is the last one and was never finished.
        if (place + read >= end || read === 0) break;
        size *= 2;
        continue;
      }
      const isEnd = to === null && place + whole.length >= end;
      const { lines, broken } = linesOf(whole.toString("utf8"), isEnd);
      database.takeOver(lines, { file: number, bytes: place + whole.length });
      for (const text of broken) markDamaged(database, text);
      damaged += broken.length;
      place += whole.length;
    }
    // Whatever is left of it will never be whole.
    if (to === null) database.takeOver([], { file: number, bytes: end });
    return damaged;
  } finally {
    closeSync(file);
  }
}

function linesOf(text: string, isEnd: boolean): { lines: TakenLine[]; broken: string[] } {
  const lines: TakenLine[] = [];
  const broken: string[] = [];
  const parts = text.split("\n");
  for (const [index, part] of parts.entries()) {
    if (part === "") continue;
    const line = readStoredLine(part);
    if (line !== null) lines.push({ ...line, text: part });
    else if (!(isEnd && index === parts.length - 2)) broken.push(part);
  }
  return { lines, broken };
}

function markDamaged(database: EpisodeDatabase, text: string): void {
  const id = episodeOfDamagedLine(text);
  if (id !== null) database.markDamaged(id);
}
