import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { baselineDocuments, playBaselines } from "../../src/cli/baselines.ts";
import { packageRoot } from "../../src/ground/package-root.ts";

/** Twenty seconds on two free cores; a machine that is busy with other things must not make it fail. */
const TIME_LIMIT_MS = 300_000;

it(
  "shows the baselines that playing them again gives, byte for byte, in docs/baselines.md and README.md",
  async () => {
    const over = new AbortController();
    onTestFinished(() => over.abort());
    const baselines = await playBaselines({ signal: over.signal });
    expect(baselines.oracle.every(({ solved, score }) => solved && score === 0.98)).toBe(true);
    expect(baselines.submit.every(({ solved, score }) => !solved && score === 0.01)).toBe(true);
    for (const [path, text] of await baselineDocuments(baselines)) {
      const written = readFileSync(join(packageRoot(), path), "utf8");
      expect(written, `${path} is stale: run \`npm run baselines\``).toBe(text);
    }
    expect(readFileSync(join(packageRoot(), "README.md"), "utf8")).toContain("<!-- baselines -->\n| Task |");
  },
  TIME_LIMIT_MS,
);
