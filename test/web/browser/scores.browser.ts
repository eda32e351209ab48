/** Scores beyond its table: who solves what, on the same episodes, why not, for how much, and the report of each run. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type EpisodeRecord, episodeRecordSchema } from "../../../src/protocol/protocol.ts";
import { visit } from "../support/page.ts";
import { recordedRuns } from "../support/runs.ts";

/** Two runs, of which the second solved one task that the first did not, spent tokens and has a report. */
async function unequalRuns(): Promise<string> {
  const folder = await recordedRuns();
  const file = join(folder, "second", "episodes.jsonl");
  const lines = (await readFile(file, "utf8")).trim().split("\n");
  const records = lines.map((line) => episodeRecordSchema.parse(JSON.parse(line)));
  const usage = { requests: 2, prompt_tokens: 900, completion_tokens: 100, cost: null };
  const changed: EpisodeRecord[] = records.map((record, at) => ({
    ...record,
    usage,
    ...(at === 1 && { solved: true, ending: "solved" as const, score: 0.9, return: 0.95 }),
  }));
  await writeFile(file, changed.map((record) => `${JSON.stringify(record)}\n`).join(""));
  return folder;
}

describe("scores", () => {
  it("show who solves what, paired differences, why not, and tokens, as figures too", async () => {
    const RUNS_DIR = await unequalRuns();
    const { page, url, complaints } = await visit({ settings: { RUNS_DIR } });
    await page.goto(`${url}#/scores`);
    const heat = page.locator(".heat-map");
    await heat.locator("tbody tr").nth(3).waitFor();
    const names = (await heat.locator("thead th").allTextContents()).slice(1);
    expect(names.toSorted()).toEqual(["first", "second"]);
    expect((await heat.locator("tbody td").allTextContents()).toSorted()).toEqual([
      ...Array<string>(7).fill("0/1"),
      "1/1",
    ]);

    await page.getByRole("combobox", { name: /^against/ }).selectOption("first");
    const paired = await page.locator(".paired tbody tr").allTextContents();
    expect(paired).toHaveLength(1);
    expect(paired[0]).toMatch(/^second4\+25\.0 % \(0\.0 % to \+75\.0 %\)/);
    expect(paired[0]).toMatch(/101\.000$/);

    expect(await page.locator(".failures thead th").allTextContents()).toContain("wrong fix");
    await page.getByRole("img", { name: /second: return .* for 1,000 tokens/ }).waitFor();

    await heat.locator("td", { hasText: "1/1" }).getByRole("link").click();
    await page.waitForURL(/#\/replay\?.*run=second/);
    await page.locator(".episodes .row").first().waitFor();
    expect(await page.locator(".episodes .row").count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it("lead to a run's report where everything may be watched, and the report can run nothing", async () => {
    const RUNS_DIR = await recordedRuns();
    await writeFile(join(RUNS_DIR, "first", "report.html"), "<h1>A report</h1><script>document.title='owned'</script>");
    const { page, url } = await visit({ settings: { RUNS_DIR, WATCH: "full" } });
    await page.goto(`${url}#/scores`);
    const [report] = await Promise.all([
      page.waitForEvent("popup"),
      page.getByRole("link", { name: "report" }).click(),
    ]);
    await report.getByText("A report").waitFor();
    expect(await report.title()).toBe("");
  });

  it("show no report of the test split's code where that is not to be watched", async () => {
    const RUNS_DIR = await recordedRuns();
    await writeFile(join(RUNS_DIR, "first", "report.html"), "<h1>A report</h1>");
    const { page, url, server } = await visit({ settings: { RUNS_DIR } });
    await page.goto(`${url}#/scores`);
    await page.locator(".scores tbody tr").nth(1).waitFor();
    expect(await page.getByRole("link", { name: "report" }).count()).toBe(0);
    expect((await fetch(`http://127.0.0.1:${server.port}/api/runs/first/report`)).status).toBe(404);
  });

  it("find runs by a part of their names where there are many", async () => {
    const RUNS_DIR = await mkdtemp(join(tmpdir(), "tracefix-many-runs-"));
    onTestFinished(() => rm(RUNS_DIR, { recursive: true }));
    const recorded = await recordedRuns();
    for (let at = 0; at < 10; at += 1)
      await cp(join(recorded, "first"), join(RUNS_DIR, `run-${at}`), { recursive: true });
    const { page, url } = await visit({ settings: { RUNS_DIR } });
    await page.goto(`${url}#/scores`);
    await page.getByRole("button", { name: "Untick these" }).click();
    await page.getByLabel("Find runs").fill("run 7");
    await page.getByText("1 of 10").waitFor();
    await page.getByRole("button", { name: "Tick these", exact: true }).click();
    await page.waitForURL(/runs=run-7$/);
    expect(await page.locator(".scores tbody tr").count()).toBe(1);
  });
});
