/** The pages of a run's episodes, made as the episodes come by: as many as there is room for, those that failed first. */

import { Html } from "../pages/html.ts";
import type { EpisodeLine, GoodLine } from "../run/read-episodes.ts";
import { episodePage, type PageInPlace } from "./episode-page.ts";

/** How much text the pages may be made of: a browser opens such a file without trouble. */
const MAX_CHARACTERS = 24_000_000;

interface Place {
  readonly line: number;
  readonly size: number;
  readonly solved: boolean;
}

export class EpisodePages {
  /** By the episode's key: of one that was played again the later line counts. */
  readonly #kept = new Map<string, Place & { readonly page: PageInPlace }>();
  readonly #room: number;
  #size = 0;

  constructor(room: number = MAX_CHARACTERS) {
    this.#room = room;
  }

  add(entry: EpisodeLine): void {
    if ("problem" in entry) return;
    const { key, solved } = entry.record;
    this.#drop(key);
    if (this.#makeRoom({ line: entry.line, size: entry.size, solved })) this.#keep(entry);
  }

  /** The lines that have a page. */
  get lines(): ReadonlySet<number> {
    return new Set([...this.#kept.values()].map(({ line }) => line));
  }

  /** All of them, in the order of their lines. */
  render(): Html {
    const inOrder = [...this.#kept.values()].sort((a, b) => a.line - b.line);
    const pages = inOrder.map(({ page }, place) =>
      page({ previous: inOrder[place - 1]?.line ?? null, next: inOrder[place + 1]?.line ?? null }),
    );
    return new Html(pages.map(({ text }) => text).join(""));
  }

  #keep(entry: GoodLine): void {
    const { line, size, record } = entry;
    this.#kept.set(record.key, { line, size, solved: record.solved, page: episodePage(entry) });
    this.#size += size;
  }

  #drop(key: string): void {
    this.#size -= this.#kept.get(key)?.size ?? 0;
    this.#kept.delete(key);
  }

  /** Drops what comes after this one, as far as it needs to; nothing where that would not do. */
  #makeRoom(wanted: Place): boolean {
    let room = this.#room - this.#size;
    if (room >= wanted.size) return true;
    const dropped: string[] = [];
    for (const [key, kept] of [...this.#kept].sort(([, a], [, b]) => inTurn(b, a))) {
      if (room >= wanted.size || inTurn(kept, wanted) < 0) break;
      dropped.push(key);
      room += kept.size;
    }
    if (room < wanted.size) return false;
    for (const key of dropped) this.#drop(key);
    return true;
  }
}

function inTurn(a: Place, b: Place): number {
  return Number(a.solved) - Number(b.solved) || a.line - b.line;
}
