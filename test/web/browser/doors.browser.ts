/** Strangers' pages in a real browser: what they can reach of the server, and what the page says where it may not play. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { openTask } from "../support/hand.ts";
import { REBOUND, visit } from "../support/page.ts";

/** Whether a page's scripts get into each socket of the server. */
function knock(page: Page, port: number): Promise<readonly string[]> {
  return page.evaluate(async (at) => {
    const open = (path: string) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(`ws://127.0.0.1:${at}${path}`);
        socket.addEventListener("open", () => resolve(`${path} opened`));
        socket.addEventListener("error", () => resolve(`${path} refused`));
      });
    return Promise.all(["/ws", "/ws/ui", "/mcp"].map(open));
  }, port);
}

const REFUSED = ["/ws refused", "/ws/ui refused", "/mcp refused"];

describe("a stranger's page", () => {
  it("gets into no socket, be it a site's or at another port of this very host", async () => {
    const { page, server } = await visit();
    expect(await knock(page, server.port)).toEqual(["/ws opened", "/ws/ui opened", "/mcp opened"]);
    await page.context().grantPermissions(["local-network-access"]);
    await page.route("https://stranger.example/**", (route) => route.fulfill({ contentType: "text/html", body: "hi" }));
    await page.goto("https://stranger.example/");
    expect(await knock(page, server.port)).toEqual(REFUSED);

    const neighbour = createServer((_request, answer) => answer.setHeader("content-type", "text/html").end("hi"));
    onTestFinished(() => {
      neighbour.closeAllConnections();
      neighbour.close();
    });
    neighbour.listen(0, "127.0.0.1");
    await once(neighbour, "listening");
    const address = neighbour.address();
    await page.goto(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`);
    expect(await knock(page, server.port)).toEqual(REFUSED);
  });

  it("that calls itself by a name of its own for this machine gets nothing of a server on loopback", async () => {
    const { page, server } = await visit();
    const answer = await page.goto(`http://${REBOUND}:${server.port}/web/`);
    expect([answer?.status(), await answer?.text()]).toEqual([403, expect.stringContaining("ALLOWED_HOSTS")]);
  });
});

describe("the page under a name that the server does not know", () => {
  it("says what to do instead of trying for ever, and shows nobody's episodes", async () => {
    const { page, server } = await visit({ settings: { HOST: "0.0.0.0" } });
    const url = `http://${REBOUND}:${server.port}/web/`;
    await page.goto(`${url}#/play?task=sum_even_wrong_condition&seed=7`);
    await page.getByText("This episode cannot go on").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("ALLOWED_HOSTS");
    await page.goto(`${url}#/watch`);
    await page.getByText("Nothing can be watched here").waitFor();
    await page.goto(`${url}#/replay`);
    await page.getByText("The list did not load").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("WATCH=on");
  });

  it("works once the operator has named it", async () => {
    const settings = { HOST: "0.0.0.0", ALLOWED_HOSTS: REBOUND, WATCH: "on" };
    const { page, server } = await visit({ settings });
    const url = `http://${REBOUND}:${server.port}/web/`;
    await openTask(page, url, { task: "sum_even_wrong_condition", seed: 7 });
    await page.goto(`${url}#/watch`);
    await page.locator(".episodes .row").waitFor();
  });
});

describe("who gives up at once", () => {
  it("is told what the repair is shown for, and the server is not even asked", async () => {
    const { page, url, complaints } = await visit();
    await openTask(page, url, { task: "sum_even_wrong_condition", seed: 7 });
    await page.keyboard.press("Shift+S");
    await page.getByText("tries for 10 steps").waitFor();
    expect(complaints).toEqual([]);
  });
});
