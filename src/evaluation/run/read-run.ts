/** Reads a run's folder for its statistics. */

import { readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { z } from "zod";
import { parseJson } from "../../ground/parse-json.ts";
import { digestOf, type EpisodeDigest } from "./digest.ts";
import { type BadLine, readEpisodes } from "./read-episodes.ts";

export const EPISODES_FILE = "episodes.jsonl";
export const MANIFEST_FILE = "run.json";

/** Whatever the runner wrote down of its settings; read for showing only, so any object will do. */
const manifestSchema = z.record(z.string(), z.unknown());
export type Manifest = z.infer<typeof manifestSchema>;

export interface Run {
  readonly folder: string;
  /** The folder's own name. */
  readonly name: string;
  /** Empty where there is none or it cannot be read. */
  readonly manifest: Manifest;
  readonly episodes: readonly EpisodeDigest[];
  readonly badLines: readonly BadLine[];
}

/** @throws Error when the folder holds no episodes, with what to do */
export async function readRun(folder: string): Promise<Run> {
  const file = join(folder, EPISODES_FILE);
  if (!(await isRun(folder))) {
    throw new Error(`Cannot read the run ${folder}: it has no ${EPISODES_FILE}. Name a folder that a run wrote.`);
  }
  const episodes = new Map<string, EpisodeDigest>();
  const badLines: BadLine[] = [];
  for await (const entry of readEpisodes(file)) {
    // What ended with an error may have been played again by a resumed run: then the later line counts.
    if ("record" in entry) episodes.set(entry.record.key, digestOf(entry));
    else badLines.push(entry);
  }
  const name = basename(resolve(folder));
  return { folder, name, manifest: await readManifest(folder), episodes: [...episodes.values()], badLines };
}

/** Whether the folder is one that a run wrote. */
export async function isRun(folder: string): Promise<boolean> {
  return stat(join(folder, EPISODES_FILE)).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST_FILE), "utf8").catch(() => "");
  // A run without a manifest still has episodes, and they are what a report is of.
  return manifestSchema.safeParse(parseJson(text)).data ?? {};
}
