import { describe, expect, it } from "vitest";
import { type Visit, type VisitOptions, visit } from "../support/page.ts";
import { recordedRuns } from "../support/runs.ts";

/** More than a step of the recorded episode stands, and less than two. */
const A_STEP_MS = 2000;

/** Arrives as a stranger does, with a clock that stands still. */
async function arrive(options: VisitOptions = {}): Promise<Visit> {
  const opened = await visit(options);
  await opened.page.clock.install();
  await opened.page.goto(opened.url.replace(/#.*/, ""));
  await opened.page.reload();
  await opened.page.getByRole("heading", { name: "An agent at work" }).waitFor();
  return opened;
}

describe("the recorded episode at home", () => {
  it("plays itself: the edit arrives, tests turn green, the return rises, and it begins again", async () => {
    const { page, complaints } = await arrive();
    const step = page.getByRole("slider", { name: "Step" });
    await page.getByRole("button", { name: "Pause" }).waitFor();
    const seen: { edit: boolean; tally: string | null; total: string }[] = [];
    for (let at = 0; at < 7; at += 1) {
      expect(await step.inputValue()).toBe(String(at));
      await page.clock.runFor(A_STEP_MS - 200);
      await page.waitForFunction((to) => document.querySelector("input")?.value === to, String(at + 1));
      const [tally] = await page.locator(".home-tests .tally").allInnerTexts();
      const total = await page.locator(".home-step strong").last().innerText();
      seen.push({ edit: (await page.locator(".home-episode tr.added").count()) > 0, tally: tally ?? null, total });
    }
    expect(seen.some(({ edit }) => edit)).toBe(true);
    expect(seen[0]?.tally).toBe("1 of 7 visible tests pass");
    expect(seen.at(-1)?.tally).toBe("7 of 7 visible tests pass");
    expect(Number(seen.at(-1)?.total)).toBeGreaterThan(1);
    await page.clock.runFor(6200);
    await page.waitForFunction(() => document.querySelector("input")?.value === "0");
    expect(complaints).toEqual([]);
  });

  it("is held by a button and by choosing a step", async () => {
    const { page } = await arrive();
    await page.getByRole("button", { name: "Pause" }).click();
    await page.clock.runFor(3 * A_STEP_MS);
    expect(await page.getByRole("slider", { name: "Step" }).inputValue()).toBe("0");
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await page.getByRole("slider", { name: "Step" }).fill("5");
    await page.clock.runFor(3 * A_STEP_MS);
    expect(await page.getByRole("slider", { name: "Step" }).inputValue()).toBe("5");
  });

  it("stands still for who wants no motion, until it is played", async () => {
    const { page } = await arrive({ context: { reducedMotion: "reduce" } });
    await page.clock.runFor(3 * A_STEP_MS);
    expect(await page.getByRole("slider", { name: "Step" }).inputValue()).toBe("0");
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
  });

  it("opens in Replay at the step that is looked at", async () => {
    const { page } = await arrive();
    await page.getByRole("slider", { name: "Step" }).fill("3");
    await page.getByRole("button", { name: "Open it in Replay" }).click();
    await page.waitForURL(/#\/replay\?.*step=3/);
    await page.getByText("step 3 of 7").waitFor();
  });
});

describe("who arrives", () => {
  it("plays a bug by one button, and comes back to it by the same", async () => {
    const { page } = await visit();
    await page.goto(page.url().replace(/#.*/, "#/home"));
    await page.getByRole("button", { name: "Play a bug" }).click();
    await page.locator('.actions[aria-busy="false"]').waitFor();
    expect(page.url()).toMatch(/#\/play$/);
    await page.getByRole("link", { name: "TraceFix-RL" }).click();
    await page.getByRole("button", { name: "Go on playing" }).click();
    await page.locator('.actions[aria-busy="false"]').waitFor();
  });

  it("sees how many tasks there are, who plays, and the best recorded run", async () => {
    const { page } = await visit({ settings: { RUNS_DIR: await recordedRuns() } });
    await page.goto(page.url().replace(/#.*/, "#/home"));
    const figures = page.locator(".home-figures");
    await figures.getByText(/^\d\d,\d\d\d$/).waitFor();
    await figures.getByText("live now").waitFor();
    await figures.getByText("best pass@1").waitFor();
  });

  it("is told of nobody's play where the server shows none", async () => {
    const { page } = await visit({ settings: { WATCH: "off" } });
    await page.goto(page.url().replace(/#.*/, "#/home"));
    await page
      .locator(".home-figures")
      .getByText(/^\d\d,\d\d\d$/)
      .waitFor();
    expect(await page.locator(".home-figures dt").allInnerTexts()).toEqual(["tasks"]);
  });

  it("copies two lines that connect an agent to this very server", async () => {
    const { page, server } = await visit({ context: { permissions: ["clipboard-read", "clipboard-write"] } });
    await page.goto(page.url().replace(/#.*/, "#/home"));
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split("\n")).toEqual([
      `env = TracefixRlEnv(base_url="http://127.0.0.1:${server.port}").sync()`,
      'result = env.reset(difficulty="easy")',
    ]);
  });
});
