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
  it("is met again: the page plays its own actions over and goes on", async () => {
    const { page, url, server } = await visit();
    await openTask(page, url, { task: "sum_even_wrong_condition", seed: 7 });
    await page.keyboard.press("r");
    await steps(page, 1);
    await rewriteLine(page, 4, "        if number % 2 == 0:");
    await page.keyboard.press("Control+Enter");
    await steps(page, 2);
    await page.keyboard.press("Escape");

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
