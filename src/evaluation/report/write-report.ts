/** Writes a run's report into its folder: `report.html`, which stands alone, and `report.md`. */
import { join } from "node:path";
import { replaceFile } from "../../ground/replace-file.ts";
import { html } from "../pages/html.ts";
import { htmlPage } from "../pages/html-page.ts";
import { type RecordedRun, readRun } from "../run/read-run.ts";
import { type RunSummary, resultsOf } from "../statistics/results.ts";
import { EpisodePages } from "./episode-pages.ts";
import { markdownReport } from "./markdown.ts";
import { overviewSection } from "./overview.ts";
import { readSheets } from "./sheets.ts";

export interface WrittenReport {
  readonly run: RecordedRun;
  readonly results: RunSummary;
  /** The paths of `report.html` and `report.md`. */
  readonly files: readonly string[];
}

/** @throws Error when the folder holds no run or cannot be written */
export async function writeReport(folder: string): Promise<WrittenReport> {
  const pages = new EpisodePages();
  return writeReportOf(await readRun(folder, (entry) => pages.add(entry)), pages);
}

/** The report of a run that has been gone over. */
export async function writeReportOf(run: RecordedRun, pages: EpisodePages): Promise<WrittenReport> {
  const { folder, name, episodes } = run;
  const results = resultsOf(episodes);
  const body = html`${overviewSection(run, { results, pages: pages.lines })}
${pages.render()}`;
  const files = [join(folder, "report.html"), join(folder, "report.md")] as const;
  await replaceFile(files[0], htmlPage({ title: `${name}: report`, body, sheets: await readSheets() }));
  await replaceFile(files[1], markdownReport(run, results));
  return { run, results, files };
}
