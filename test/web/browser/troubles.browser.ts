/** What the page says where something is empty, missing, refused or cut off, and how it comes back by itself. */
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { Player } from "../../support/player.ts";
import { type ServerProcess, startServer } from "../../support/server-process.ts";
import { rewriteLine, steps } from "../support/hand.ts";
import { type Visit, visit } from "../support/page.ts";
import { violations } from "./axe.ts";

/** Has the server fail at one of its addresses, as far as the page can tell. */
function breakAddress(page: Page, address: string, status = 500): Promise<void> {
  return page.route(`**/${address}`, (route) => route.fulfill({ status, json: { error: "broken" } }));
}

async function startAgain({ server }: Visit): Promise<ServerProcess> {
  const again = await startServer({ PORT: String(server.port) });
  onTestFinished(() => again[Symbol.asyncDispose]());
  return again;
}

interface Trouble {
  readonly name: string;
  readonly place: string;
  /** What the page then says. */
  readonly says: string;
  readonly broken?: string;
  /** How it answers; 500 if nothing else is said. */
  readonly status?: number;
  /** Done on the page once it is there. */
  readonly after?: (visit: Visit) => Promise<void>;
}

const PLAYING = "#/play?task=sum_even_wrong_condition&seed=7";

const TROUBLES: readonly Trouble[] = [
  { name: "no tasks to choose from", place: "#/play", broken: "api/tasks*", says: "The tasks did not load" },
  { name: "no tasks to browse", place: "#/tasks", broken: "api/tasks*", says: "The tasks did not load" },
  { name: "a task that there is not", place: "#/play?task=none", says: "This episode cannot go on" },
  {
    name: "an edit that does not parse",
    place: PLAYING,
    says: "Cannot make the edit",
    after: async ({ page }) => {
      await page.locator('.actions[aria-busy="false"]').waitFor();
      await rewriteLine(page, 4, "        if number % 2 == 0");
      await page.keyboard.press("Control+Enter");
      await steps(page, 1);
    },
  },
  {
    name: "a lost connection in an episode",
    place: PLAYING,
    says: "Connection lost",
    after: async ({ page, server }) => {
      await page.locator('.actions[aria-busy="false"]').waitFor();
      await server.stop();
    },
  },
  { name: "nothing played yet", place: "#/replay", says: "Nothing was played yet" },
  { name: "a list that fails", place: "#/replay", broken: "api/episodes/recent", says: "The list did not load" },
  { name: "an episode that is gone", place: "#/replay?id=none", says: "This episode cannot be replayed" },
  { name: "no run recorded", place: "#/scores", says: "No run is recorded yet" },
  { name: "runs that fail", place: "#/scores", broken: "api/runs", says: "The runs did not load" },
  { name: "nobody to watch", place: "#/watch", says: "Nobody plays at the moment" },
  {
    name: "nothing offered to watch",
    place: "#/watch",
    broken: "api/episodes/live",
    status: 404,
    says: "Nothing can be watched here",
  },
  { name: "an episode to watch that is gone", place: "#/watch?id=none", says: "This episode is not here any more" },
  {
    name: "a file with no episode in it",
    place: "#/replay",
    says: "1 line left out",
    after: async ({ page }) => {
      const file = {
        name: `${"notes".repeat(40)}.jsonl`,
        mimeType: "application/json",
        buffer: Buffer.from("no episode\n"),
      };
      await page.locator('input[type="file"]').setInputFiles(file);
    },
  },
];

describe("what the page says is told in words, and breaks no rule that axe knows, of", () => {
  it.each(TROUBLES)("$name", async ({ place, broken, status, says, after }) => {
    const there = await visit({
      context: { colorScheme: "dark", bypassCSP: true, viewport: { width: 360, height: 740 } },
    });
    const { page, url } = there;
    if (broken) await breakAddress(page, broken, status);
    await page.goto(`${url}${place}`);
    // Another address of the same document loads nothing again.
    if (broken) await page.reload();
    await after?.(there);
    await page.getByText(says).first().waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    const dark = await violations(page);
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 2560, height: 1300 });
    expect({ wide, dark, light: await violations(page) }).toEqual({ wide: 360, dark: [], light: [] });
  });

  it("no violation where there is one to find", async () => {
    const { page } = await visit({ context: { bypassCSP: true } });
    await page.evaluate(() => {
      const image = document.createElement("img");
      document.querySelector("main")?.append(image);
    });
    expect((await violations(page)).join()).toContain("image-alt");
  });
});

