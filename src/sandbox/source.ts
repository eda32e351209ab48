/** A program as its files: an immutable set of texts by path, one of which is executed. One file is the case of one. */
import { createHash } from "node:crypto";

/** The files alone: what is left of a source when it is sent to another thread. */
export interface SourceFiles {
  /** Path of the file that is executed, from which the others can be imported. */
  readonly entry: string;
  /** In the order of the paths, which have `/` between their parts. */
  readonly files: ReadonlyMap<string, string>;
}

export class Source implements SourceFiles {
  readonly entry: string;
  readonly files: ReadonlyMap<string, string>;
  #key: string | null = null;

  /** @throws Error where there is no file at `entry` */
  constructor(entry: string, files: Iterable<readonly [path: string, text: string]>) {
    this.entry = entry;
    this.files = new Map([...files].sort(([one], [other]) => (one < other ? -1 : Number(one > other))));
    if (!this.files.has(entry)) throw new Error(`Cannot make a source: there is no file ${entry} in it`);
  }

  static of(path: string, text: string): Source {
    return new Source(path, [[path, text]]);
  }

  /** Of the file that is executed. */
  get text(): string {
    return this.files.get(this.entry) ?? "";
  }

  get isOneFile(): boolean {
    return this.files.size === 1;
  }

  /** SHA-256, in base64, of paths and texts: short enough to stand for them in what is remembered of many. */
  get key(): string {
    this.#key ??= keyOf(this);
    return this.#key;
  }

  /** The same but for one file's text. */
  with(text: string, path: string = this.entry): Source {
    return this.files.get(path) === text ? this : new Source(this.entry, new Map(this.files).set(path, text));
  }

  /** One file is told as its text. */
  toJSON(): unknown {
    return this.isOneFile ? this.text : { entry: this.entry, files: [...this.files] };
  }

  equals(other: Source): boolean {
    if (this === other) return true;
    if (this.entry !== other.entry || this.files.size !== other.files.size) return false;
    for (const [path, text] of this.files) if (other.files.get(path) !== text) return false;
    return true;
  }
}

/** Each text behind its length, as its UTF-16 code units: half a surrogate pair counts as what it is. */
function keyOf({ entry, files }: SourceFiles): string {
  const hash = createHash("sha256");
  for (const text of [entry, ...[...files].flat()]) {
    hash.update(`${text.length}:`).update(Buffer.from(text, "utf16le"));
  }
  return hash.digest("base64");
}
