/** What is held, by its door and the name that requests give it, and which of it a request without a name can mean. */
import type { EpisodeOwner, Proof } from "./episode-owner.ts";

/** Where requests come in that belong to one session and have no connection in common. */
export type Door = "http" | "mcp" | "ors" | "page" | "socket";

export interface Listed {
  readonly door: Door;
  /** Of two doors the same name means two sessions. */
  readonly name: string;
  /** Null for what its name alone opens. */
  readonly owner: EpisodeOwner | null;
}

const NONE: ReadonlySet<never> = new Set();
/** Stands for who shows nothing; no digest is empty. */
const NOBODY = "";

export class Directory<Entry extends Listed> {
  /** In the order in which they came. */
  readonly #entries = new Map<string, Entry>();
  /** By the digest that opens them. */
  readonly #openTo = new Map<string, Set<Entry>>();

  get size(): number {
    return this.#entries.size;
  }

  [Symbol.iterator](): IterableIterator<Entry> {
    return this.#entries.values();
  }

  get(door: Door, name: string): Entry | undefined {
    return this.#entries.get(keyOf(door, name));
  }

  /** Takes the place of what has this name. */
  add(entry: Entry): void {
    const { door, name } = entry;
    const before = this.get(door, name);
    if (before !== undefined) this.delete(before);
    this.#entries.set(keyOf(door, name), entry);
    for (const digest of digestsOf(entry)) {
      this.#openTo.set(digest, (this.#openTo.get(digest) ?? new Set()).add(entry));
    }
  }

  /** Harmless where another has its name meanwhile. */
  delete(entry: Entry): void {
    const { door, name } = entry;
    if (this.get(door, name) !== entry) return;
    this.#entries.delete(keyOf(door, name));
    for (const digest of digestsOf(entry)) {
      const entries = this.#openTo.get(digest);
      entries?.delete(entry);
      if (entries?.size === 0) this.#openTo.delete(digest);
    }
  }

  /** In the order in which they came. */
  openTo(proof: Proof): ReadonlySet<Entry> {
    return this.#openTo.get(proof ?? NOBODY) ?? NONE;
  }
}

function keyOf(door: Door, name: string): string {
  return `${door} ${name}`;
}

function digestsOf({ owner }: Listed): readonly string[] {
  if (owner === null) return [];
  return owner.isRequired ? [owner.digest] : [owner.digest, NOBODY];
}
