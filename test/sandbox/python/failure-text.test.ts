/** What is told of a program that failed: short, and made of characters only. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wellFormed } from "../../../src/ground/well-formed.ts";
import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";
import type { Outcome, Sandbox } from "../../../src/sandbox/sandbox.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1, compareEvery: 1 });
});
afterAll(() => sandbox.close());

async function call(code: string, source: string): Promise<Outcome> {
  const { outcomes } = await sandbox.run({ code, calls: [{ source, seed: 7 }] });
  const [outcome] = outcomes;
  if (outcome === undefined) throw new Error("no outcome");
  return outcome;
}

function tracebackOf(outcome: Outcome): string {
  if (outcome.kind !== "raised") throw new Error(`It ended as ${outcome.kind}`);
  return outcome.traceback;
}

describe("half a surrogate pair is shown as its escape", () => {
  it("in a message and its traceback", async () => {
    const outcome = await call("", "raise ValueError(b'caf\\xe9'.decode('utf-8', 'surrogateescape'))");
    expect(outcome).toMatchObject({ kind: "raised", message: "caf\\udce9" });
    expect(tracebackOf(outcome)).toBe("ValueError: caf\\udce9");
  });

  it("in a message of two halves, which are no character", async () => {
    expect(await call("", "raise ValueError('\\ud83d' + '\\ude00')")).toMatchObject({ message: "\\ud83d\\ude00" });
  });

  it("in the name of a file that the program made up", async () => {
    const code = "def f():\n    exec(compile('1 / 0', 'caf\\udce9', 'exec'))\n";
    expect(tracebackOf(await call(code, "f()"))).toContain('File "caf\\udce9", line 1');
  });

  it("in the name of a function that the program made up", async () => {
    const code = "def g():\n    1 / 0\ng.__code__ = g.__code__.replace(co_qualname='g\\udce9', co_name='g\\udce9')\n";
    expect(tracebackOf(await call(code, "g()"))).toContain("in g\\udce9");
  });

  it("in the text of a value that is not known", async () => {
    const code = "class Odd:\n    def __repr__(self):\n        return 'caf\\udce9'\n";
    expect(await call(code, "Odd()")).toMatchObject({ value: { type: "other", name: "Odd", text: "caf\\udce9" } });
  });

  it("even if the program breaks what escapes it in the guest", async () => {
    const code = "import codecs\ncodecs.register_error('backslashreplace', lambda error: ('\\udce9', error.end))\n";
    const outcome = await call(code, "raise ValueError('\\udce9')");
    expect(JSON.stringify(outcome)).not.toMatch(/[^\\]\\ud/);
    for (const text of Object.values(outcome)) expect(typeof text !== "string" || text.isWellFormed()).toBe(true);
  });

  it("and no other text is changed", () => {
    for (const text of ["", "café 😀", "\\udce9", "\u0000\uffff"]) expect(wellFormed(text)).toBe(text);
    expect(wellFormed("\ude00😀\ud83d")).toBe("\\ude00😀\\ud83d");
  });
});

describe("a recursion without end is told in a few lines", () => {
  it("where a function calls itself: the frame once, and how often it came again", async () => {
    const code = "def f(n):\n    return f(n + 1)\n";
    expect(tracebackOf(await call(code, "f(0)"))).toMatch(
      /^Traceback \(most recent call last\):\n {2}File "solution.py", line 2, in f\n {4}return f\(n \+ 1\)\n {2}\[Previous line repeated 9\d\d more times\]\nRecursionError: maximum recursion depth exceeded$/,
    );
  });

  it.each([2, 3, 4])("where %i functions call each other in turn", async (count) => {
    const functions = Array.from(
      { length: count },
      (_, at) => `def f${at}(n):\n    return f${(at + 1) % count}(n + 1)\n`,
    );
    const traceback = tracebackOf(await call(functions.join(""), "f0(0)"));
    expect(traceback).toMatch(new RegExp(`\\[Previous ${count} frames repeated \\d\\d+ more times\\]`));
    expect(traceback.split("\n").length).toBeLessThan(4 * count + 4);
  });

  it("with the frames that led there, and those that it ended in", async () => {
    const code =
      "def top():\n    return walk(20)\ndef walk(n):\n    if n == 0:\n        return fail()\n    return walk(n - 1)\n" +
      "def fail():\n    raise KeyError('x')\n";
    const outcome = await call(code, "top()");
    expect(tracebackOf(outcome).split("\n")).toEqual([
      "Traceback (most recent call last):",
      '  File "solution.py", line 2, in top',
      "    return walk(20)",
      '  File "solution.py", line 6, in walk',
      "    return walk(n - 1)",
      "  [Previous line repeated 19 more times]",
      '  File "solution.py", line 5, in walk',
      "    return fail()",
      '  File "solution.py", line 8, in fail',
      "    raise KeyError('x')",
      "KeyError: 'x'",
    ]);
    expect(outcome).toMatchObject({ line: 8 });
  });

  it("counts each frame once, shown, folded or left out", async () => {
    // It takes its two ways in an order that has no short period.
    const code =
      "def f(n, k):\n    if k == 0:\n        raise KeyError('x')\n    if n % 2:\n        return f(3 * n + 1, k - 1)\n" +
      "    return f(n // 2, k - 1)\n";
    const lines = tracebackOf(await call(code, "f(27, 100)")).split("\n");
    const shown = lines.filter((line) => line.startsWith("  File")).length;
    let hidden = 0;
    for (const line of lines) {
      const [, size = "1", rounds] = /\[Previous (?:line|(\d) frames) repeated (\d+)/.exec(line) ?? [];
      if (rounds !== undefined) hidden += Number(size) * Number(rounds);
      hidden += Number(/… (\d+) more frames? …/.exec(line)?.[1] ?? 0);
    }
    expect(shown + hidden).toBe(101);
    expect(shown).toBeLessThanOrEqual(11);
  });

  it("leaves a short recursion as it is", async () => {
    const code = "def f(n):\n    if n == 0:\n        raise KeyError('x')\n    return f(n - 1)\n";
    expect(tracebackOf(await call(code, "f(3)")).match(/in f$/gm)).toHaveLength(4);
  });
});
