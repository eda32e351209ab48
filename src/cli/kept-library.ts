/** What a server's readers find of the episodes that it keeps: the store's rows with what is known of their tasks, and records. */
import type { GymOptions } from "../environment/gym-options.ts";
import { ReplayTurns } from "../environment/replay-turns.ts";
import { BoundedMap } from "../ground/bounded-map.ts";
import { type GradingNames, TraceFixError } from "../protocol/protocol.ts";
import type { KeptFacts, KeptForReaders } from "../server/kept/kept-episodes.ts";
import { TryAgainError } from "../sessions/failures.ts";
import type { EpisodeShelf } from "../storage/episode-shelf.ts";
import { DamagedEpisodeError } from "../storage/stored-episode.ts";
import { MasteryGroups } from "../tasks/curriculum/mastery-groups.ts";
import type { TaskFacts, TaskSource } from "../tasks/supply/task-source.ts";
import { keptRecord } from "./kept-record.ts";

/** Tasks that are not looked up again. */
const MAX_REMEMBERED = 10_000;
/** Episodes that one client may wait for, and clients that may wait. */
const MOST_OF_A_CLIENT = 4;
const MOST_CLIENTS = 64;

export interface KeptLibraryOptions {
  readonly shelf: EpisodeShelf;
  /** Those in which a task of any name is looked for, in this order. */
  readonly sources: () => readonly TaskSource[];
  /** What episodes are played again with. */
  readonly gym: Omit<GymOptions, "mastery">;
  readonly grading: GradingNames;
}

export function keptLibrary({ shelf, sources, gym, grading }: KeptLibraryOptions): KeptForReaders {
  const known = new BoundedMap<string, TaskFacts>({ max: MAX_REMEMBERED });
  const factsOf = async (name: string): Promise<TaskFacts | null> => {
    const remembered = known.get(name);
    if (remembered !== undefined) return remembered;
    for (const source of sources()) {
      const found = await source.find(name);
      if (found === undefined) continue;
      known.set(name, found);
      return found;
    }
    return null;
  };
  const turns = new ReplayTurns(1);
  const waiting = new Map<string, number>();
  /** One whole episode is in memory at a time: large ones take long to read, and who plays is not to notice. */
  const inTurn = async <Result>(work: () => Promise<Result>, reader: Parameters<KeptForReaders["record"]>[1]) => {
    const own = waiting.get(reader.client) ?? 0;
    if (own >= MOST_OF_A_CLIENT || waiting.size >= MOST_CLIENTS) throw tooMany();
    waiting.set(reader.client, own + 1);
    try {
      return await turns.run(work, reader);
    } finally {
      const left = (waiting.get(reader.client) ?? 1) - 1;
      if (left === 0) waiting.delete(reader.client);
      else waiting.set(reader.client, left);
    }
  };
  return {
    newest: async (limit, before) => {
      const rows = await shelf.newest(limit, before).catch(refuseReading);
      return Promise.all(
        rows.map(async ({ task, ...row }): Promise<KeptFacts> => {
          const facts = await factsOf(task);
          const program = facts?.program.name ?? null;
          return { ...row, task, program, split: facts?.program.split ?? null, difficulty: facts?.difficulty ?? null };
        }),
      );
    },
    record: (id, reader) =>
      inTurn(async () => {
        const stored = await shelf.read(id).catch(refuseReading);
        if (stored === null || !stored.hasBegun) return null;
        const { client, signal } = reader;
        // What groups have mastered is nothing that who looks on may change.
        const options = { ...gym, client, mastery: new MasteryGroups() };
        return keptRecord(stored, { options, signal, grading });
      }, reader),
  };
}

function tooMany(): TryAgainError {
  const message = "Too many kept episodes are being read now; ask again in a moment";
  return new TryAgainError(message, { status: 503, code: "CAPACITY_REACHED" });
}

/** A store that does not answer, or an episode of which not all is left, is no fault of the server's code. */
function refuseReading(error: unknown): never {
  if (error instanceof DamagedEpisodeError) {
    throw new TraceFixError("NOT_FOUND", "What is kept of this episode is damaged, so that it cannot be shown");
  }
  const message = "The episodes that are kept cannot be read now; ask again in a moment";
  throw new TryAgainError(message, { status: 503, code: "CAPACITY_REACHED" });
}
