/** The verb `tracefix episodes export`: results were not kept, so each episode is played again and held against its digests. */
import { dirname } from "node:path";
import type { Writable } from "node:stream";
import { pino } from "pino";
import type { GymOptions } from "../environment/gym-options.ts";
import { makeFolders } from "../ground/make-folders.ts";
import { replaceFile } from "../ground/replace-file.ts";
import { LANGUAGE_PACKS } from "../languages/languages.ts";
import type { EpisodeRecord } from "../protocol/protocol.ts";
import { gradingNamesOf } from "../server/grading-names.ts";
import { readSettings, type Settings } from "../server/settings.ts";
import type { StoreReader } from "../storage/store-reader.ts";
import { MasteryGroups } from "../tasks/curriculum/mastery-groups.ts";
import { keptRecord } from "./kept-record.ts";
import { openKeptEpisodes } from "./open-kept-episodes.ts";
import { imagesOf, openSandboxes, prepareLanguages } from "./open-sandboxes.ts";
import { openTaskSets } from "./open-task-sets.ts";

export interface ExportEpisodesOptions {
  readonly ids: readonly string[];
  readonly dataDir: string;
  readonly programs: readonly string[];
  readonly out: string;
  readonly signal: AbortSignal;
}

/**
 * @returns the exit code: 0 if all were written, 1 if some are left out
 * @throws Error where nothing can be read, or no such episode is kept
 */
export async function exportKeptEpisodes(options: ExportEpisodesOptions, log: Writable): Promise<number> {
  const { ids, dataDir, programs, out, signal } = options;
  const settings = readSettings(process.env);
  await using store = await openKeptEpisodes(dataDir, settings.DATABASE_URL);
  await using arena = await openArena(settings, programs);
  let leftOut = 0;
  let written = 0;
  const lines = async function* () {
    for await (const id of ids.length > 0 ? ids : idsOf(store)) {
      signal.throwIfAborted();
      const told = await recordOf(id, { store, arena, settings, signal });
      if ("record" in told) yield `${JSON.stringify(told.record)}\n`;
      else log.write(`Episode ${id} is left out: ${told.problem}\n`);
      if ("record" in told) written += 1;
      else leftOut += 1;
    }
  };
  await makeFolders(dirname(out));
  await replaceFile(out, lines());
  log.write(`${written} written to ${out}, ${leftOut} left out\n`);
  return leftOut === 0 ? 0 : 1;
}

async function* idsOf(store: StoreReader): AsyncGenerator<string> {
  for await (const { id } of store.list()) yield id;
}

interface Arena extends AsyncDisposable {
  /** What episodes are played again with. */
  readonly gym: Omit<GymOptions, "session" | "mastery">;
}

/** What episodes are played in, as a server has it. */
async function openArena(settings: Settings, programs: readonly string[]): Promise<Arena> {
  const preparations = prepareLanguages();
  const image = () => imagesOf(preparations);
  const quiet = pino({ enabled: false });
  const { sets, usual } = await openTaskSets({ programs, strict: false, settings, log: quiet, image });
  const workers = settings.WORKERS === undefined ? {} : { workers: settings.WORKERS };
  const sandboxes = await openSandboxes([...LANGUAGE_PACKS.values()], { preparations, ...workers });
  const gym: Arena["gym"] = {
    tasks: usual,
    taskSet: (name) => sets.of(name),
    sandboxFor: sandboxes.sandboxFor,
    grading: { hiddenSecret: settings.HIDDEN_SECRET ?? null, hiddenCount: settings.HIDDEN_COUNT },
  };
  return {
    gym,
    [Symbol.asyncDispose]: () => sandboxes.close(),
  };
}

interface Exporting {
  readonly store: StoreReader;
  readonly arena: Arena;
  readonly settings: Settings;
  readonly signal: AbortSignal;
}

type Told = { readonly record: EpisodeRecord } | { readonly problem: string };

async function recordOf(id: string, { store, arena, settings, signal }: Exporting): Promise<Told> {
  try {
    const stored = await store.read(id);
    if (stored === null) return { problem: "there is none of that id; `tracefix episodes list` names them" };
    if (!stored.hasBegun) return { problem: "its first steps were not kept, so that it has not begun" };
    const options = { ...arena.gym, session: id, mastery: new MasteryGroups() };
    return { record: await keptRecord(stored, { options, signal, grading: gradingNamesOf(settings) }) };
  } catch (error) {
    signal.throwIfAborted();
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
