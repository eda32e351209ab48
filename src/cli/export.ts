/** The verb `tracefix export`: runs as training data, as a log for Inspect, or as raw steps. */
import { dirname, join } from "node:path";
import type { Writable } from "node:stream";
import { type ExportedRuns, exportRuns } from "../evaluation/export/export-run.ts";
import type { ExportFormat, ExportWishes } from "../evaluation/export/select.ts";
import { findRuns } from "../evaluation/run/find-runs.ts";
import { makeFolders } from "../ground/make-folders.ts";
import { replaceFile } from "../ground/replace-file.ts";
import { countOf } from "../protocol/protocol.ts";
import { leftOutWords, UNPAIRED_WORDS } from "./export-words.ts";

export interface ExportOptions extends ExportWishes {
  /** Folders of runs, or of several. */
  readonly runs: readonly string[];
  /** The file to write; in the first run's folder, under `export/`, if left out. */
  readonly out?: string | undefined;
  /** Where warnings and counts go. */
  readonly log: Writable;
}

/**
 * Prints the path of the file.
 * @returns the exit code: 0 if something was exported, 1 if nothing was
 * @throws Error when there is no run or the file cannot be written
 */
export async function exportEpisodes({ runs: named, out, log, ...wishes }: ExportOptions, output: Writable) {
  const exported = await exportRuns(await findRuns(named), wishes);
  const { runs, fileName, pieces, count, selected } = exported;
  for (const { name, badLines } of runs) {
    const where = runs.length === 1 ? "Line" : `${name}: line`;
    for (const { line, problem } of badLines) log.write(`${where} ${line} is left out: ${problem}.\n`);
  }
  const path = out ?? join(runs[0]?.folder ?? "", "export", fileName);
  await makeFolders(dirname(path));
  await replaceFile(path, pieces, () => count() > 0);
  tellWhatIsMissing(exported, { log, minReturn: wishes.filters.minReturn });
  if (count() === 0) {
    log.write(`Nothing to export: ${whyNothing(exported)}\n`);
    return 1;
  }
  log.write(`${countOf(count(), UNITS[wishes.format])} from ${countOf(selected, "episode")}.\n`);
  output.write(`${path}\n`);
  return 0;
}

function tellWhatIsMissing(
  { leftOut, unpaired }: ExportedRuns,
  { log, minReturn }: { readonly log: Writable; readonly minReturn: number | null },
): void {
  for (const [reason, episodes] of leftOut()) {
    log.write(`${countOf(episodes, "episode")} left out: ${leftOutWords(reason, minReturn)}.\n`);
  }
  for (const [reason, times] of unpaired()) {
    log.write(`No pair, ${times === 1 ? "once" : `${times} times`}: ${UNPAIRED_WORDS[reason]}.\n`);
  }
}

function whyNothing({ selected, unpaired }: ExportedRuns): string {
  if (selected === 0) return "no episode passes. Ask for other splits with --split, or drop --solved and --min-return.";
  const counts = unpaired();
  if (counts.size === 0) return "no episode holds an answer.";
  const why = counts.has("equal_returns") ? UNPAIRED_WORDS.equal_returns : "no two episodes make a pair";
  return `${why}. Play the same tasks with a higher --temperature, more --repeat or another --agent, and name all the runs.`;
}

const UNITS: Readonly<Record<ExportFormat, string>> = {
  sft: "conversation",
  dpo: "pair",
  inspect: "sample",
  raw: "step",
};
