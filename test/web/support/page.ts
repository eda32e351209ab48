/** The page in a real browser, over a server process of its own. */

import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, onTestFinished } from "vitest";
import { type ServerProcess, startServer } from "../../support/server-process.ts";

export interface Visit {
  readonly page: Page;
  readonly server: ServerProcess;
  readonly url: string;
  /** What the browser complained of: scripts, the page's policy, answers that failed. */
  readonly complaints: string[];
}

export interface VisitOptions {
  readonly settings?: Readonly<Record<string, string>>;
  readonly context?: BrowserContextOptions;
  /** A folder of programs other than our own. */
  readonly programs?: string;
}

/** A stranger's name, which leads to this machine all the same. */
export const REBOUND = "rebound.example";

/** One for all tests of a file; each has a context of its own, which knows nothing of the others. */
let shared: Promise<Browser> | null = null;
afterAll(async () => {
  await (await shared)?.close();
});

/** Opens Play. Closed by itself when the test is over. */
export async function visit({ settings = {}, context = {}, programs }: VisitOptions = {}): Promise<Visit> {
  const server = await startServer({ LOG_LEVEL: "info", ...settings }, programs ? ["--programs", programs] : []);
  const opened = await (await openBrowser()).newContext(context);
  onTestFinished(async () => {
    await opened.close();
    await server[Symbol.asyncDispose]();
  });
  const page = await opened.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  const url = `http://127.0.0.1:${server.port}/web/`;
  await page.goto(`${url}#/play`);
  return { page, server, url, complaints };
}

export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM;
  if (!executablePath) throw new Error("Run the browser's tests by `npm run test:web`: it finds the browser");
  // In containers and CI Chromium runs as root, where it has no sandbox of its own.
  const args = ["--no-sandbox", `--host-resolver-rules=MAP ${REBOUND} 127.0.0.1`];
  shared ??= chromium.launch({ executablePath, args });
  return shared;
}
