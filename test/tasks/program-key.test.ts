/** When two texts are one program: by the syntax tree, as the language's own parser sees it. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pythonPack } from "../../src/languages/python/python.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { programKey } from "../../src/tasks/program-key.ts";
import { oneFile } from "../support/source.ts";

const TEXT = 'def f(x):\n    """Says "what"."""\n    return x + 1\n';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

async function isSame(other: string): Promise<boolean> {
  const [key, otherKey] = await Promise.all([keyOf(TEXT), keyOf(other)]);
  expect(key).not.toBeNull();
  return key === otherKey;
}

function keyOf(text: string): Promise<string | null> {
  return programKey(oneFile(text), { program: { language: pythonPack }, sandbox });
}

describe("one program", () => {
  test.each([
    ["the same text", TEXT],
    ["another comment", `# \u{1F600} said\n${TEXT.replace("x + 1", "x + 1  # one more")}`],
    ["other blanks", TEXT.replace("x + 1", "x  +  1").replace("    return", "\n\n    return")],
    ["brackets that mean nothing", TEXT.replace("x + 1", "(x + (1))")],
    ["another way to write a number", TEXT.replace("x + 1", "x + 0x1")],
  ])("is %s", async (_, other) => {
    expect(await isSame(other)).toBe(true);
  });
});

describe("another program", () => {
  test.each([
    ["another operator", TEXT.replace("+", "-")],
    ["another number", TEXT.replace("1", "2")],
    ["another name, even where it changes nothing", TEXT.replaceAll("x", "y")],
    ["a statement that does nothing", `${TEXT}pass\n`],
    ["another string", TEXT.replace("what", "that")],
  ])("is %s", async (_, other) => {
    expect(await isSame(other)).toBe(false);
  });
});

describe("no key", () => {
  test.each([
    ["what does not parse", "def f(:\n"],
    ["what is nested too deep to be read", `x = ${"[".repeat(5000)}${"]".repeat(5000)}\n`],
  ])("has %s", async (_, text) => {
    expect(await keyOf(text)).toBeNull();
  });
});
