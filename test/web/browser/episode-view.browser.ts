import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { type EpisodeRecord, pageTasksSchema, type StepData } from "../../../src/protocol/protocol.ts";
import { visit } from "../support/page.ts";
import { record } from "../support/record.ts";

const edit = (new_code_block: string, thought?: string): StepData => ({
  action_type: "REPLACE_LINES",
  start_line: 4,
  end_line: 4,
  new_code_block,
  ...(thought !== undefined && { thought }),
});

const ACTIONS: readonly StepData[] = [
  { action_type: "RUN_TESTS", thought: "What fails? ".repeat(80) },
  edit("        if number %", "A slip of the pen"),
  edit("        if number % 2 == 0:", "The condition is inverted."),
  { action_type: "RUN_TESTS" },
  { action_type: "SUBMIT" },
];

async function recorded(port: number, seed = 7): Promise<EpisodeRecord> {
  const { tasks } = pageTasksSchema.parse(await (await fetch(`http://127.0.0.1:${port}/api/tasks`)).json());
  const task = tasks.find(({ task_name }) => task_name === "sum_even_wrong_condition");
  if (!task) throw new Error("There is no such task");
  return record({ port, task, seed, actions: ACTIONS });
}

async function open(page: Page, url: string, episodes: readonly EpisodeRecord[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "tracefix-web-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "episodes.jsonl");
  await writeFile(file, episodes.map((episode) => JSON.stringify(episode)).join("\n"));
  await page.goto(`${url}#/replay`);
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.locator(".episodes .row a").first().click();
  await page.locator(".deck").waitFor();
}

describe("an episode", () => {
  it("moves no panel as one steps, tells what was refused, and what each reward is made of", async () => {
    const { page, server, url, complaints } = await visit({ context: { viewport: { width: 1440, height: 900 } } });
    await open(page, url, [await recorded(server.port)]);
    const places = new Set<string>();
    for (let step = 0; step <= ACTIONS.length; step += 1) {
      await page.getByText(`step ${step} of ${ACTIONS.length}`).waitFor();
      for (const panel of [".timeline", ".rail", ".step-panel", ".thought", ".step-diff", ".said", ".tests-panel"]) {
        places.add(`${panel} ${JSON.stringify(await page.locator(panel).boundingBox())}`);
      }
      await page.keyboard.press("ArrowRight");
    }
    expect(places.size).toBe(7);
    const rail = page.locator(".rail-list li");
    expect(await rail.nth(2).textContent()).toContain("refused");
    expect(await rail.nth(4).textContent()).toMatch(/\d+\/\d+ tests pass\+0\./);
    await rail.nth(2).getByRole("button").click();
    await page.getByText(`step 2 of ${ACTIONS.length}`).waitFor();
    expect(await page.locator(".said .refusal").textContent()).toContain("Cannot make the edit");
    expect(await page.locator(".step-diff .added .text").textContent()).toBe("        if number %");
    expect(await page.locator(".legend .penalty dd").textContent()).toContain("−");
    const bars = await page.locator(".bars").boundingBox();
    await page.locator(".bars").click({ position: { x: (bars?.width ?? 0) - 1, y: 10 } });
    await page.getByText(`step ${ACTIONS.length} of ${ACTIONS.length}`).waitFor();
    expect(await page.locator(".bars .final, .bars .passing").count()).toBe(2);
    await page.getByText("Rewards as a table").click();
    await expect.poll(() => page.locator(".numbers tbody tr").count()).toBe(ACTIONS.length);
    expect(complaints).toEqual([]);
  });

  it("is searched by words of its steps, thoughts and code, by keyboard alone", async () => {
    const { page, server, url } = await visit();
    await open(page, url, [await recorded(server.port)]);
    await page.keyboard.press("/");
    await page.keyboard.type("condition");
    await page.locator(".rail-list li").nth(0).waitFor();
    expect(await page.locator(".rail-list li").count()).toBe(1);
    await page.keyboard.press("Enter");
    await page.getByText("step 3 of 5").waitFor();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("number %");
    await expect.poll(() => page.locator(".rail-head [role=status]").textContent()).toContain("2/5");
    await page.keyboard.press("Shift+Enter");
    await page.getByText("step 2 of 5").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".rail-list li").count()).toBe(6);
    await page.keyboard.press("ArrowRight");
    await page.getByText("step 3 of 5").waitFor();
    await page.locator(".rail-list [aria-current]").focus();
    await page.keyboard.press("ArrowDown");
    await page.getByText("step 4 of 5").waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-current"))).toBe("step");
  });

  it("leads to the next of its list and the one before, and back to the list as it was", async () => {
    const { page, server, url } = await visit();
    const episode = await recorded(server.port);
    const agents = ["walter", "anna", "berta", "none"];
    await open(
      page,
      url,
      agents.map((agent, at) => ({ ...episode, agent, key: `k${at}` })),
    );
    await page.getByRole("link", { name: "all episodes" }).click();
    await page.getByRole("button", { name: "Agent" }).click();
    await page.getByLabel("Find").fill("a");
    await page.locator(".episodes .row a").first().click();
    const player = page.locator(".episode-head .lead strong");
    await expect.poll(() => player.textContent()).toBe("anna");
    await page.keyboard.press("k");
    await page.keyboard.press("j");
    await expect.poll(() => player.textContent()).toBe("berta");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await page.keyboard.press("k");
    await expect.poll(() => player.textContent()).toBe("anna");
    await page.getByRole("link", { name: "all episodes" }).click();
    await expect.poll(() => page.getByLabel("Find").inputValue()).toBe("a");
    expect(await page.locator('th[aria-sort="ascending"]').textContent()).toContain("Agent");
  });

  it("of 500 steps draws the rows in sight alone, and keeps the current one among them", async () => {
    const { page, server, url, complaints } = await visit();
    const episode = await recorded(server.port);
    const [first] = episode.steps;
    if (!first) throw new Error("It has steps");
    await open(page, url, [{ ...episode, steps: Array.from({ length: 500 }, () => first) }]);
    const isInSight = () =>
      page.evaluate(() => {
        const list = document.querySelector(".rail-list")?.getBoundingClientRect();
        const row = document.querySelector(".rail-list [aria-current]")?.getBoundingClientRect();
        return list && row ? row.top >= list.top && row.bottom <= list.bottom : null;
      });
    for (const key of ["End", "ArrowLeft", "Home", "ArrowRight", "End"]) {
      await page.keyboard.press(key);
      await expect.poll(isInSight).toBe(true);
    }
    expect(await page.locator(".rail-list [aria-current]").textContent()).toContain("500");
    expect(await page.locator(".rail-list li").count()).toBeLessThan(100);
    expect(complaints).toEqual([]);
  });
});
