import { describe, expect, it } from "vitest";
import { pageTasksSchema, type StepData } from "../../../src/protocol/protocol.ts";
import { type Visit, visit } from "../support/page.ts";
import { record } from "../support/record.ts";
import { recordedRuns } from "../support/runs.ts";
import { violations } from "./axe.ts";

const edit = (text: string): StepData => ({
  action_type: "REPLACE_LINES",
  start_line: 1,
  end_line: 1,
  new_code_block: `def sum_even(numbers):  # ${text}`,
});
const RUN: StepData = { action_type: "RUN_TESTS" };

/** Drops a file with an episode for each list of actions, of one task and seed. */
async function drop({ page, server, url }: Visit, played: readonly (readonly StepData[])[]): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/tasks?task_name=sum_even_wrong_condition`);
  const [task] = pageTasksSchema.parse(await answer.json()).tasks;
  if (task === undefined) throw new Error("The task is missing");
  const lines: string[] = [];
  for (const [at, actions] of played.entries()) {
    const agent = `agent ${at + 1}`;
    lines.push(JSON.stringify(await record({ port: server.port, task, seed: 7, actions, agent })));
  }
  await page.goto(`${url}#/replay`);
  const buffer = Buffer.from(lines.join("\n"));
  await page.locator('input[type="file"]').first().setInputFiles({ name: "some.jsonl", mimeType: "", buffer });
}

const tick = ({ page }: Visit, agent: string) =>
  page.getByLabel(`Compare sum even wrong condition by ${agent}`).check();

describe("two episodes that are ticked", () => {
  it("stand side by side, and where they part is marked and shown first", async () => {
    const opened = await visit();
    const { page, complaints } = opened;
    await drop(opened, [
      [RUN, edit("one"), RUN],
      [RUN, edit("other"), RUN, RUN],
    ]);
    await tick(opened, "agent 1");
    await page.getByText("Tick another one to compare").waitFor();
    await tick(opened, "agent 2");
    await page.getByRole("link", { name: "Compare", exact: true }).click();
    await page.getByText("They part at step 2 of A and 2 of B.").waitFor();
    await page.getByText("Code of A after step 2").waitFor();
    expect(await page.locator(".parting").count()).toBe(1);
    expect(await page.locator(".code .removed .text").innerText()).toContain("# one");
    expect(await page.locator(".code .added .text").innerText()).toContain("# other");
    await page.getByRole("button", { name: "1 RUN_TESTS" }).first().click();
    await page.getByText("Code of A after step 1").waitFor();
    expect(await page.locator(".code .added").count()).toBe(0);
    await page.waitForURL(/row=0/);
    await page.getByRole("button", { name: "4 RUN_TESTS" }).click();
    await page.getByText("of B after step 4").waitFor();
    // An episode without a step there is shown as it stood.
    await page.getByText("Code of A after step 3").waitFor();
    expect(complaints).toEqual([]);
  });

  it("are the first ticked no more once there are three, and none once they are cleared", async () => {
    const opened = await visit();
    const { page } = opened;
    await drop(opened, [[RUN], [RUN], [RUN]]);
    for (const agent of ["agent 1", "agent 2", "agent 3"]) await tick(opened, agent);
    expect(await page.getByLabel("Compare sum even wrong condition by agent 1").isChecked()).toBe(false);
    await page.getByRole("button", { name: "Clear" }).click();
    expect(await page.locator(".tick input:checked").count()).toBe(0);
    await tick(opened, "agent 1");
    await tick(opened, "agent 3");
    await page.getByRole("link", { name: "Compare", exact: true }).click();
    await page.getByText("They take the same actions").waitFor();
  });

  it("of recorded runs have an address to be handed on; of other tasks it is said that they are", async () => {
    const { page, url } = await visit({ settings: { RUNS_DIR: await recordedRuns() }, context: { bypassCSP: true } });
    const address = new URLSearchParams({ a: "run=first&line=3", b: "run=second&line=4" });
    await page.goto(`${url}#/compare?${address}`);
    await page.getByText("Not the same episode").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it.each([
    ["an episode that is gone", { a: "id=none", b: "id=none" }],
    ["a file that was not kept", { a: "file=x.jsonl&line=1", b: "file=x.jsonl&line=2" }],
    ["an address cut short", { a: "run=x" }],
  ])("say so where there is %s", async (_, address: Readonly<Record<string, string>>) => {
    const { page, url } = await visit();
    await page.goto(`${url}#/compare?${new URLSearchParams(address)}`);
    await page.getByText("These episodes cannot be compared").waitFor();
  });
});
