import { describe, expect, it } from "vitest";
import { pageTasksSchema } from "../../../src/protocol/protocol.ts";
import { steps } from "../support/hand.ts";
import { type Visit, visit } from "../support/page.ts";
import { record } from "../support/record.ts";

const ACTIONS = [
  { action_type: "RUN_TESTS" },
  { action_type: "REPLACE_LINES", start_line: 1, end_line: 1, new_code_block: "def sum_even(numbers):  # here" },
  { action_type: "RUN_TESTS" },
  { action_type: "SUBMIT" },
];

/** Opens a recorded episode of the task in Replay, from a file. */
async function replayOf({ page, server, url }: Visit, name: string) {
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/tasks?task_name=${name}`);
  const [task] = pageTasksSchema.parse(await answer.json()).tasks;
  if (task === undefined) throw new Error(`There is no task ${name}`);
  const episode = await record({ port: server.port, task, seed: 7, actions: ACTIONS });
  await page.goto(`${url}#/replay`);
  const buffer = Buffer.from(`${JSON.stringify(episode)}\n`);
  await page.locator('input[type="file"]').first().setInputFiles({ name: "one.jsonl", mimeType: "", buffer });
  await page.locator(".episodes .row a").first().click();
  await page.locator(".episode").waitFor();
}

const button = ({ page }: Visit) => page.getByRole("button", { name: "Play on from here" });

describe("playing on from a step of a recorded episode", () => {
  it("gives the reader the next move of the same episode, with the steps before it behind", async () => {
    const opened = await visit();
    const { page, complaints } = opened;
    await replayOf(opened, "sum_even_wrong_condition");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.getByText("step 2 of 4").waitFor();
    await button(opened).click();
    await page.locator('.actions[aria-busy="false"]').waitFor();
    await steps(page, 2);
    expect(page.url()).toMatch(/#\/play$/);
    expect(await page.locator(".cm-content").innerText()).toContain("# here");
    await page.keyboard.press("r");
    await steps(page, 3);
    // It outlives that the page is loaded again, as any other does.
    await page.reload();
    await steps(page, 3);
    expect(complaints).toEqual([]);
  });

  it("asks before it takes the place of an episode under way", async () => {
    const opened = await visit();
    const { page, url } = opened;
    await page.goto(`${url}#/play?task=binary_search_off_by_one&seed=3`);
    await page.locator('.actions[aria-busy="false"]').waitFor();
    await page.keyboard.press("r");
    await steps(page, 1);
    await replayOf(opened, "sum_even_wrong_condition");
    await button(opened).click();
    await page.getByRole("button", { name: "Go on playing" }).click();
    expect(page.url()).toContain("#/replay");
    await button(opened).click();
    await page.getByRole("button", { name: "Leave it" }).click();
    await page.locator(".cm-content", { hasText: "def sum_even" }).waitFor();
  });

  it("is offered after no end, and of no task of the test split", async () => {
    const opened = await visit();
    await replayOf(opened, "sum_even_wrong_condition");
    await button(opened).waitFor();
    await opened.page.keyboard.press("End");
    await opened.page.getByText("step 4 of 4").waitFor();
    expect(await button(opened).count()).toBe(0);
    await replayOf(opened, "binary_search_off_by_one");
    expect(await button(opened).count()).toBe(0);
  });
});
