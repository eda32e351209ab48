/** What the real command says of words that it does not know. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";

function tracefix(words: readonly string[]): Promise<{ code: number; output: string; errors: string }> {
  const main = join(packageRoot(), "dist", "cli", "main.js");
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...words], (error, output, errors) => {
      resolve({ code: error === null ? 0 : Number(error.code), output, errors });
    });
  });
}

describe("the command", () => {
  test("prints its help where it is asked for nothing, and ends well", async () => {
    const { code, output, errors } = await tracefix([]);
    expect([code, errors]).toEqual([0, ""]);
    expect(output).toMatch(/^Usage: tracefix/);
  });

  test.each([
    ["a misspelt verb", ["servee"], "error: unknown command 'servee'. Did you mean serve?", "tracefix --help"],
    [
      "the help of one",
      ["reprot", "--help"],
      "error: unknown command 'reprot'. Did you mean report?",
      "tracefix --help",
    ],
    [
      "the same in other words",
      ["help", "reprot"],
      "error: unknown command 'reprot'. Did you mean report?",
      "tracefix --help",
    ],
    ["a verb of a verb", ["tasks", "lst"], "error: unknown command 'lst'. Did you mean list?", "tracefix tasks --help"],
    ["an unknown flag", ["eval", "--fly"], "error: unknown option '--fly'", "tracefix eval --help"],
    [
      "one of a verb of a verb",
      ["tasks", "list", "--fly"],
      "error: unknown option '--fly'",
      "tracefix tasks list --help",
    ],
  ])("says of %s in one line what it is, in another where help is, and ends with 1", async (_, words, says, help) => {
    expect(await tracefix(words)).toEqual({ code: 1, output: "", errors: `${says}\nHelp: ${help}\n` });
  });

  test("names all verbs where none is near", async () => {
    const { errors } = await tracefix(["xyzzy"]);
    expect(errors).toContain("There are serve, eval, report, export, replay, episodes, tasks.");
  });
});
