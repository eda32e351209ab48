import { once } from "node:events";
import { createServer, request } from "node:http";
import { pipeline } from "node:stream";
import { describe, expect, it, onTestFinished } from "vitest";
import { MIN_STEPS_FOR_REFERENCE } from "../../../src/protocol/protocol.ts";
import { openTask, rewriteLine, steps, viewUntil } from "../support/hand.ts";
import { HOSTILE, hostilePrograms } from "../support/hostile.ts";
import { openBrowser, visit } from "../support/page.ts";

const POLICY = /Content Security Policy|Trusted/;

describe("a task from a stranger", () => {
  it("has its texts shown as texts, in Tasks, in Play and at the end", async () => {
    const { page, url, complaints } = await visit({ programs: await hostilePrograms() });
    const isHarmless = async (): Promise<void> => {
      expect(await page.locator("main img, main script").count()).toBe(0);
      await expect.poll(() => page.title()).toMatch(/^(hostile sum[\w ]* · )?(Play|Tasks) · TraceFix-RL$/);
    };
    await page.goto(`${url}#/tasks`);
    const program = page.locator(".tasks-table .program").first();
    expect(await program.locator("strong").textContent()).toBe(HOSTILE);
    expect(await program.locator(".description").textContent()).toContain(HOSTILE);
    await program.locator("summary").click();
    expect(await program.locator(".test-list").textContent()).toContain(`${HOSTILE} of a test`);
    await isHarmless();
    await openTask(page, url, { task: "hostile_sum_wrong_condition", seed: 7 });
    expect(await page.locator(".task-head h1").textContent()).toContain(HOSTILE);
    expect(await page.locator(".task-head .lead").textContent()).toContain(HOSTILE);
    // It comes back in the output as well: by a test that fails, and by what is typed.
    await rewriteLine(page, 6, `    return """${HOSTILE}"""`);
    await page.keyboard.press("Control+Shift+Enter");
    await steps(page, 2);
    expect(await page.locator(".tests").first().textContent()).toContain(HOSTILE);
    expect(await page.locator(".output pre").textContent()).toContain(HOSTILE);
    await isHarmless();
    await page.keyboard.press("Escape");
    await viewUntil(page, MIN_STEPS_FOR_REFERENCE - 1);
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
    await expect.poll(() => page.title()).toBe("Play · TraceFix-RL");
    expect(complaints.some((text) => POLICY.test(text))).toBe(true);
  });

  it("works in the frame of a Space, and in nobody else's", async () => {
    const { page, url } = await visit();
    // A stand-in for the internet's site, and it frames a server of this machine: browsers ask about that first.
    await page.context().grantPermissions(["local-network-access"]);
    const html = `<iframe src="${url}#/play?task=sum_even_wrong_condition&seed=7" width="1000" height="700"></iframe>`;
    for (const site of ["https://huggingface.co/**", "https://stranger.example/**"]) {
      await page.route(site, (route) => route.fulfill({ contentType: "text/html", body: html }));
    }
    await page.goto("https://huggingface.co/spaces/someone/tracefix");
    const frame = page.frameLocator("iframe");
    await frame.getByRole("button", { name: "Run tests" }).click();
    await frame.locator(".tally strong").waitFor();
    expect(await frame.locator(".tally").textContent()).toBe("1 of 7 visible tests pass");
    // The browser keeps our cookie back in a stranger's frame, and with it the repair: that is said, and all.
    for (let step = 1; step < MIN_STEPS_FOR_REFERENCE; step += 1) {
      await frame.getByRole("button", { name: "View code" }).click();
      await frame.locator('.actions[aria-busy="false"]').waitFor();
    }
    await frame.getByRole("button", { name: "Submit" }).click();
    await frame.getByText("open the page in a tab of its own").waitFor();
    expect(await frame.locator(".repair").textContent()).not.toContain("The reference");
    await page.goto("https://stranger.example/");
    expect(await frame.locator("main").count()).toBe(0);
  });

  it("works below another path", async () => {
    const { server } = await visit();
    const proxy = createServer((incoming, answer) => {
      const path = (incoming.url ?? "/").replace(/^\/below\/here/, "");
      const options = { port: server.port, path, method: incoming.method, headers: incoming.headers };
      const upstream = request(options, (got) => {
        answer.writeHead(got.statusCode ?? 500, got.headers);
        pipeline(got, answer, () => {});
      });
      pipeline(incoming, upstream, () => {});
    });
    proxy.on("upgrade", (incoming, socket) => {
      const path = (incoming.url ?? "/").replace(/^\/below\/here/, "");
      const upstream = request({ port: server.port, path, headers: incoming.headers });
      upstream.on("upgrade", (got, up) => {
        const head = Object.entries(got.headers).map(([name, value]) => `${name}: ${value}\r\n`);
        socket.write(`HTTP/1.1 101 Switching Protocols\r\n${head.join("")}\r\n`);
        // Either end may be cut when the page or the server goes; the other goes with it.
        pipeline(up, socket, up, () => {});
      });
      upstream.on("error", () => socket.destroy());
      upstream.end();
    });
    proxy.listen(0, "127.0.0.1");
    await once(proxy, "listening");
    const address = proxy.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const page = await (await openBrowser()).newPage();
    onTestFinished(async () => {
      await page.close();
      proxy.closeAllConnections();
      proxy.close();
    });
    await page.goto(`http://127.0.0.1:${port}/below/here/web/#/play?task=sum_even_wrong_condition&seed=7`);
    await page.locator('.actions[aria-busy="false"]').waitFor();
  });
});
