import { describe, expect, it } from "vitest";
import { Player } from "../../support/player.ts";
import { openTask } from "../support/hand.ts";
import { visit } from "../support/page.ts";
import { recordedRuns } from "../support/runs.ts";
import { violations } from "./axe.ts";

describe("the palette", () => {
  it("finds pages, tasks, runs, episodes and actions, by keyboard alone", async () => {
    const RUNS_DIR = await recordedRuns();
    const { page, server, url, complaints } = await visit({ settings: { RUNS_DIR } });
    await using agent = await Player.connect(server.port);
    await agent.reset({ task_name: "sum_even_wrong_condition", seed: 7 });
    await agent.step({ action_type: "SUBMIT" });
    const find = async (words: string): Promise<void> => {
      // While it stands open, it is not opened again.
      await expect.poll(() => page.locator(".palette").count()).toBe(0);
      await page.keyboard.press("Control+k");
      await page.locator(".palette[open]").waitFor();
      await page.keyboard.type(words);
    };
    const option = (text: string) => page.getByRole("option", { name: text }).first();

    await page.locator("form").waitFor();
    await find("scor");
    await option("Scores").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/#\/scores/);

    await find("lru promo");
    await option("lru cache no promotion").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("1 of 16 tasks").waitFor();

    await find("second");
    await option("second").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/run=second/);

    await find("sum even solved");
    await expect.poll(() => page.locator(".palette [role=status]").textContent()).toBe("Nothing is called that.");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("sum even gave up");
    await option("sum even wrong condition").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.locator(".deck").waitFor();

    await find("dark");
    await option("Dark theme").waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");

    await find("shortcuts");
    await option("Keyboard shortcuts").waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Keys" }).waitFor();
    // It stands over no other dialog.
    await page.keyboard.press("Control+k");
    expect(await page.locator(".palette").count()).toBe(0);
    expect(complaints).toEqual([]);
    expect(url).toContain("/web/");
  });

  it("opens from the editor and from its button, closes by Escape, and leaves what is played alone", async () => {
    const { page, url, complaints } = await visit();
    await openTask(page, url, { task: "sum_even_wrong_condition", seed: 7 });
    await page.keyboard.press("e");
    await page.keyboard.press("Control+k");
    await page.locator(".palette[open]").waitFor();
    await page.keyboard.type("rrr");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".palette").count()).toBe(0);
    expect(await page.locator(".preview").count()).toBe(0);
    expect(await page.locator(".steps-left").textContent()).toContain("50 steps left");
    await page.getByRole("button", { name: "Find" }).click();
    await page.getByRole("option", { name: "Watch" }).click();
    await page.waitForURL(/#\/watch/);
    expect(complaints).toEqual([]);
  });

  it.each([
    ["light", 1280],
    ["dark", 360],
  ] as const)("has no violation that axe knows, in the %s theme, %d pixels wide", async (colorScheme, width) => {
    const { page } = await visit({ context: { colorScheme, bypassCSP: true, viewport: { width, height: 800 } } });
    await page.locator("form").waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("option", { name: "Scores" }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});
