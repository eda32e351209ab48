import { once } from "node:events";
import { describe, expect, it, onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { startServer } from "../../support/server-process.ts";
import { rewriteLine, steps } from "../support/hand.ts";
import { HOSTILE, hostilePrograms } from "../support/hostile.ts";
import { openBrowser, visit } from "../support/page.ts";

const POLICY = /Content Security Policy|Trusted/;

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

    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+S");
    await page.locator(".outcome").waitFor();
    expect(await page.locator(".outcome h2").textContent()).toBe("Solved");
    expect(await page.locator(".outcome .figures").textContent()).toBe(
      "score0.980return1.057hidden tests20 of 20steps4",
    );
    await page.getByText("The reference").waitFor();
    expect(await page.locator(".outcome h2").evaluate((heading) => heading === document.activeElement)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it("solves a hard task by inserting a line, undoing and doing it again", async () => {
    const { page, url, complaints } = await visit();
    await page.goto(`${url}#/play?task=lru_cache_no_promotion&seed=11`);
    await page.locator('.actions[aria-busy="false"]').waitFor();
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
    expect(await page.locator(".outcome .figures").textContent()).toContain("hidden tests20 of 20");
    expect(complaints).toEqual([]);
  });

  it("is told why an edit does not parse, and keeps what was typed", async () => {
    const { page, url } = await visit();
    await page.goto(`${url}#/play?task=sum_even_wrong_condition&seed=7`);
    await page.locator('.actions[aria-busy="false"]').waitFor();
    await rewriteLine(page, 4, "        if number % 2 == 0");
    await page.keyboard.press("Control+Enter");
    await steps(page, 1);
    expect(await page.locator(".output pre").textContent()).toContain("Cannot make the edit");
    expect(await page.locator(".preview-head strong").textContent()).toBe("replace line 4");
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

describe("a server that restarts in mid-episode", () => {
  it("is met again: the page plays its own actions over and goes on", async () => {
    const { page, url, server } = await visit();
    await page.goto(`${url}#/play?task=sum_even_wrong_condition&seed=7`);
    await page.locator('.actions[aria-busy="false"]').waitFor();
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
    const { page, url, server } = await visit({ settings: { MAX_SESSIONS: "1" } });
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/ws`);
    await once(socket, "open");
    await page.goto(`${url}#/play?task=sum_even_wrong_condition&seed=7`);
    await page.getByText("The server is full").waitFor();
    socket.close();
    await page.locator('.actions[aria-busy="false"]').waitFor();
  });
});

describe("a task from a stranger", () => {
  it("has its texts shown as texts, in Tasks, in Play and at the end", async () => {
    const { page, url, complaints } = await visit({ programs: await hostilePrograms() });
    const isHarmless = async (): Promise<void> => {
      expect(await page.locator("main img, main script").count()).toBe(0);
      expect(await page.title()).toMatch(/^(Play|Tasks) · TraceFix-RL$/);
    };
    await page.goto(`${url}#/tasks`);
    const card = page.locator(".card").first();
    expect(await card.locator("h2").textContent()).toBe(HOSTILE);
    expect(await card.locator(".description").textContent()).toContain(HOSTILE);
    await card.locator("summary").click();
    expect(await card.locator(".test-list").textContent()).toContain(`${HOSTILE} of a test`);
    await isHarmless();
    await page.goto(`${url}#/play?task=sum_even_wrong_condition&seed=7`);
    await page.locator('.actions[aria-busy="false"]').waitFor();
    expect(await page.locator(".task-head h1").textContent()).toContain(HOSTILE);
    expect(await page.locator(".task-head .lead").textContent()).toContain(HOSTILE);
    // It comes back in the output as well: by a test that fails, and by what is typed.
    await rewriteLine(page, 6, `    return """${HOSTILE}"""`);
    await page.keyboard.press("Control+Shift+Enter");
    await steps(page, 2);
    expect(await page.locator(".tests").textContent()).toContain(HOSTILE);
    expect(await page.locator(".output pre").textContent()).toContain(HOSTILE);
    await isHarmless();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+S");
    await page.locator(".repair div + div").waitFor();
    await isHarmless();
    expect(complaints).toEqual([]);
  });
});

describe("the page's policy", () => {
  it("lets nothing run or load but the page's own files", async () => {
    const { page, complaints } = await visit();
    await page.locator("form").waitFor();
    await page.evaluate(() => {
      const script = document.createElement("script");
      try {
        script.textContent = "document.title = 'owned'";
        document.body.append(script);
      } catch {
        // The browser refuses already here.
      }
    });
    expect(await page.title()).toBe("Play · TraceFix-RL");
    expect(complaints.some((text) => POLICY.test(text))).toBe(true);
  });

  it("works below another path, and in a frame of a Space", async () => {
    const { createServer, request } = await import("node:http");
    const { server } = await visit();
    const proxy = createServer((incoming, answer) => {
      const path = (incoming.url ?? "/").replace(/^\/below\/here/, "");
      const options = { port: server.port, path, method: incoming.method, headers: incoming.headers };
      incoming.pipe(
        request(options, (got) => {
          answer.writeHead(got.statusCode ?? 500, got.headers);
          got.pipe(answer);
        }),
      );
    });
    proxy.on("upgrade", (incoming, socket) => {
      const path = (incoming.url ?? "/").replace(/^\/below\/here/, "");
      const upstream = request({ port: server.port, path, headers: incoming.headers });
      upstream.on("upgrade", (got, up) => {
        const head = Object.entries(got.headers).map(([name, value]) => `${name}: ${value}\r\n`);
        socket.write(`HTTP/1.1 101 Switching Protocols\r\n${head.join("")}\r\n`);
        up.pipe(socket).pipe(up);
      });
      upstream.end();
    });
    proxy.listen(0, "127.0.0.1");
    await once(proxy, "listening");
    const address = proxy.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const browser = await openBrowser();
    onTestFinished(async () => {
      await browser.close();
      proxy.closeAllConnections();
      proxy.close();
    });
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/below/here/web/#/play?task=sum_even_wrong_condition&seed=7`);
    await page.locator('.actions[aria-busy="false"]').waitFor();
    const policy = (await fetch(`http://127.0.0.1:${server.port}/web/`)).headers.get("content-security-policy");
    expect(policy).toContain("frame-ancestors 'self' https://huggingface.co");
  });
});
