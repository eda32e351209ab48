/** Reads a run's folder for its statistics. */

import { readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { z } from "zod";
import { parseJson } from "../../ground/parse-json.ts";
import { pathExists } from "../../ground/path-exists.ts";
import { EPISODES_FILE } from "../../protocol/protocol.ts";
import type { EpisodeDigest } from "./digest.ts";
import { EpisodeIndex } from "./episode-index.ts";
import { type BadLine, type EpisodeLine, readEpisodes } from "./read-episodes.ts";

export const MANIFEST_FILE = "run.json";

/** Whatever the runner wrote down of its settings; read for showing only, so any object will do. */
const manifestSchema = z.record(z.string(), z.unknown());
export type RunManifest = z.infer<typeof manifestSchema>;

export interface RecordedRun {
  readonly folder: string;
  /** The folder's own name. */
  readonly name: string;
  /** Empty where there is none or it cannot be read. */
  readonly manifest: RunManifest;
  readonly episodes: readonly EpisodeDigest[];
  readonly badLines: readonly BadLine[];
}

/**
 * Goes over the episodes once.
 * @param look is shown each as it comes by
 * @throws Error when the folder holds no episodes, with what to do
 */
export async function readRun(
  folder: string,
  look: (entry: EpisodeLine) => void = () => undefined,
): Promise<RecordedRun> {
  const file = join(folder, EPISODES_FILE);
  if (!(await isRun(folder))) {
    const why = (await pathExists(folder)) ? `it has no ${EPISODES_FILE}` : "there is no such folder";
    throw new Error(`Cannot read the run ${folder}: ${why}. Name a folder that a run wrote.`);
  }
  const index = new EpisodeIndex();
  for await (const entry of readEpisodes(file)) {
    index.add(entry);
    look(entry);
  }
  return runOf(folder, index);
}

/** The run of a folder whose episodes have been gone over. */
export async function runOf(folder: string, { episodes, badLines }: EpisodeIndex): Promise<RecordedRun> {
  return { folder, name: basename(resolve(folder)), manifest: await readManifest(folder), episodes, badLines };
}

/** Whether the folder is one that a run wrote. */
export async function isRun(folder: string): Promise<boolean> {
  return stat(join(folder, EPISODES_FILE)).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function readManifest(folder: string): Promise<RunManifest> {
  const text = await readFile(join(folder, MANIFEST_FILE), "utf8").catch(() => "");
  // A run without a manifest still has episodes, and they are what a report is of.
  return manifestSchema.safeParse(parseJson(text)).data ?? {};
}
