import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { type EpisodeRecord, pageTasksSchema, type StepData } from "../../../src/protocol/protocol.ts";
import { Player } from "../../support/player.ts";
import { HOSTILE } from "../support/hostile.ts";
import { visit } from "../support/page.ts";
import { record } from "../support/record.ts";
import { scrub, type Touched } from "./scrub.ts";

async function taskOf(port: number, name: string) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/tasks`);
  const { tasks } = pageTasksSchema.parse(await answer.json());
  const task = tasks.find(({ task_name }) => task_name === name);
  if (!task) throw new Error(`There is no task ${name}`);
  return task;
}

const REPAIR: readonly StepData[] = [
  { action_type: "RUN_TESTS", thought: "What fails?" },
  {
    action_type: "REPLACE_LINES",
    start_line: 4,
    end_line: 4,
    new_code_block: "        if number % 2 == 0:",
    thought: `The condition is inverted. ${HOSTILE}`,
  },
  { action_type: "RUN_TESTS" },
  { action_type: "SUBMIT" },
];

/** Chooses a file as a person does who drops it. */
async function openFile(page: Page, lines: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "tracefix-web-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "episodes.jsonl");
  await writeFile(file, lines.join("\n"));
  await page.locator('input[type="file"]').setInputFiles(file);
}

describe("watching", () => {
  it("shows a scripted agent's steps as they happen, and leads to their replay", async () => {
    const { page, server, url, complaints } = await visit();
    await page.goto(`${url}#/watch`);
    await page.getByText("Nobody plays at the moment").waitFor();
    await using agent = await Player.connect(server.port);
    await agent.reset({ task_name: "sum_even_wrong_condition", seed: 7 });
    await page.locator(".episodes .row a").click();
    await page.locator(".episode").waitFor();
    for (const [at, action] of REPAIR.entries()) {
      await agent.step(action);
      await page.getByText(`step ${at + 1} of ${at + 1}`).waitFor();
    }
    await page.locator(".episode-head .chip.solved").waitFor();
    await page.getByText("Open in Replay").click();
    await page.getByText("Copy link to step").waitFor();
    expect(page.url()).toContain("#/replay?id=");
    await expect.poll(() => page.title()).toBe("sum even wrong condition, unnamed · Replay · TraceFix-RL");
    expect(complaints).toEqual([]);
  });

  it("leaves the code of the test split out, in the page and in the stream", async () => {
    const { page, server, url } = await visit();
    await page.goto(`${url}#/watch`);
    await using agent = await Player.connect(server.port);
    await agent.reset({ task_name: "binary_search_off_by_one", seed: 7 });
    await agent.step({ action_type: "VIEW_CODE", thought: "def secret_thought" });
    await page.locator(".episodes .row a").click();
    await page.getByText("The code is left out").waitFor();
    expect(await page.content()).not.toMatch(/def binary_search|secret_thought/);
  });
});

