/** The verb `tracefix export`: a run as training data, as a log for Inspect, or as raw steps. */
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { exportRun } from "../evaluation/export/export-run.ts";
import type { ExportFormat, Filters } from "../evaluation/export/select.ts";

export interface ExportOptions {
  readonly run: string;
  readonly format: ExportFormat;
  readonly filters: Filters;
  /** The file to write; in the run's folder, under `export/`, if left out. */
  readonly out?: string | undefined;
  /** Where warnings and counts go. */
  readonly log: Writable;
}

/**
 * Prints the path of the file.
 * @returns the exit code: 0 if something was exported, 1 if no episode passed the filters
 * @throws Error when there is no run or the file cannot be written
 */
export async function exportEpisodes({ run: folder, format, filters, out, log }: ExportOptions, output: Writable) {
  const { run, selection, fileName, pieces, count } = await exportRun(folder, { format, filters });
  for (const { line, problem } of run.badLines) log.write(`Line ${line} is left out: ${problem}.\n`);
  for (const [reason, episodes] of Object.entries(selection.leftOut)) {
    log.write(`${episodes} episode${episodes === 1 ? "" : "s"} left out: ${reason}.\n`);
  }
  const path = out ?? join(folder, "export", fileName);
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(unfinished));
    if (count() === 0) {
      log.write(
        "Nothing to export: no episode passes. Ask for other splits with --split, or drop --solved and --min-return.\n",
      );
      return 1;
    }
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
  log.write(`${count()} ${UNITS[format]} from ${selection.episodes.length} episodes.\n`);
  output.write(`${path}\n`);
  return 0;
}

const UNITS: Readonly<Record<ExportFormat, string>> = {
  sft: "conversations",
  dpo: "pairs",
  inspect: "samples",
  raw: "steps",
};
