/** A Firefox that is driven by WebDriver BiDi, the W3C's protocol: Playwright drives a Firefox of its own making only. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished } from "vitest";
import { z } from "zod";
import { BidiConnection } from "./bidi-connection.ts";

const treeSchema = z.object({ contexts: z.tuple([z.object({ context: z.string() })], z.unknown()) });
const valueSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("success"), result: z.object({ value: z.unknown().optional() }) }),
  z.object({ type: z.literal("exception"), exceptionDetails: z.object({ text: z.string() }) }),
]);

/** No question of a first start, and no look at what its makers have to tell. */
const PREFERENCES = {
  "app.normandy.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
};

/** As WebDriver writes keys that have no character. */
const KEYS: Readonly<Record<string, string>> = {
  Control: "\uE009",
  Shift: "\uE008",
  Enter: "\uE007",
  Escape: "\uE00C",
  End: "\uE010",
  Home: "\uE011",
  ArrowDown: "\uE015",
};

export class Firefox {
  readonly #connection: BidiConnection;
  readonly #context: string;
  readonly #complaints: string[] = [];

  private constructor(connection: BidiConnection, context: string) {
    this.#connection = connection;
    this.#context = context;
    connection.onEvent((method, params) => {
      if (method === "log.entryAdded" && params.level === "error") this.#complaints.push(String(params.text));
    });
  }

  /** One window, without what another one has stored. Closed by itself when the test is over. */
  static async open(path: string): Promise<Firefox> {
    const profile = await mkdtemp(join(tmpdir(), "tracefix-firefox-"));
    onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
    const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
    await writeFile(join(profile, "user.js"), lines.join("\n"));
    const words = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"];
    const child = spawn(path, words, { stdio: ["ignore", "ignore", "pipe"] });
    const exited = once(child, "exit");
    onTestFinished(async () => {
      child.kill("SIGTERM");
      await exited;
    });
    const address = await listeningAddress(createInterface(child.stderr));
    const connection = await BidiConnection.open(`${address}/session`);
    await connection.ask("session.new", { capabilities: {} });
    await connection.ask("session.subscribe", { events: ["log.entryAdded"] });
    const { contexts } = treeSchema.parse(await connection.ask("browsingContext.getTree", {}));
    return new Firefox(connection, contexts[0].context);
  }

  async goto(url: string): Promise<void> {
    await this.#connection.ask("browsingContext.navigate", { context: this.#context, url, wait: "complete" });
  }

  /** @param expression of JavaScript, whose value is a text, a number, a truth or nothing */
  async evaluate(expression: string): Promise<unknown> {
    const target = { context: this.#context };
    const told = valueSchema.parse(
      await this.#connection.ask("script.evaluate", { expression, target, awaitPromise: true }),
    );
    if (told.type !== "success") throw new Error(`Cannot evaluate ${expression}: ${told.exceptionDetails.text}`);
    return told.result.value;
  }

  /** Waits for something that is seen, found by a CSS selector, with this text in it. */
  async see(selector: string, text = ""): Promise<void> {
    const [at, words] = [JSON.stringify(selector), JSON.stringify(text)];
    const isSeen = `[...document.querySelectorAll(${at})].some((found) => found.checkVisibility() && found.innerText.includes(${words}))`;
    await expect.poll(() => this.evaluate(isSeen), { message: `${selector} ${text}` }).toBe(true);
  }

  /** @param keys such as `r`, `Escape` or `Control+Home` */
  async press(keys: string): Promise<void> {
    const values = keys.split("+").map((key) => KEYS[key] ?? key);
    const down = values.map((value) => ({ type: "keyDown", value }));
    const up = values.toReversed().map((value) => ({ type: "keyUp", value }));
    await this.#act([...down, ...up]);
  }

  async type(text: string): Promise<void> {
    await this.#act([...text].flatMap((value) => ["keyDown", "keyUp"].map((type) => ({ type, value }))));
  }

  /** What its console has said was wrong until now. */
  async heard(): Promise<readonly string[]> {
    const end = "that is all";
    await this.evaluate(`console.error("${end}")`);
    await expect.poll(() => this.#complaints.at(-1)).toBe(end);
    return this.#complaints.slice(0, -1);
  }

  async #act(actions: readonly { readonly type: string; readonly value: string }[]): Promise<void> {
    const source = { type: "key", id: "keyboard", actions };
    await this.#connection.ask("input.performActions", { context: this.#context, actions: [source] });
  }
}

async function listeningAddress(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error("Firefox ended before it listened");
}
