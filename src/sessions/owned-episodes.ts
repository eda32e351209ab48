/** Episodes by their label, and which of them a request without a label can mean: those that are open to who sent it. */
import type { EpisodeOwner, Proof } from "./episode-owner.ts";

const NONE: ReadonlySet<string> = new Set();

export class OwnedEpisodes<Entry extends { readonly owner: EpisodeOwner }> {
  /** In the order in which they came. */
  readonly #entries = new Map<string, Entry>();
  /** Labels by the digest that opens them. */
  readonly #byOwner = new Map<string, Set<string>>();
  /** Labels that are open to who shows nothing. */
  readonly #open = new Set<string>();

  get size(): number {
    return this.#entries.size;
  }

  /** The label of the one that came first. */
  get oldest(): string | undefined {
    const [label] = this.#entries.keys();
    return label;
  }

  [Symbol.iterator](): IterableIterator<[string, Entry]> {
    return this.#entries[Symbol.iterator]();
  }

  get(label: string): Entry | undefined {
    return this.#entries.get(label);
  }

  set(label: string, entry: Entry): void {
    this.delete(label);
    this.#entries.set(label, entry);
    const { digest, isRequired } = entry.owner;
    this.#byOwner.set(digest, (this.#byOwner.get(digest) ?? new Set()).add(label));
    if (!isRequired) this.#open.add(label);
  }

  delete(label: string): void {
    const entry = this.#entries.get(label);
    if (!entry) return;
    this.#entries.delete(label);
    this.#open.delete(label);
    const { digest } = entry.owner;
    const labels = this.#byOwner.get(digest);
    labels?.delete(label);
    if (labels?.size === 0) this.#byOwner.delete(digest);
  }

  /** In the order in which they came. */
  openTo(proof: Proof): ReadonlySet<string> {
    return proof === null ? this.#open : (this.#byOwner.get(proof) ?? NONE);
  }
}
