/** A scratch copy of this checkout in which one mutant after the other is tried; nothing else ever sees them. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "./files.mjs";
import { breakText } from "./mutants.mjs";
import { runGroup } from "./run-group.mjs";
import { ScratchCheckout } from "./scratch-checkout.mjs";

/** Most end in seconds; one that makes a test wait for ever has been seen by it. */
const LIMIT_MS = 300_000;
const WHOLE_LIMIT_MS = 3_600_000;

/** Tests as always, but beside a build that is older: no mutant is tried in what runs from `dist/`. */
const CONFIG = "vitest.mutants.config.ts";
const CONFIG_TEXT = `import config from "./vitest.config.ts";

export default { ...config, test: { ...config.test, globalSetup: [] } };
`;
const NO_COLOR = { NO_COLOR: "1" };

export class MutantBench {
  #scratch = new ScratchCheckout();
  #results = join(this.#scratch.folder, "mutant-results.json");
  #signal;

  constructor(signal) {
    this.#signal = signal;
    writeFileSync(join(this.#scratch.folder, CONFIG), CONFIG_TEXT);
  }

  /** @throws Error where the tests fail as it is */
  async testWhole(files) {
    const { code, output } = await this.#test(files, WHOLE_LIMIT_MS);
    if (code !== 0) throw new Error(`Cannot judge: the tests fail without any fault.\n${output.slice(-3000)}`);
  }

  /** @returns what caught the mutant; null where it survived. @throws Error where no test ran */
  async try(mutant) {
    const file = join(this.#scratch.folder, mutant.file);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, breakText(text, mutant));
    const ended = await this.#test(mutant.tests, LIMIT_MS);
    writeFileSync(file, text);
    return ended.code === 0 ? null : this.#seenBy(mutant, ended);
  }

  remove() {
    this.#scratch.remove();
  }

  /** @throws Error where no test ran: that proves nothing */
  #seenBy({ name }, { code, output }) {
    if (code === null) return "tests that did not end";
    const { numTotalTests = 0, testResults = [] } = readJson(this.#results) ?? {};
    const failed = testResults.find(({ status }) => status === "failed");
    if (failed === undefined && numTotalTests === 0) {
      throw new Error(`Cannot judge ${name}: no test ran.\n${output.slice(-3000)}`);
    }
    const test = failed?.assertionResults.find(({ status }) => status === "failed");
    return test?.fullName ?? failed?.message.split("\n", 1)[0] ?? "an error outside of any test";
  }

  #test(files, limitMs) {
    const vitest = ["node_modules/vitest/vitest.mjs", "run", "--config", CONFIG];
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${this.#results}`];
    rmSync(this.#results, { force: true });
    return this.#run(limitMs, ...vitest, ...reporters, "--bail=1", "--testTimeout=60000", ...files);
  }

  async #run(limitMs, ...args) {
    const options = { cwd: this.#scratch.folder, limitMs, signal: this.#signal, env: NO_COLOR };
    const ended = await runGroup(process.execPath, args, options);
    this.#signal.throwIfAborted();
    return ended;
  }
}
