/** The example that scores an agent under vitest, run as its reader would. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { startServer } from "../support/server-process.ts";

const VITEST = join(packageRoot(), "node_modules/vitest/vitest.mjs");
const FOLDER = join(packageRoot(), "examples/vitest");

async function score(url: string): Promise<string> {
  const env = { ...process.env, TRACEFIX_URL: url };
  const { stdout } = await promisify(execFile)(process.execPath, [VITEST, "run", "--root", FOLDER], { env });
  return stdout;
}

test("the example is the one that the page on the client shows", async () => {
  const [page, example] = await Promise.all(
    ["docs/client.md", "examples/vitest/agent.test.mjs"].map((path) => readFile(join(packageRoot(), path), "utf8")),
  );
  expect(page).toContain(`\`\`\`js\n${example}\`\`\``);
});

test("the example passes where its agent solves the task, and fails where nobody can play", async () => {
  await using server = await startServer({ WORKERS: "1" });
  expect(await score(`http://127.0.0.1:${server.port}`)).toMatch(/1 passed/);
  await expect(score("http://127.0.0.1:1")).rejects.toMatchObject({ stdout: expect.stringMatching(/1 failed/) });
});