describe("what failed to load", () => {
  it.each([
    ["#/tasks", "api/tasks*", "16 of 16 tasks"],
    ["#/scores", "api/runs", "No run is recorded yet"],
  ])("at %s is there once the reader tries again", async (place, address, says) => {
    const { page, url } = await visit();
    await breakAddress(page, address);
    await page.goto(`${url}${place}`);
    await page.reload();
    await page.locator(".notice.error").waitFor();
    await page.unrouteAll();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText(says).waitFor();
  });
});

describe("a server that restarts under somebody who watches", () => {
  it("is met again by the list, which then shows who plays", async () => {
    const there = await visit();
    const { page, url, server } = there;
    await page.goto(`${url}#/watch`);
    await page.getByText("Nobody plays at the moment").waitFor();
    await server.stop();
    await page.getByText("Connection lost").waitFor();
    await using agent = await Player.connect((await startAgain(there)).port);
    await agent.reset({ task_name: "sum_even_wrong_condition", seed: 7 });
    await page.getByText("1 episode running").waitFor();
    expect(await page.locator(".episodes .row").count()).toBe(1);
  });

  it("is met again by list and episode behind a proxy that answers in its place meanwhile", async () => {
    const { page, url, server } = await visit();
    await using agent = await Player.connect(server.port);
    await agent.reset({ task_name: "sum_even_wrong_condition", seed: 7 });
    await breakAddress(page, "api/episodes/**", 502);
    await page.goto(`${url}#/watch`);
    await page.getByText("The server does not answer").waitFor();
    await page.unrouteAll();
    await page.locator(".episodes .row a").waitFor();
    await breakAddress(page, "api/episodes/**", 502);
    await page.locator(".episodes .row a").click();
    await page.getByText("Looking").waitFor();
    await agent.step({ action_type: "RUN_TESTS" });
    await page.unrouteAll();
    await page.getByText("step 1 of 1").waitFor();
  });

  it("is met again by who followed an episode, who is told that it is gone", async () => {
    const there = await visit();
    const { page, url, server } = there;
    await page.goto(`${url}#/watch`);
    const agent = await Player.connect(server.port);
    await agent.reset({ task_name: "sum_even_wrong_condition", seed: 7 });
    await page.locator(".episodes .row a").click();
    await page.locator(".episode").waitFor();
    // Asked to stop, the server would say that the episode has ended.
    server.process.kill("SIGKILL");
    await page.getByText("Connection lost").waitFor();
    await startAgain(there);
    await page.getByText("This episode is not here any more").waitFor();
    await page.getByText("all running episodes").click();
    await page.getByText("Nobody plays at the moment").waitFor();
  });
});

describe("a link to a step", () => {
  it("is shown to be copied by hand, already selected, where the browser lets nothing be copied", async () => {
    const { page, url, server } = await visit();
    const agent = await Player.connect(server.port);
    await agent.reset({ task_name: "sum_even_wrong_condition", seed: 7 });
    await agent.step({ action_type: "SUBMIT" });
    await page.goto(`${url}#/replay`);
    await page.locator(".episodes .row a").click();
    await page.locator(".episode").waitFor();
    await page.keyboard.press("End");
    await page.getByText("step 1 of 1").waitFor();
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
    });
    await page.getByRole("button", { name: "Copy link to step" }).click();
    const link = page.getByLabel("Link to step");
    const address = await link.inputValue();
    expect(address).toMatch(/#\/replay\?id=.*step=1$/);
    const selected = await link.evaluate((field: HTMLInputElement) => {
      return field === document.activeElement
        ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
        : "";
    });
    expect(selected).toBe(address);
    const other = await page.context().newPage();
    await other.goto(address);
    await other.getByText("step 1 of 1").waitFor();
    // One that names a step past the end leads to the last, and so does the link that is copied there.
    await page.goto(address.replace(/step=1$/, "step=999"));
    await page.waitForFunction(
      (field) => document.querySelector<HTMLInputElement>(field)?.value.includes("step="),
      ".link-to-step input",
    );
    expect(await link.inputValue()).toBe(address);
  });
});
