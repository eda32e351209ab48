/** The port by which the server finds kept episodes for readers: `cli/serve.ts` puts the store behind it. */
import type { Difficulty, EpisodeRecord, Split } from "../../protocol/protocol.ts";

/** All that is known of a kept episode without playing it again; who reads is shown less. */
export interface KeptFacts {
  /** Its place: later ones have a greater one. */
  readonly key: number;
  readonly id: string;
  /** By which its player calls it. */
  readonly label: string;
  /** The task's name, which gives its bug away. */
  readonly task: string;
  /** Null where the server has not that task any more, as of what follows. */
  readonly program: string | null;
  readonly split: Split | null;
  readonly difficulty: Difficulty | null;
  readonly steps: number;
  readonly ended: boolean;
  /** Milliseconds since 1970. */
  readonly begunAt: number;
  readonly lastAt: number;
}

export interface KeptForReaders {
  /** @param before the `key` of the last one that was given; null for the newest */
  newest(limit: number, before: number | null): Promise<readonly KeptFacts[]>;
  /** @returns null where there is none of that id @throws TraceFixError RESUME_DIFFERS where it cannot be played again here */
  record(id: string, reader: { readonly client: string; readonly signal: AbortSignal }): Promise<EpisodeRecord | null>;
}
