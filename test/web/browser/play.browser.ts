import { describe, expect, it } from "vitest";
import { openTask, rewriteLine, steps } from "../support/hand.ts";
import { visit } from "../support/page.ts";

describe("a person with a keyboard", () => {
  it("solves an easy task, from the choice to the score", async () => {
    const { page, complaints } = await visit();
    await page.getByRole("combobox", { name: "Task", exact: true }).focus();
    await page.keyboard.type("sum even wrong");
    await page.getByLabel("Seed").focus();
    await page.keyboard.type("7");
    await page.keyboard.press("Enter");
    await page.locator('.actions[aria-busy="false"]').waitFor();
    await page.keyboard.press("r");
    await steps(page, 1);
    expect(await page.locator(".tally").textContent()).toBe("1 of 7 visible tests pass");

    await rewriteLine(page, 4, "        if number % 2 == 0:");
    expect(await page.locator(".preview-head strong").textContent()).toBe("replace line 4");
    await page.keyboard.press("Control+Shift+Enter");
    await steps(page, 3);
    expect(await page.locator(".tally").textContent()).toBe("7 of 7 visible tests pass");
    expect(await page.locator(".chip.fixed").count()).toBe(6);
    expect(await page.locator(".actions .primary").textContent()).toContain("Submit");

    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+S");
    await page.locator(".outcome").waitFor();
    expect(await page.locator(".outcome h2").textContent()).toBe("Solved");
    expect(await page.locator(".outcome .figures").textContent()).toBe(
      "score0.980return1.057hidden tests101 of 101steps4",
    );
    expect(await page.locator(".outcome .aside").first().textContent()).toContain("The return adds up the rewards");
    expect(await page.locator(".chip.fixed").count()).toBe(0);
    await expect.poll(() => page.title()).toBe("sum even wrong condition · Play · TraceFix-RL");
    await page.getByRole("heading", { name: "The reference" }).waitFor();
    expect(await page.locator(".outcome h2").evaluate((heading) => heading === document.activeElement)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it("sees an edit where it is typed, failing tests first, the budget, and what the stage asks for", async () => {
    const { page, url, complaints } = await visit();
    await openTask(page, url, { task: "sum_even_wrong_condition", seed: 7 });
    const lead = page.locator(".task-head .lead");
    const height = await lead.evaluate((text) => text.clientHeight);
    await page.getByRole("button", { name: "Show all" }).click();
    expect(await lead.evaluate((text) => text.clientHeight)).toBeGreaterThan(height);
    expect(await page.locator(".actions .primary").textContent()).toContain("Run tests");
    await page.keyboard.press("r");
    await steps(page, 1);
    // What is wanted now is an edit, and no button is one.
    expect(await page.locator(".actions .primary").count()).toBe(0);
    expect(await page.locator(".code-panel .wanted").textContent()).toBe("type in it to edit");
    expect(await page.locator(".tests").first().locator(".passed").count()).toBe(0);
    await page.getByText("1 passing").click();
    expect(await page.locator(".folded .passed").isVisible()).toBe(true);
    expect(await page.locator(".steps-left").textContent()).toContain("49 steps left");

    await page.keyboard.press("e");
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Tab");
    expect(await page.locator(".cm-line.added-line").textContent()).toBe("    def sum_even(numbers):");
    expect(await page.locator(".removed-lines").textContent()).toBe("def sum_even(numbers):");
    await page.keyboard.press("Shift+Tab");
    expect(await page.locator(".cm-line.added-line, .removed-lines, .preview").count()).toBe(0);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest(".actions") !== null)).toBe(true);

    await rewriteLine(page, 4, "        if number % 2 == 0:  # even");
    expect(await page.locator(".removed-lines").textContent()).toContain("== 1:");
    expect(await page.locator(".actions .primary").textContent()).toContain("Apply & run");
    await page.keyboard.press("Control+Shift+Enter");
    await steps(page, 3);
    expect(await page.locator(".removed-lines").count()).toBe(0);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+S");
    await page.locator(".outcome .why", { hasText: "every test passed" }).waitFor();
    await page.getByRole("button", { name: "Against the reference" }).click();
    expect(await page.locator(".outcome .removed mark").textContent()).toBe("  # even");
    await page.getByRole("link", { name: "Open in Replay" }).click();
    await page.getByText("step 0 of 4").waitFor();
    expect(complaints).toEqual([]);
  });

  it("solves a hard task by inserting a line, undoing and doing it again", async () => {
    const { page, url, complaints } = await visit();
    await openTask(page, url, { task: "lru_cache_no_promotion", seed: 11 });
    await page.keyboard.press("r");
    await steps(page, 1);
    const insert = async (): Promise<void> => {
      await page.keyboard.press("e");
      await page.keyboard.press("Control+Home");
      for (let line = 1; line < 11; line += 1) await page.keyboard.press("ArrowDown");
      await page.keyboard.press("End");
      await page.keyboard.insertText("\n        self.entries.move_to_end(key)");
      expect(await page.locator(".preview-head strong").textContent()).toBe("insert before line 12");
      await page.keyboard.press("Control+Enter");
    };
    await insert();
    await steps(page, 2);
    // Leaves an episode that is over, and only such a one.
    await page.keyboard.press("Escape");
    await page.keyboard.press("n");
    await page.keyboard.press("Escape");
    await page.keyboard.press("u");
    await steps(page, 3);
    await insert();
    await steps(page, 4);
    await page.keyboard.press("Escape");
    await page.keyboard.press("r");
    await steps(page, 5);
    await page.keyboard.press("Shift+S");
    await page.locator(".outcome.solved").waitFor();
    expect(await page.locator(".outcome .figures").textContent()).toContain("hidden tests101 of 101");
    await page.keyboard.press("n");
    await page.getByRole("heading", { name: "Play an episode" }).waitFor();
    expect(complaints).toEqual([]);
  });

  it("sees the line that is typed in, above the preview and the actions that stay in sight", async () => {
    const { page, url } = await visit({ context: { viewport: { width: 1280, height: 620 } } });
    await openTask(page, url, { task: "lru_cache_no_promotion", seed: 7 });
    await page.keyboard.press("e");
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText("  # the end");
    await page.locator(".preview").waitFor();
    await page.keyboard.insertText("!");
    await expect
      .poll(async () => {
        const line = await page.locator(".cm-activeLine").boundingBox();
        const foot = await page.locator(".code-foot").boundingBox();
        return line !== null && foot !== null && line.y + line.height <= foot.y + 1 && foot.y + foot.height <= 621;
      })
      .toBe(true);
    expect(await page.locator(".preview .added").textContent()).toContain("# the end!");
  });

  it("sees what is newly broken, unfolds a traceback with the keyboard, and at the end how the submission did", async () => {
    const { page, url } = await visit();
    await openTask(page, url, { task: "sum_even_wrong_condition", seed: 7 });
    await page.keyboard.press("r");
    await steps(page, 1);
    await rewriteLine(page, 4, "        if number.nothing:");
    await page.keyboard.press("Control+Shift+Enter");
    await steps(page, 3);
    await page.keyboard.press("Escape");
    const trace = page.locator(".tests details").first();
    expect(await trace.locator("pre").isVisible()).toBe(false);
    await trace.locator("summary").focus();
    await page.keyboard.press("Enter");
    expect(await trace.locator("pre").textContent()).toContain("AttributeError");
    expect(await trace.locator("pre").isVisible()).toBe(true);
    // All edits are lost by it, so it is asked for twice.
    await page.keyboard.press("x");
    await page.getByRole("button", { name: "Keep my edits" }).click();
    await page.keyboard.press("x");
    await page.getByRole("button", { name: "Reset", exact: true }).last().click();
    await steps(page, 4);
    await rewriteLine(page, 2, "    total = 1");
    await page.keyboard.press("Control+Shift+Enter");
    await steps(page, 6);
    expect(await page.locator(".chip.broken").first().textContent()).toBe("newly broken");
    await page.keyboard.press("Escape");
    await rewriteLine(page, 4, "        if number % 2 == 0:");
    await page.keyboard.press("Control+Enter");
    await steps(page, 7);
    await page.keyboard.press("Escape");
    expect(await page.locator(".tally").textContent()).toMatch(/has changed since .*: 1 of 7 passed then/);
    expect(await page.locator(".tests .stale .message .call").first().textContent()).toContain("sum_even");
    await rewriteLine(page, 2, "    total = 0");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+S");
    await page.locator(".outcome").waitFor();
    expect(await page.locator(".tally").textContent()).toBe("7 of 7 visible tests pass");
    expect(await page.locator(".tests .stale, .tests .chip").count()).toBe(0);
  });

  it("is told why an edit does not parse, and keeps what was typed", async () => {
    const { page, url } = await visit();
    await openTask(page, url, { task: "sum_even_wrong_condition", seed: 7 });
    await rewriteLine(page, 4, "        if number % 2 == 0");
    await page.keyboard.press("Control+Enter");
    await steps(page, 1);
    expect(await page.locator(".output pre").textContent()).toContain("Cannot make the edit");
    expect(await page.locator(".preview-head strong").textContent()).toBe("replace line 4");
  });

  it("is told so beside the edit, where test results keep the output folded, until it is typed on", async () => {
    const { page, url } = await visit();
    await openTask(page, url, { task: "sum_even_wrong_condition", seed: 7 });
    await page.keyboard.press("r");
    await steps(page, 1);
    await rewriteLine(page, 4, "        if number % 2 == 0");
    await page.keyboard.press("Control+Enter");
    await steps(page, 2);
    expect(await page.getByRole("alert").textContent()).toContain("Cannot make the edit");
    await page.keyboard.insertText(":");
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it("sees on a phone why an edit was refused, above the actions", async () => {
    const { page, url } = await visit({ context: { viewport: { width: 360, height: 740 } } });
    await openTask(page, url, { task: "sum_even_wrong_condition", seed: 7 });
    await rewriteLine(page, 4, "        if number % 2 == 0");
    await page.keyboard.press("Control+Enter");
    const reason = await page.getByRole("alert").boundingBox();
    const actions = await page.locator(".actions").boundingBox();
    expect((reason?.y ?? 0) + (reason?.height ?? 0)).toBeLessThanOrEqual(actions?.y ?? 0);
  });

  it("takes one step with a key that is held, and needs Shift to submit whatever Caps Lock says", async () => {
    const { page, url } = await visit();
    await openTask(page, url, { task: "sum_even_wrong_condition", seed: 7 });
    for (let time = 0; time < 5; time += 1) {
      await page.keyboard.down("r");
      await page.locator('.actions[aria-busy="false"]').waitFor();
    }
    await page.keyboard.up("r");
    // As Caps Lock gives them.
    await page.evaluate(() => {
      dispatchEvent(new KeyboardEvent("keydown", { key: "S" }));
    });
    await page.evaluate(() => {
      dispatchEvent(new KeyboardEvent("keydown", { key: "V" }));
    });
    await steps(page, 2);
    const taken = await page.locator(".rewards-panel tbody tr").allTextContents();
    expect(taken.map((row) => /[A-Z_]{4,}/.exec(row)?.[0])).toEqual(["RUN_TESTS", "VIEW_CODE"]);
  });

  it("follows the same link twice", async () => {
    const { page, url } = await visit();
    const link = `${url}#/play?task=sum_even_wrong_condition&seed=7`;
    await page.goto(link);
    await page.locator('.actions[aria-busy="false"]').waitFor();
    await page.getByRole("button", { name: "Leave" }).click();
    await page.getByRole("button", { name: "Play a random task" }).waitFor();
    await page.goto(link);
    await page.locator('.actions[aria-busy="false"]').waitFor();
  });

  it("keeps focus where a view gives way to another, and where a button goes away", async () => {
    const { page, url } = await visit();
    const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
    await page.getByLabel("Seed").focus();
    await page.keyboard.type("7");
    await page.keyboard.press("Enter");
    await page.locator('.actions[aria-busy="false"]').waitFor();
    expect(await focused()).toBe("main");
    await page.keyboard.press("e");
    await page.keyboard.insertText("# hm");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Discard" }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".preview").waitFor({ state: "detached" });
    expect(await focused()).toBe("code-title");
    await page.keyboard.press("r");
    await steps(page, 1);
    await page.getByRole("button", { name: "Leave" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Go on playing" }).click();
    expect(await page.locator(".play").count()).toBe(1);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Leave it" }).focus();
    await page.keyboard.press("Enter");
    await page.locator("form").waitFor();
    expect(await focused()).toBe("main");
    await page.goto(`${url}#/replay`);
    await page.locator(".episodes .row a").focus();
    await page.keyboard.press("Enter");
    await page.locator(".episode").waitFor();
    expect(await focused()).toBe("main");
    await page.keyboard.press("ArrowLeft");
    await page.getByText("step 0 of 1").waitFor();
  });

  it("leaves the keys by going back in the browser", async () => {
    const { page, url } = await visit();
    await page.goto(`${url}#/tasks`);
    await page.goto(`${url}#/play`);
    await page.locator("form").waitFor();
    await page.keyboard.press("?");
    await page.locator("dialog[open]").waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "Tasks", exact: true }).waitFor();
    await page.locator("dialog[open]").waitFor({ state: "detached" });
  });

  it("finds the keys by ? and closes them by Escape", async () => {
    const { page } = await visit();
    await page.locator("form").waitFor();
    await page.keyboard.press("?");
    await page.locator("dialog[open]").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
  });
});

describe("the reference", () => {
  it("is not there for the test split, nor where the server keeps it back", async () => {
    for (const [task, settings] of [
      ["reverse_string_wrong_step", {}],
      ["sum_even_wrong_condition", { SHOW_SOLUTIONS: "false" }],
    ] as const) {
      const { page, url } = await visit({ settings });
      await openTask(page, url, { task, seed: 7 });
      await page.keyboard.press("Shift+S");
      await page.locator(".outcome.unsolved").waitFor();
      await page.waitForLoadState("networkidle");
      expect(await page.locator(".repair").textContent()).not.toContain("The reference");
      expect(await page.locator(".outcome").textContent()).toContain("You left the file as it was.");
    }
  });
});
