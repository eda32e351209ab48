import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { BASELINES_PATH, playBaselines } from "../../src/cli/baselines.ts";
import { baselinesDocument } from "../../src/evaluation/baselines/document.ts";
import { packageRoot } from "../../src/ground/package-root.ts";

/** Twenty seconds on two free cores; a machine that is busy with other things must not make it fail. */
const TIME_LIMIT_MS = 300_000;

it(
  "shows the baselines that playing them again gives, byte for byte",
  async () => {
    const over = new AbortController();
    onTestFinished(() => over.abort());
    const baselines = await playBaselines({ signal: over.signal });
    expect(baselines.oracle.every(({ solved, score }) => solved && score === 0.98)).toBe(true);
    expect(baselines.submit.every(({ solved, score }) => !solved && score === 0.01)).toBe(true);
    const written = readFileSync(join(packageRoot(), BASELINES_PATH), "utf8");
    expect(written, `${BASELINES_PATH} is stale: run \`npm run baselines\``).toBe(baselinesDocument(baselines));
  },
  TIME_LIMIT_MS,
);
