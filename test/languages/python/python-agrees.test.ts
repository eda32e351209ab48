import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { formatValue } from "../../../src/languages/python/format.ts";
import { parseLiteral } from "../../../src/languages/python/literal.ts";
import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";
import { valuesEqual } from "../../../src/sandbox/values/equal.ts";
import type { Value } from "../../../src/sandbox/values/wire.ts";
import { anyValue } from "../../sandbox/values/arbitrary-value.ts";

/** Python orders the members of a set by their hashes, which no text can foretell. */
function hasUnorderedMembers(value: Value): boolean {
  switch (value.type) {
    case "set":
    case "frozenset":
      return value.items.length > 1 || value.items.some(hasUnorderedMembers);
    case "list":
    case "tuple":
      return value.items.some(hasUnorderedMembers);
    case "dict":
      return value.entries.flat().some(hasUnorderedMembers);
    default:
      return false;
  }
}

test("Python reads what formatValue writes as the same value and writes it the same way", async () => {
  const texts = fc.sample(anyValue, { numRuns: 400, seed: 1 }).map((value) => formatValue(value));
  const sandbox = await openPythonSandbox({ workers: 1 });
  onTestFinished(() => sandbox.close());
  const code = "from math import inf, nan\n";
  const calls = texts.flatMap((text) => [text, `repr(${text})`]).map((source) => ({ source, seed: 0 }));
  const { outcomes } = await sandbox.run({ code, calls });
  for (const [index, text] of texts.entries()) {
    const value = parseLiteral(text);
    const [read, written] = outcomes.slice(2 * index);
    expect(read?.kind === "value" && valuesEqual(read.value, value, { tolerance: null }), text).toBe(true);
    if (hasUnorderedMembers(value)) continue;
    expect(written).toMatchObject({ kind: "value", value: { type: "str", value: text } });
  }
});

test("two halves of a surrogate pair are not taken for the character they spell, and other texts arrive as they are", async () => {
  const sandbox = await openPythonSandbox({ workers: 1 });
  onTestFinished(() => sandbox.close());
  const texts = [
    "'\\ud83d' + '\\ude00'",
    "['a', {'\\ud83d' + '\\ude00': 1}]",
    "'\\U0001f600'",
    "'\\ude00' + '\\ud83d'",
    "'\\ud83d'",
    "'ä日'",
  ];
  const { outcomes } = await sandbox.run({ code: "", calls: texts.map((source) => ({ source, seed: 0 })) });
  const values = outcomes.map((outcome) => (outcome.kind === "value" ? formatValue(outcome.value) : outcome.kind));
  const [halves = "", nested = "", ...others] = values;
  expect([halves, nested]).toEqual(["<str: '\\ud83d\\ude00'>", "['a', {<str: '\\ud83d\\ude00'>: 1}]"]);
  expect(others).toEqual(["'😀'", "'\\ude00\\ud83d'", "'\\ud83d'", "'ä日'"]);
});
