/** The `episodes.jsonl` that was dropped on the page: its rows, and its lines read again when they are opened. */
import { signal } from "@preact/signals";
import type { EpisodeRecord } from "../../../src/protocol/episode-record.ts";
import { type EpisodeRow, readBrief, readRecord } from "../logic/episode-rows.ts";
import { readLines } from "../logic/line-index.ts";

export interface DroppedFile {
  readonly name: string;
  readonly rows: readonly EpisodeRow[];
  /** Lines that are no episodes. */
  readonly unreadable: number;
  readonly isReading: boolean;
}

export const dropped = signal<DroppedFile | null>(null);

let blob: Blob | null = null;
let places: (readonly [from: number, to: number])[] = [];

/** How many lines are read before they are shown. */
const BATCH = 200;

export async function openFile(file: File): Promise<void> {
  blob = file;
  places = [];
  const rows: EpisodeRow[] = [];
  let unreadable = 0;
  const show = (isReading: boolean): void => {
    dropped.value = { name: file.name, rows: [...rows], unreadable, isReading };
  };
  show(true);
  for await (const { from, to, text } of readLines(chunks(file))) {
    // Another file has been dropped meanwhile.
    if (blob !== file) return;
    const brief = readBrief(text);
    if (brief === null) unreadable += 1;
    else {
      rows.push({ ...brief, query: { file: file.name, line: String(places.length) } });
      places.push([from, to]);
      if (rows.length % BATCH === 0) show(true);
    }
  }
  show(false);
}

/** @throws Error where the file is not here, as after the page was loaded again */
export async function episodeOfFile(line: number): Promise<EpisodeRecord> {
  const place = places[line];
  if (blob === null || place === undefined) throw new Error("Drop the file on the page again: it was not kept.");
  return readRecord(await blob.slice(...place).text());
}

async function* chunks(file: Blob): AsyncGenerator<Uint8Array> {
  const size = 1024 * 1024;
  for (let from = 0; from < file.size; from += size) {
    yield new Uint8Array(await file.slice(from, from + size).arrayBuffer());
  }
}
