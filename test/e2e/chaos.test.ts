/** `npm run chaos`, for a few kills: what was answered outlives them, and its words are checked. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly code?: number;
}

function chaos(...words: readonly string[]): Promise<Ended> {
  const run = promisify(execFile)(process.execPath, [join(packageRoot(), "scripts", "chaos.mjs"), ...words]);
  return run.catch((error: Ended) => error);
}

it.each(["process", "disk"])(
  "loses and repeats nothing that was acknowledged, where a server that keeps by %s is killed",
  async (store) => {
    const { stdout, code } = await chaos("--kills", "3", "--store", store, "--clients", "4");
    expect(stdout).toContain("0 lost, taken twice or other answers");
    expect(code).toBeUndefined();
  },
);

it.each([
  ["--kills", "0"],
  ["--store", "paper"],
  ["--clients", "many"],
])("is told no such thing as %s %s", async (...words) => {
  const { stderr, code } = await chaos(...words);
  expect({ code, told: stderr.length > 0 }).toEqual({ code: 2, told: true });
});
