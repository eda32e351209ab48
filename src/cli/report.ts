/** The verb `tracefix report`: writes the report of a run again, or compares several. */
import { basename, dirname, join, resolve } from "node:path";
import type { Writable } from "node:stream";
import { compareRuns } from "../evaluation/compare/compare-runs.ts";
import { comparisonMarkdown, comparisonPage } from "../evaluation/compare/render-comparison.ts";
import { writeReport } from "../evaluation/report/write-report.ts";
import { findRuns } from "../evaluation/run/find-runs.ts";
import { type RecordedRun, readRun } from "../evaluation/run/read-run.ts";
import { makeFolders } from "../ground/make-folders.ts";
import { replaceFile } from "../ground/replace-file.ts";

export interface ReportOptions {
  /** The run folders; with more than one the others are compared with the first. */
  readonly runs: readonly string[];
  /** The folder of a comparison; beside the first run if left out. */
  readonly out?: string | undefined;
  /** Print the figures as one JSON document instead of the paths written. */
  readonly json: boolean;
  /** Where warnings go. */
  readonly log: Writable;
}

/** @throws Error when a folder holds no run or the report cannot be written */
export async function writeReports({ runs, out, json, log }: ReportOptions, output: Writable): Promise<void> {
  const folders = await findRuns(runs);
  const [first] = folders;
  if (first === undefined) throw new Error("Cannot report on nothing: name a run's folder.");
  const { figures, files } = folders.length === 1 ? await reportOne(first, log) : await compare(folders, { out, log });
  output.write(json ? `${JSON.stringify(figures, null, 2)}\n` : `${files.join("\n")}\n`);
}

interface Reported {
  readonly figures: object;
  readonly files: readonly string[];
}

async function reportOne(folder: string, log: Writable): Promise<Reported> {
  const { run, results, files } = await writeReport(folder);
  warn(run, log);
  return { figures: { name: run.name, ...results }, files };
}

async function compare(
  folders: readonly string[],
  { out, log }: Pick<ReportOptions, "out" | "log">,
): Promise<Reported> {
  const runs: RecordedRun[] = [];
  for (const folder of folders) {
    const run = await readRun(folder);
    warn(run, log);
    runs.push(run);
  }
  const comparison = compareRuns(runs);
  const target =
    out ?? join(dirname(resolve(folders[0] ?? ".")), folders.map((folder) => basename(resolve(folder))).join("-vs-"));
  await makeFolders(target);
  const files = [join(target, "comparison.html"), join(target, "comparison.md")] as const;
  await replaceFile(files[0], await comparisonPage(comparison));
  await replaceFile(files[1], comparisonMarkdown(comparison));
  return { figures: comparison, files };
}

function warn({ name, badLines }: RecordedRun, log: Writable): void {
  for (const { line, problem } of badLines) log.write(`${name}: line ${line} is left out: ${problem}.\n`);
}
