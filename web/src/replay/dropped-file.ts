/** The `episodes.jsonl` that was dropped on the page: its rows, and its lines read again when they are opened. */
import { signal } from "@preact/signals";
import type { EpisodeRecord } from "../../../src/protocol/episode-record.ts";
import { type EpisodeRow, readBrief, readRecord } from "../logic/episode-rows.ts";
import { indexLines } from "../logic/line-index.ts";

export interface DroppedFile {
  readonly name: string;
  readonly rows: readonly EpisodeRow[];
  /** Lines that are no episodes. */
  readonly unreadable: number;
  readonly isReading: boolean;
  /** Why it was not read to its end. */
  readonly problem: string | null;
}

export const droppedFile = signal<DroppedFile | null>(null);

let blob: Blob | null = null;
let places: (readonly [from: number, to: number])[] = [];

/** What was read so far is shown so often: a list that is sorted and narrowed again for each line would hold up the reading. */
const SHOW_MS = 250;

export async function openFile(file: File): Promise<void> {
  blob = file;
  places = [];
  const rows = new Map<string, EpisodeRow>();
  let unreadable = 0;
  let shownAt = performance.now();
  const show = (isReading: boolean, problem: string | null = null): void => {
    // Another file may have been dropped meanwhile.
    if (blob === file)
      droppedFile.value = { name: file.name, rows: [...rows.values()], unreadable, isReading, problem };
  };
  show(true);
  try {
    for await (const { from, to, text } of indexLines(chunks(file))) {
      if (blob !== file) return;
      const brief = readBrief(text);
      if (brief === null) unreadable += 1;
      else {
        // What a resumed run played again counts as it was played last, as reports have it. Runs of
        // different agents that stand in one file use the same keys.
        rows.set(JSON.stringify([brief.agent, brief.key]), {
          ...brief,
          query: { file: file.name, line: String(places.length + 1) },
        });
        places.push([from, to]);
        if (performance.now() - shownAt < SHOW_MS) continue;
        show(true);
        // Drawing it takes time, too.
        await new Promise(requestAnimationFrame);
        shownAt = performance.now();
      }
    }
    show(false);
  } catch {
    show(false, "The browser cannot read it: it may be a folder, or have been moved or changed.");
  }
}

/** @throws Error where the file is not here, as after the page was loaded again */
export async function episodeOfFile(name: string | undefined, line: number): Promise<EpisodeRecord> {
  const place = places[line - 1];
  if (blob === null || place === undefined || droppedFile.value?.name !== name) {
    throw new Error(`Drop ${name ?? "the file"} on the page again: it was not kept.`);
  }
  const text = await blob
    .slice(...place)
    .text()
    .catch(() => {
      throw new Error("The browser cannot read the file any more. Drop it on the page again.");
    });
  return readRecord(text);
}

async function* chunks(file: Blob): AsyncGenerator<Uint8Array> {
  const size = 1024 * 1024;
  for (let from = 0; from < file.size; from += size) {
    yield new Uint8Array(await file.slice(from, from + size).arrayBuffer());
  }
}
