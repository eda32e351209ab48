/** An episode handed on as a file: from Replay and from Play's end, and what opens it. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { episodeRecordSchema } from "../../../src/protocol/protocol.ts";
import { Player } from "../../support/player.ts";
import { HOSTILE } from "../support/hostile.ts";
import { openBrowser, visit } from "../support/page.ts";

/** Presses a button that saves a file. @returns its name and where it lies */
async function saved(page: Page, button: string): Promise<{ name: string; path: string }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  const folder = await mkdtemp(join(tmpdir(), "tracefix-shared-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const name = download.suggestedFilename();
  const path = join(folder, name);
  await download.saveAs(path);
  return { name, path };
}

/** Opens a file without a network. @returns the page, and all that it asked for beside itself */
async function openAlone(path: string): Promise<{ page: Page; asked: string[] }> {
  const context = await (await openBrowser()).newContext({ offline: true });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`file://${path}`);
  return { page, asked: asked.slice(1) };
}

describe("sharing an episode", () => {
  it("saves one HTML file that shows it without a network and runs nothing, and its record", async () => {
    const { page, server, url, complaints } = await visit();
    await page.goto(`${url}#/watch`);
    await using agent = await Player.connect(server.port);
    await agent.reset({ task_name: "sum_even_wrong_condition", seed: 7 });
    await page.locator(".episodes .row a").click();
    await agent.step({ action_type: "RUN_TESTS", thought: `What fails? ${HOSTILE}` });
    await agent.step({
      action_type: "REPLACE_LINES",
      start_line: 4,
      end_line: 4,
      new_code_block: "        if number % 2 == 0:",
    });
    await agent.step({ action_type: "SUBMIT" });
    await page.getByText("Open in Replay").click();

    await page.getByText("Share", { exact: true }).click();
    const html = await saved(page, "Save as HTML");
    expect(html.name).toBe("sum_even_wrong_condition-unnamed-seed-7.html");
    const { page: alone, asked } = await openAlone(html.path);
    expect(asked).toEqual([]);
    await alone.getByText("What fails? <img").waitFor();
    expect(await alone.locator(".diff .added").first().textContent()).toContain("if number % 2 == 0:");
    expect(await alone.locator("script, img").count()).toBe(0);
    expect(await alone.title()).toBe("sum_even_wrong_condition, unnamed · TraceFix-RL");
    await alone.getByText("As it was given").waitFor();
    await alone.context().close();

    await page.getByText("Share", { exact: true }).click();
    const json = await saved(page, "Save as JSON");
    expect(json.name).toBe("sum_even_wrong_condition-unnamed-seed-7.jsonl");
    const record = episodeRecordSchema.parse(JSON.parse(await readFile(json.path, "utf8")));
    expect(record.steps).toHaveLength(3);
    expect(complaints).toEqual([]);
  });

  it("offers the same at the end of a game", async () => {
    const { page } = await visit();
    await page.getByLabel("Seed").focus();
    await page.keyboard.press("Enter");
    await page.locator('.actions[aria-busy="false"]').waitFor();
    await page.keyboard.press("Shift+S");
    await page.locator(".outcome").waitFor();
    const { path } = await saved(page, "Save as HTML");
    expect(await readFile(path, "utf8")).toContain("Content-Security-Policy");
  });
});
