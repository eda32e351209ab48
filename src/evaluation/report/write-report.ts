/** Writes a run's report into its folder: `report.html`, which stands alone, and `report.md`. */
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { EpisodeDigest } from "../run/digest.ts";
import { readEpisodes } from "../run/read-episodes.ts";
import { EPISODES_FILE, type Run, readRun } from "../run/read-run.ts";
import { type Results, resultsOf } from "../statistics/results.ts";
import { episodePage } from "./episode-page.ts";
import { Html, html } from "./html.ts";
import { markdownReport } from "./markdown.ts";
import { overview } from "./overview.ts";
import { page } from "./page.ts";

/** How much text the pages of episodes may be made of: a browser opens such a file without trouble. */
const MAX_PAGE_CHARACTERS = 24_000_000;

export interface WrittenReport {
  readonly run: Run;
  readonly results: Results;
  /** The paths of `report.html` and `report.md`. */
  readonly files: readonly string[];
}

/** @throws Error when the folder holds no run or cannot be written */
export async function writeReport(folder: string): Promise<WrittenReport> {
  const run = await readRun(folder);
  const results = resultsOf(run.episodes);
  const pages = choosePages(run.episodes);
  const body = html`${overview(run, { results, pages })}
${await renderPages(folder, pages)}`;
  return {
    run,
    results,
    files: [
      await replaceFile(join(folder, "report.html"), await page(`${run.name}: report`, body)),
      await replaceFile(join(folder, "report.md"), markdownReport(run, results)),
    ],
  };
}

/** The lines of the episodes that get a page: as many as there is room for, those that failed first. */
function choosePages(episodes: readonly EpisodeDigest[]): ReadonlySet<number> {
  let room = MAX_PAGE_CHARACTERS;
  const chosen = new Set<number>();
  for (const { line, size } of [...episodes].sort((a, b) => Number(a.solved) - Number(b.solved) || a.line - b.line)) {
    if (size > room) continue;
    room -= size;
    chosen.add(line);
  }
  return chosen;
}

async function renderPages(folder: string, chosen: ReadonlySet<number>): Promise<Html> {
  const order = [...chosen].sort((a, b) => a - b);
  const rendered: string[] = [];
  for await (const entry of readEpisodes(join(folder, EPISODES_FILE))) {
    if (!("record" in entry) || !chosen.has(entry.line)) continue;
    const place = rendered.length;
    const neighbours = { previous: order[place - 1] ?? null, next: order[place + 1] ?? null };
    rendered.push(episodePage(entry, neighbours).text);
  }
  return new Html(rendered.join(""));
}

/** A reader never meets half a report. @returns the path */
export async function replaceFile(path: string, text: string): Promise<string> {
  const unfinished = `${path}.${process.pid}.tmp`;
  await writeFile(unfinished, text);
  await rename(unfinished, path);
  return path;
}
