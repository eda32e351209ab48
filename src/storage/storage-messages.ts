/** What the thread that has the database is asked, and what it answers. */
import type { ShelvedEpisode, StoredSummary } from "./episode-database.ts";
import type { IntakePlace } from "./intake-names.ts";
import type { EpisodeLines } from "./stored-episode.ts";

/** How long and how much is kept. */
export interface Retention {
  readonly days: number;
  readonly bytes: number;
}

export interface StorageThreadData {
  readonly folder: string;
  readonly retention: Retention;
}

/** Questions by their names, with what they bring and what answers them. */
export interface StorageQuestions {
  /** Takes over what was taken in up to there, and removes the files before the one that is the first in use. */
  takeOver: {
    asked: { readonly upTo: IntakePlace; readonly firstInUse: number };
    answer: { readonly damaged: number };
  };
  lastOf: {
    asked: { readonly session: string; readonly label: string | null; readonly upTo: IntakePlace };
    answer: EpisodeLines | null;
  };
  byId: { asked: { readonly id: string; readonly upTo: IntakePlace }; answer: EpisodeLines | null };
  list: { asked: { readonly limit: number; readonly after: string | null }; answer: readonly StoredSummary[] };
  newest: {
    asked: { readonly limit: number; readonly before: number | null; readonly upTo: IntakePlace };
    answer: readonly ShelvedEpisode[];
  };
  /** Ends it; nothing is asked afterwards. */
  close: { asked: { readonly upTo: IntakePlace }; answer: null };
}

export type StorageQuestion = {
  [Name in keyof StorageQuestions]: { readonly name: Name } & StorageQuestions[Name]["asked"];
}[keyof StorageQuestions];

export type StorageAnswer =
  /** It has the folder, and has taken over what was there. */
  | { readonly kind: "ready"; readonly nextFile: number; readonly damaged: number }
  | { readonly kind: "refused"; readonly reason: "held" | "other"; readonly message: string }
  | { readonly kind: "answer"; readonly number: number; readonly answer: unknown }
  | { readonly kind: "failed"; readonly number: number; readonly message: string };
