/** A line of what is stored: how an episode begins, or one of its steps, with a checksum that tells whether it is whole. */
import { crc32 } from "node:zlib";

/**
 * Withdrawn: nobody was told that it began, and it has not. Left: the session whose episode it is was ended by its client, so
 * that none of its episodes is gone on with.
 */
export type StoredLineKind = "begun" | "step" | "withdrawn" | "left";

/** What a line says of itself, before anybody reads its fields. */
export interface StoredLine {
  readonly kind: StoredLineKind;
  /** The episode's id. */
  readonly id: string;
  /** The step's, from 1; 0 of how the episode begins. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The rest, as JSON. */
  readonly json: string;
}

const LINE = /^([0-9a-f]{8}) ((begun|step|withdrawn|left) (\S+) (\d+) (\d+) (.*))$/s;
const EPISODE_ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
const CHECKSUM_DIGITS = 8;

/** JSON has no line breaks of its own, and writes halves of characters as escapes, so that every text comes back as it was. */
export function writeStoredLine(line: Omit<StoredLine, "json">, fields: object): string {
  const body = `${line.kind} ${line.id} ${line.number} ${line.at} ${JSON.stringify(fields)}`;
  return `${checksum(body)} ${body}\n`;
}

/** @returns null for what is not a whole line, or is not as it was written */
export function readStoredLine(text: string): StoredLine | null {
  const [, sum, body = "", kind = "", id = "", number, at, json = ""] = LINE.exec(text) ?? [];
  if (sum === undefined || checksum(body) !== sum) return null;
  return { kind: kind as StoredLineKind, id, number: Number(number), at: Number(at), json };
}

/** The episode that a damaged line seems to have been of, if that can still be read. */
export function episodeOfDamagedLine(text: string): string | null {
  return EPISODE_ID.exec(text)?.[0] ?? null;
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(CHECKSUM_DIGITS, "0");
}
