/** A program of several files on the page: each is looked at, typed in, told apart, and seen again in Replay. */
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { makeRoot } from "../../tasks/support/program-folder.ts";
import { SEVERAL_FILES } from "../../tasks/support/several-files.ts";
import { openTask, rewriteLine, steps } from "../support/hand.ts";
import { type Visit, visit } from "../support/page.ts";

async function openSeveral(): Promise<Visit> {
  const programs = await makeRoot({ "python/tally": SEVERAL_FILES }, onTestFinished);
  const opened = await visit({ programs });
  await openTask(opened.page, opened.url, { task: "tally_blanks", seed: 7 });
  return opened;
}

const fileButton = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Files" }).getByRole("button", { name });

describe("a program of several files", () => {
  it("is repaired in the file that has the bug, while what was typed in another waits", async () => {
    const { page, complaints } = await openSeveral();
    expect(await page.locator(".file-tree button").allTextContents()).toEqual([
      "reading.py",
      "solution.py",
      "__init__.py",
      "counter.py",
    ]);
    expect(await page.locator(".file-tree [aria-current]").textContent()).toBe("solution.py");
    await page.keyboard.press("r");
    await steps(page, 1);
    await fileButton(page, "reading.py").click();
    await page.getByRole("button", { name: "Look at it: one step" }).click();
    await steps(page, 2);

    await rewriteLine(page, 5, "    items = [part.strip() for part in text.split(',')]");
    expect(await page.locator(".preview-head").textContent()).toContain("replace line 5 in reading.py");
    await page.keyboard.press("Escape");
    await fileButton(page, "solution.py").click();
    expect(await page.locator(".preview").count()).toBe(0);
    expect(await fileButton(page, "reading.py").textContent()).toContain("not applied");
    await rewriteLine(page, 5, "    counter = Counter()  # one a call");

    await page.keyboard.press("Control+Shift+Enter");
    await steps(page, 5);
    expect(await page.locator(".tally").textContent()).toBe("5 of 5 visible tests pass");
    expect(await page.locator(".file-tree .chip").allTextContents()).toEqual(["edited", "edited"]);

    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+S");
    await page.locator(".outcome.solved").waitFor();
    await page.getByRole("heading", { name: "The reference" }).waitFor();
    const names = await page.locator(".outcome .repair code").allTextContents();
    expect(names).toEqual(["reading.py", "solution.py", "reading.py"]);
    expect(complaints.join("\n")).toBe("");
  });

  it("shows in Replay what differs in which file, and says which was not shown yet", async () => {
    const { page, url, complaints } = await openSeveral();
    await page.keyboard.press("r");
    await steps(page, 1);
    await fileButton(page, "reading.py").click();
    await page.keyboard.press("v");
    await steps(page, 2);
    await rewriteLine(page, 5, "    items = [part.strip() for part in text.split(',')]");
    await page.keyboard.press("Control+Enter");
    await steps(page, 3);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+S");
    await page.locator(".outcome").waitFor();

    await page.goto(`${url}#/replay`);
    await page.locator(".episodes .row a").first().click();
    await page.locator(".episode").waitFor();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.getByText("step 3 of 4").waitFor();
    expect(await page.locator("#step-title").textContent()).toContain("REPLACE_LINES 5 in reading.py");
    expect(await page.locator(".file-tree [aria-current]").textContent()).toBe("reading.pyediteddiffers");
    expect(await page.locator(".code .added").textContent()).toContain("part.strip()");
    await fileButton(page, "solution.py").click();
    expect(await page.locator(".code .added").count()).toBe(0);
    await fileButton(page, "counter.py").click();
    await page.getByText("The episode has not shown this file yet.").waitFor();
    expect(complaints.join("\n")).toBe("");
  });
});

describe("what was typed and not applied", () => {
  it("is in the editor again for anybody who went to another page and came back", async () => {
    const { page, url } = await visit();
    await openTask(page, url, { task: "sum_even_wrong_condition", seed: 7 });
    await rewriteLine(page, 4, "        if number % 2 == 0:");
    await page.keyboard.press("Escape");
    await page.goto(`${url}#/tasks`);
    await page.getByRole("heading", { name: "Tasks", exact: true }).waitFor();
    await page.goBack();
    await page.locator(".preview").waitFor();
    expect(await page.locator(".cm-content").textContent()).toContain("number % 2 == 0");
    await page.keyboard.press("e");
    await page.keyboard.press("Control+Shift+Enter");
    await steps(page, 2);
    expect(await page.locator(".tally").textContent()).toBe("7 of 7 visible tests pass");
  });
});
