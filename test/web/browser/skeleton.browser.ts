import { describe, expect, it } from "vitest";
import { visit } from "../support/page.ts";
import { violations } from "./axe.ts";

describe("what is on its way", () => {
  it.each([
    ["#/tasks", "**/api/tasks*", "Loading the tasks …", ".tasks-table, .notice"],
    ["#/replay?run=none&line=1", "**/api/runs/none/1", "Loading the episode …", ".notice.error"],
  ])("at %s has its place kept by bars, and is told in words", async (place, held, words, arrived) => {
    const { page, url } = await visit({ context: { bypassCSP: true } });
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(held, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(`${url}${place}`);
    await page.getByText(words).waitFor();
    await expect.poll(() => page.locator(".skeleton > div").last().isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
    release();
    await page.locator(arrived).first().waitFor();
    expect(await page.locator(".skeleton").count()).toBe(0);
  });
});
