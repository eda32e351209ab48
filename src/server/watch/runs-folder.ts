/** The recorded runs of a folder: `<name>/episodes.jsonl`, read line by line and remembered as rows. */

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { BoundedMap } from "../../ground/bounded-map.ts";
import { pathExists } from "../../ground/path-exists.ts";
import { readLines } from "../../ground/read-lines.ts";
import {
  beginningOf,
  EPISODES_FILE,
  type EpisodeRecord,
  type RunList,
  type RunRow,
  type RunRows,
  readEpisodeRecord,
  TraceFixError,
} from "../../protocol/protocol.ts";

const REPORT_FILE = "report.html";

/** What the run's episodes are; its report may come later. */
type RecordedRows = Omit<RunRows, "has_report">;

/** Runs whose rows are remembered. */
const MAX_REMEMBERED = 50;

interface Remembered {
  readonly stamp: string;
  readonly rows: Promise<RecordedRows>;
}

export class RunsFolder {
  readonly #root: string;
  readonly #remembered = new BoundedMap<string, Remembered>({ max: MAX_REMEMBERED });

  constructor(root: string) {
    this.#root = root;
  }

  /** The newest first; none where the folder is missing. */
  async list(): Promise<RunList> {
    const entries = await readdir(this.#root, { withFileTypes: true }).catch(() => []);
    const folders = entries.filter((entry) => entry.isDirectory());
    const runs = await Promise.all(
      folders.map(async ({ name }) => {
        const found = await stat(join(this.#root, name, EPISODES_FILE)).catch(() => null);
        return found?.isFile() ? [{ name, bytes: found.size, changed_at: found.mtime.toISOString() }] : [];
      }),
    );
    return {
      runs: runs.flat().sort((a, b) => Number(a.changed_at < b.changed_at) - Number(a.changed_at > b.changed_at)),
    };
  }

  /** @throws TraceFixError where there is no such run */
  async rows(name: string): Promise<RunRows> {
    // Which finds the name first: none is looked for that the folder does not list.
    const recorded = await this.#recorded(name);
    return { ...recorded, has_report: await pathExists(this.#reportOf(name)) };
  }

  async #recorded(name: string): Promise<RecordedRows> {
    const { bytes, changed_at } = await this.#find(name);
    const stamp = `${bytes} ${changed_at}`;
    const known = this.#remembered.get(name);
    if (known?.stamp === stamp) return known.rows;
    const rows = readRows(name, join(this.#root, name, EPISODES_FILE));
    this.#remembered.set(name, { stamp, rows });
    rows.catch(() => this.#remembered.delete(name));
    return rows;
  }

  /** One whole episode. @param place its line as rows have it, from 1 @throws TraceFixError where there is none */
  async episode(name: string, place: number): Promise<EpisodeRecord> {
    await this.#find(name);
    for await (const { line, text } of readLines(join(this.#root, name, EPISODES_FILE))) {
      const read = line === place ? readEpisodeRecord(text) : null;
      if (read !== null && "record" in read) return read.record;
      if (line >= place) break;
    }
    throw new TraceFixError("NOT_FOUND", `Run '${name}' has no episode in line ${place}`);
  }

  /** The report that was written into the run's folder, as HTML; null without one. @throws TraceFixError where there is no such run */
  async report(name: string): Promise<string | null> {
    await this.#find(name);
    return readFile(this.#reportOf(name), "utf8").catch(() => null);
  }

  #reportOf(name: string): string {
    return join(this.#root, name, REPORT_FILE);
  }

  /** Only names that the folder lists are opened, so that none can lead out of it. */
  async #find(name: string): Promise<RunList["runs"][number]> {
    const run = (await this.list()).runs.find((each) => each.name === name);
    if (run) return run;
    throw new TraceFixError("NOT_FOUND", `There is no run '${beginningOf(name, 100)}'; the page lists those there are`);
  }
}

async function readRows(name: string, file: string): Promise<RecordedRows> {
  const rows = new Map<string, RunRow>();
  let unreadable = 0;
  for await (const { line, text } of readLines(file)) {
    const read = readEpisodeRecord(text);
    if ("problem" in read) unreadable += 1;
    // What a resumed run played again counts as it was played last, as reports have it.
    else rows.set(read.record.key, toRow(read.record, line));
    // Players are served between the lines of a long file.
    await new Promise(setImmediate);
  }
  return { name, rows: [...rows.values()], unreadable };
}

function toRow(record: EpisodeRecord, line: number): RunRow {
  const { key, agent, model, task_name, difficulty, bug_type, split, seed, repetition, usage } = record;
  const { training_step, return: total, score, solved, ending, started_at, duration_ms } = record;
  const tokens = usage && usage.prompt_tokens + usage.completion_tokens;
  const what = { key, agent, model, task_name, difficulty, bug_type, split, seed, repetition, training_step };
  const how = { steps: record.steps.length, return: total, score, solved, ending, tokens, cost: usage?.cost ?? null };
  return { line, ...what, ...how, started_at, duration_ms };
}
