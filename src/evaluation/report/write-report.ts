/** Writes a run's report into its folder: `report.html`, which stands alone, and `report.md`. */
import { join } from "node:path";
import { replaceFile } from "../../ground/replace-file.ts";
import { type Run, readRun } from "../run/read-run.ts";
import { type Results, resultsOf } from "../statistics/results.ts";
import { EpisodePages } from "./episode-pages.ts";
import { html } from "./html.ts";
import { markdownReport } from "./markdown.ts";
import { overview } from "./overview.ts";
import { htmlPage } from "./page.ts";

export interface WrittenReport {
  readonly run: Run;
  readonly results: Results;
  /** The paths of `report.html` and `report.md`. */
  readonly files: readonly string[];
}

/** @throws Error when the folder holds no run or cannot be written */
export async function writeReport(folder: string): Promise<WrittenReport> {
  const pages = new EpisodePages();
  return writeReportOf(await readRun(folder, (entry) => pages.add(entry)), pages);
}

/** The report of a run that has been gone over. */
export async function writeReportOf(run: Run, pages: EpisodePages): Promise<WrittenReport> {
  const { folder, name, episodes } = run;
  const results = resultsOf(episodes);
  const body = html`${overview(run, { results, pages: pages.lines })}
${pages.render()}`;
  const files = [join(folder, "report.html"), join(folder, "report.md")] as const;
  await replaceFile(files[0], await htmlPage(`${name}: report`, body));
  await replaceFile(files[1], markdownReport(run, results));
  return { run, results, files };
}