describe("replaying", () => {
  it("opens a dropped file, counts what was played again once, moves by keys, compares steps, and links to each", async () => {
    const { page, server, url, complaints } = await visit();
    const task = await taskOf(server.port, "sum_even_wrong_condition");
    const episode = await record({ port: server.port, task, seed: 7, actions: REPAIR });
    await page.goto(`${url}#/replay`);
    const other = { ...episode, key: "another", seed: 8 };
    const lines = [JSON.stringify(episode), "no episode", JSON.stringify(other), JSON.stringify(other)];
    await openFile(page, lines);
    await page.getByText("2 episodes; 1 line left out").waitFor();
    await page.locator(".episodes .row a").first().click();
    await page.locator(".episode").waitFor();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.getByText("step 2 of 4").waitFor();
    await page.waitForURL(/step=2/);
    expect(await page.locator(".code .removed .text").textContent()).toBe("        if number % 2 == 1:");
    expect(await page.locator(".thought p").textContent()).toContain(HOSTILE);
    await page.keyboard.press("End");
    await page.getByText("step 4 of 4").waitFor();
    await page.getByLabel("Compare with").selectOption("start");
    expect(await page.locator(".code .added .text").textContent()).toBe("        if number % 2 == 0:");
    await page.getByLabel("Compare with").selectOption("step");
    await page.getByLabel("Step to compare with").fill("2");
    expect(await page.locator(".code-scroll").getAttribute("aria-label")).toBe(
      "Code after step 4, compared with step 2",
    );
    await page.keyboard.press("Escape");
    await page.locator(".where").click();
    await page.keyboard.press("Home");
    await page.getByText("step 0 of 4").waitFor();
    // Also backwards: from a later step to an earlier one.
    expect(await page.locator(".code .added .text").textContent()).toBe("        if number % 2 == 1:");
    await page.getByLabel("Speed").selectOption("8");
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await page.getByText("step 4 of 4").waitFor();
    await expect.poll(() => page.title()).toBe("sum even wrong condition, scripted · Replay · TraceFix-RL");
    // It would lead nobody else to this file.
    expect(await page.getByText("Copy link to step").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("stays at the step that is gone back to when it has been played to its end", async () => {
    const { page, server, url } = await visit();
    const task = await taskOf(server.port, "sum_even_wrong_condition");
    const episode = await record({ port: server.port, task, seed: 7, actions: REPAIR });
    await page.goto(`${url}#/replay`);
    await openFile(page, [JSON.stringify(episode)]);
    await page.locator(".episodes .row a").click();
    await page.getByLabel("Speed").selectOption("8");
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await page.getByText("step 4 of 4").waitFor();
    await page.getByRole("button", { name: "Step back" }).click();
    await page.getByText("step 3 of 4").waitFor();
    expect(await page.getByRole("button", { name: "Pause" }).count()).toBe(0);
    await page.getByLabel("Compare with").selectOption("step");
    await page.getByLabel("Step to compare with").fill("1.5");
    expect(await page.locator(".code-scroll").getAttribute("aria-label")).toContain("compared with step 1");
    expect(await page.locator(".code-scroll").getAttribute("aria-label")).not.toContain("1.5");
    await page.getByRole("button", { name: "Step forth" }).click();
    await page.getByLabel("Speed").selectOption("1");
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.getByText("step 1 of 4").waitFor();
  });

  it("takes a file that is dropped beside a link to a step of it, and shows no other file's", async () => {
    const { page, server, url } = await visit();
    const task = await taskOf(server.port, "sum_even_wrong_condition");
    const episode = await record({ port: server.port, task, seed: 7, actions: REPAIR });
    await page.goto(`${url}#/replay`);
    await openFile(page, [JSON.stringify(episode)]);
    await page.locator(".episodes .row a").waitFor();
    await page.goto(`${url}#/replay?file=other.jsonl&line=1&step=2`);
    await page.getByText("Drop other.jsonl on the page again").waitFor();
    const stays = await page.locator(".notice").evaluate((notice, text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], "other.jsonl"));
      const drop = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
      return !notice.dispatchEvent(drop);
    }, JSON.stringify(episode));
    expect(stays).toBe(true);
    await page.getByText("step 2 of 4").waitFor();
  });

  it("says so where a file holds no episode, and where it cannot be read", async () => {
    const { page, url, complaints } = await visit();
    await page.goto(`${url}#/replay`);
    await openFile(page, ["no episode"]);
    await page.getByText("There is no episode in this file").waitFor();
    await page.evaluate(() => {
      // As with a folder, or a file that was changed after it was chosen.
      Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException("not readable", "NotReadableError"));
    });
    await openFile(page, ["no episode"]);
    await page.getByText("The file was not read").waitFor();
    expect(await page.getByText("reading on").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("takes nothing in a file for HTML, wherever it stands", async () => {
    const { page, server, url, complaints } = await visit();
    const task = await taskOf(server.port, "sum_even_wrong_condition");
    const episode = await record({ port: server.port, task, seed: 7, actions: REPAIR });
    const soil = (text: string): string => `${text}${HOSTILE}`;
    const bad: EpisodeRecord = {
      ...episode,
      agent: `${HOSTILE}\u202etnega`,
      task_name: soil("task"),
      error: HOSTILE,
      steps: episode.steps.map((step) => ({
        ...step,
        action: { ...step.action, action_type: soil(step.action.action_type), thought: `${HOSTILE}\u202e` },
        observation: {
          ...step.observation,
          code_dict: { "1": HOSTILE, "2": '"""</script>', "3": "x = 1" },
          last_execution_output: HOSTILE,
          test_results: [
            { test_name: HOSTILE, passed: false, error_message: `call: ${HOSTILE}\nexpected: 1\ngot: ${HOSTILE}` },
          ],
        },
      })),
    };
    await page.goto(`${url}#/replay`);
    await openFile(page, [JSON.stringify(bad)]);
    await page.locator(".episodes .row a").click();
    await page.locator(".episode").waitFor();
    await page.keyboard.press("End");
    await page.getByText("step 4 of 4").waitFor();
    expect(await page.locator("main img, main script").count()).toBe(0);
    await expect.poll(() => page.title()).toContain("\\u202etnega · Replay · TraceFix-RL");
    expect(await page.locator(".thought").textContent()).toContain("\\u202e");
    expect(await page.content()).not.toContain("\u202e");
    expect(complaints).toEqual([]);
  });

  it("scrolls a list of 50,000 episodes with a few dozen rows, and sorts and filters it", async () => {
    const { page, server, url } = await visit();
    const task = await taskOf(server.port, "sum_even_wrong_condition");
    const episode = await record({ port: server.port, task, seed: 7, actions: REPAIR });
    const { initial_observation } = episode;
    const seen = {
      ...initial_observation,
      code_dict: {},
      metadata: { ...initial_observation.metadata, system_prompt: "" },
    };
    const brief = { ...episode, steps: [], initial_observation: seen };
    await page.goto(`${url}#/replay`);
    const lines = Array.from({ length: 50_000 }, (_, at) =>
      JSON.stringify({ ...brief, key: `k${at}`, agent: at === 49_876 ? "needle" : "hay" }),
    );
    await openFile(page, lines);
    await page.getByText(/^50,000 episodes$/).waitFor();
    expect(await page.locator(".episodes tbody tr.row").count()).toBeLessThan(100);
    await page.locator(".list").evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await page.locator('.row[aria-rowindex="50001"]').waitFor();
    await page.locator('.row[aria-rowindex="50001"] a').click();
    await page.locator(".episode").waitFor();
    await page.goBack();
    await page.locator('.row[aria-rowindex="50001"]').waitFor();
    await page.getByRole("button", { name: "Agent" }).click();
    await page.getByRole("button", { name: "Agent" }).click();
    await page.locator(".list").evaluate((list) => list.scrollTo(0, 0));
    await page.locator('.row[aria-rowindex="2"] td.agent', { hasText: "needle" }).waitFor();
    await page.getByLabel("Find").fill("needle");
    await page.getByText("1 of 50,000 episodes").waitFor();
    await page.locator("td.agent", { hasText: "needle" }).waitFor();
    expect(await page.locator(".episodes tbody tr.row").count()).toBe(1);
    await page.locator(".episodes tbody tr.row a").click();
    await page.locator(".episode").waitFor();
    await page.goBack();
    await page.getByText("1 of 50,000 episodes").waitFor();
    expect(await page.getByLabel("Find").inputValue()).toBe("needle");
    expect(await page.locator('th[aria-sort="descending"]').textContent()).toContain("Agent");
  });

  it("says how to see the code that a run of the test split leaves out, and shows what was refused", async () => {
    const RUNS_DIR = await mkdtemp(join(tmpdir(), "tracefix-web-"));
    onTestFinished(() => rm(RUNS_DIR, { recursive: true }));
    const { page, server, url, complaints } = await visit({ settings: { RUNS_DIR } });
    const task = await taskOf(server.port, "reverse_string_wrong_step");
    const edit = (new_code_block: string) => ({
      action_type: "REPLACE_LINES",
      start_line: 2,
      end_line: 2,
      new_code_block,
    });
    const actions = [edit("    return text["), edit("    return text"), { action_type: "SUBMIT" }];
    const line = JSON.stringify(await record({ port: server.port, task, seed: 7, actions }));
    await mkdir(join(RUNS_DIR, "mine"));
    await writeFile(join(RUNS_DIR, "mine", "episodes.jsonl"), line);
    await page.goto(`${url}#/replay?run=mine&line=1&step=2`);
    await page.getByText("The code is left out").waitFor();
    expect(await page.locator(".left-out-code").textContent()).toContain("WATCH=full");
    expect(await page.locator(".stages [aria-current]").textContent()).toContain("verify");
    await page.keyboard.press("ArrowLeft");
    await page.getByText("step 1 of 3").waitFor();
    await openFile(page, [line]);
    await page.locator(".code-scroll .added").waitFor();
    expect(await page.getByText("step 1 of 3").count()).toBe(1);
    expect(await page.locator("#step-title").textContent()).toContain("refused");
    expect(await page.locator(".refusal").textContent()).toContain("Cannot make the edit");
    expect(await page.locator(".code-scroll .added .text").textContent()).toBe("    return text[");
    expect(complaints).toEqual([]);
  });

  it("scrubs through 49 steps, and touches nothing of the document but what differs", async () => {
    const { page, server, url } = await visit();
    const task = await taskOf(server.port, "lru_cache_no_promotion");
    const flip = (at: number): StepData => ({
      action_type: "REPLACE_LINES",
      start_line: 11,
      end_line: 11,
      new_code_block: `            return -1  # ${at}`,
    });
    const actions = Array.from({ length: 49 }, (_, at) => (at % 2 === 0 ? flip(at) : { action_type: "RUN_TESTS" }));
    const episode = await record({ port: server.port, task, seed: 7, actions });
    await page.goto(`${url}#/replay`);
    await openFile(page, [JSON.stringify(episode)]);
    await page.locator(".episodes .row a").click();
    await page.locator(".episode").waitFor();
    const { steps, addresses } = await scrub(page);
    expect(await page.getByText("step 48 of 49").count()).toBe(1);
    expect(steps).toHaveLength(48);
    const usual = (name: keyof Touched): number =>
      steps.map((touched) => touched[name]).sort((a, b) => a - b)[Math.floor(steps.length * 0.9)] ?? Number.NaN;
    // Of fifty rows the one that was current and the one that is, except where others come into sight.
    expect(usual("rail")).toBe(4);
    // Of the code the line that differs, not its neighbours; here every test changes too at every step.
    expect(Math.max(...steps.map(({ code }) => code))).toBeLessThanOrEqual(20);
    expect(usual("all")).toBeLessThanOrEqual(90);
    // Browsers refuse an address for every frame.
    expect(addresses).toBeLessThan(steps.length);
  });
});
