/** Play over a connection that is slow, lost or full: what the page keeps, and how it goes on. */
import { once } from "node:events";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { startServer } from "../../support/server-process.ts";
import { openTask, rewriteLine, steps } from "../support/hand.ts";
import { visit } from "../support/page.ts";
import { violations } from "./axe.ts";

/** While held, what the page sends does not leave the browser: for the page, a step that is under way. */
const HOLDING = `
  const { send } = WebSocket.prototype;
  const waiting = [];
  let isHeld = false;
  WebSocket.prototype.send = function (data) {
    const go = () => send.call(this, data);
    if (isHeld) waiting.push(go);
    else go();
  };
  addEventListener("hold", () => { isHeld = true; });
  addEventListener("release", () => {
    isHeld = false;
    for (const go of waiting.splice(0)) go();
  });`;

/** @param word "hold" or "release" */
function tell(page: Page, word: string): Promise<unknown> {
  return page.evaluate((name) => dispatchEvent(new Event(name)), word);
}

/** As a person does who misses the place for it. */
function dropFile(page: Page, name: string): Promise<boolean> {
  return page.locator("main").evaluate((main, called) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["no episode"], called));
    return main.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, name);
}

describe("a slow server", () => {
  const beginSlowly = async (): Promise<Page> => {
    const { page, url } = await visit();
    await page.addInitScript({ content: HOLDING });
    await page.reload();
    await openTask(page, url, { task: "sum_even_wrong_condition", seed: 7 });
    return page;
  };

  it("keeps what was typed while an edit was under way, and takes the step that was asked for with it", async () => {
    const page = await beginSlowly();
    await page.keyboard.press("e");
    await page.keyboard.press("Control+Home");
    await page.keyboard.insertText("# one\n");
    await tell(page, "hold");
    await page.keyboard.press("Control+Shift+Enter");
    await page.keyboard.insertText("# two\n");
    await tell(page, "release");
    await steps(page, 2);
    expect(await page.locator(".rewards-panel tbody").textContent()).toContain("RUN_TESTS");
    expect(await page.locator(".preview-head strong").textContent()).toBe("insert before line 2");
    expect(await page.locator(".preview .added .text").textContent()).toBe("# two");
  });

  it("is not asked later for what was pressed while a step was under way", async () => {
    const page = await beginSlowly();
    await page.keyboard.press("e");
    await page.keyboard.press("Control+Home");
    await page.keyboard.insertText("# one\n");
    await page.keyboard.press("Control+Enter");
    await steps(page, 1);
    await page.keyboard.insertText("# two\n");
    await page.keyboard.press("Escape");
    await tell(page, "hold");
    await page.keyboard.press("u");
    await page.keyboard.press("Shift+S");
    await tell(page, "release");
    await steps(page, 2);
    expect(await page.locator(".outcome").count()).toBe(0);
    await page.keyboard.press("v");
    await steps(page, 3);
    expect(await page.locator(".rewards-panel tbody").textContent()).not.toContain("SUBMIT");
  });
});

describe("a server that restarts in mid-episode", () => {
  it("is met again, as is one whose page is loaded again or given a file: its actions are played over", async () => {
    const { page, url, server } = await visit();
    await openTask(page, url, { task: "sum_even_wrong_condition", seed: 7 });
    await page.keyboard.press("r");
    await steps(page, 1);
    await rewriteLine(page, 4, "        if number % 2 == 0:");
    await page.keyboard.press("Control+Enter");
    await steps(page, 2);
    await page.keyboard.insertText("  # to be tried");
    await page.keyboard.press("Escape");

    await page.reload();
    await page.locator(".preview .added").waitFor({ state: "attached" });
    expect(await page.locator(".preview .added").textContent()).toContain("== 0:  # to be tried");
    expect(await page.locator(".rewards-panel tbody tr").count()).toBe(2);
    await dropFile(page, "notes.jsonl");
    await page.getByText("There is no episode in this file").waitFor();
    await page.goBack();
    await page.getByRole("button", { name: "Discard" }).click();

    await server.stop();
    await page.getByText("Connection lost").waitFor();
    const again = await startServer({ PORT: String(server.port) });
    onTestFinished(() => again[Symbol.asyncDispose]());
    await page.getByText("Connection lost").waitFor({ state: "detached" });

    await page.keyboard.press("r");
    await steps(page, 3);
    await page.keyboard.press("Shift+S");
    await page.locator(".outcome.solved").waitFor();
    expect(await page.locator(".outcome .figures").textContent()).toContain("return1.057");
  });
});

describe("an edit that is larger than the server takes", () => {
  it("is not sent, the reason is shown, and the episode goes on; the editor stays as high as the window", async () => {
    const { page, url, complaints } = await visit({ settings: { MAX_MESSAGE_BYTES: "20000" } });
    await openTask(page, url, { task: "sum_even_wrong_condition", seed: 7 });
    await page.keyboard.press("e");
    await page.keyboard.insertText(`# ${"long ".repeat(20)}\n`.repeat(300));
    await page.keyboard.press("Control+Shift+Enter");
    expect(await page.getByRole("alert").textContent()).toMatch(/was not sent.*at most \(MAX_MESSAGE_BYTES\)/);
    const editor = await page.locator(".editor").boundingBox();
    expect(editor?.height).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
    await page.getByRole("button", { name: "Discard" }).click();
    await page.keyboard.press("r");
    await steps(page, 1);
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe("a full server", () => {
  it("says so, and lets the person in as soon as there is a place", async () => {
    const { page, url, server } = await visit({ settings: { MAX_SESSIONS: "1" }, context: { bypassCSP: true } });
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/ws`);
    await once(socket, "open");
    socket.send(JSON.stringify({ type: "reset" }));
    await once(socket, "message");
    await page.goto(`${url}#/play?task=sum_even_wrong_condition&seed=7`);
    await page.getByText("The server is full").waitFor();
    expect(await violations(page)).toEqual([]);
    socket.close();
    await page.locator('.actions[aria-busy="false"]').waitFor();
  });
});
