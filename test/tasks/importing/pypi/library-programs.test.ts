import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HarvestedCall } from "../../../../src/languages/python/libraries/call-recorder.ts";
import { pythonPack } from "../../../../src/languages/python/python.ts";
import { openPythonSandbox } from "../../../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../../../src/sandbox/sandbox.ts";
import { firstOrderCandidates } from "../../../../src/tasks/generation/making/candidates.ts";
import { MUTATION_OPERATORS } from "../../../../src/tasks/generation/operators.ts";
import { groupCalls, shareCandidates } from "../../../../src/tasks/importing/pypi/group-calls.ts";
import { loadLibrary, neededFiles, usableCalls } from "../../../../src/tasks/importing/pypi/load-library.ts";
import { makeLibraryProgram } from "../../../../src/tasks/importing/pypi/make-library-program.ts";
import { loadProgram } from "../../../../src/tasks/load-program.ts";

/** A library of three modules, one of which nobody calls, and which counts its calls. */
const FILES = {
  "shapes/__init__.py": "from shapes.sides import area, Counter\n",
  "shapes/sides.py": `COUNT = []

def area(width, height):
    """The area of a rectangle; sides below nothing count as none."""
    if width < 0 or height < 0:
        return 0
    return width * height

def how_often():
    COUNT.append(1)
    return len(COUNT)

class Counter:
    def __init__(self, start=0):
        self.value = start

    def add(self, number):
        self.value += number
        return self.value

    def __repr__(self):
        return "Counter(%d)" % self.value
`,
  "shapes/unused.py": "def nothing():\n    return None\n",
};

const recordedCall = (text: string, more: Partial<HarvestedCall> = {}): HarvestedCall => ({
  texts: [text],
  modules: ["shapes", "shapes.sides"],
  topic: "shapes.sides.area",
  member: "area",
  test: `test_area.py::test_area[${text}]`,
  ...more,
});

const AREAS = Array.from({ length: 49 }, (_, at) =>
  recordedCall(`shapes.sides.area(${(at % 7) - 1}, ${Math.floor(at / 7) - 1})`),
);

let sandbox: Sandbox;
let folder: string;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
  folder = await mkdtemp(join(tmpdir(), "tracefix-library-test-"));
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

const options = () => ({ sandbox, language: pythonPack });

async function usable(calls: readonly HarvestedCall[]) {
  const { fuel } = await loadLibrary(FILES, ["shapes"], options());
  return usableCalls(calls, FILES, { ...options(), loading: fuel });
}

describe("a library in the sandbox", () => {
  test("is imported from its texts, or says what it lacks", async () => {
    expect(await loadLibrary(FILES, ["shapes"], options())).toMatchObject({ problem: null });
    const lacking = { "shapes/__init__.py": "import numpy\n" };
    expect((await loadLibrary(lacking, ["shapes"], options())).problem).toContain("No module named 'numpy'");
    const byPath = { "shapes/__init__.py": "open(__file__.replace('__init__.py', 'data.txt')).read()\n" };
    expect((await loadLibrary(byPath, ["shapes"], options())).problem).toMatch(/Error/);
  });

  test("keeps no state from one call to the next, so that what counts calls gives the same each time", async () => {
    const calls = [recordedCall("shapes.sides.how_often()"), recordedCall("shapes.sides.how_often() + 0")];
    const found = await usable(calls);
    expect(found.map(({ expectation }) => expectation)).toEqual([
      { kind: "value", value: { type: "int", value: 1n } },
      { kind: "value", value: { type: "int", value: 1n } },
    ]);
  });

  test("is called in the first way that gives a plain value, and calls that give none are left out", async () => {
    const found = await usable([
      recordedCall("shapes.Counter(2)", { texts: ["shapes.Counter(2)", "repr(shapes.Counter(2))"] }),
      recordedCall("object()"),
      recordedCall("shapes.nowhere"),
      recordedCall("not_imported.at_all()"),
      recordedCall("counter = shapes.Counter()\ncounter.add(3)\ncounter.add(4)", { member: "add" }),
    ]);
    expect(found.map(({ call }) => call)).toEqual([
      "repr(shapes.Counter(2))",
      "counter = shapes.Counter()\ncounter.add(3)\ncounter.add(4)",
    ]);
  });

  test("tells which of its lines a call executes, and which of its files all of them need", async () => {
    const [one] = await usable([recordedCall("shapes.sides.area(-1, 2)")]);
    expect([...(one?.reached ?? [])].sort()).toEqual(["shapes/sides.py:5", "shapes/sides.py:6"]);
    const needed = await neededFiles(one === undefined ? [] : [one], FILES, options());
    expect(Object.keys(needed)).toEqual(["shapes/__init__.py", "shapes/sides.py"]);
  });
});

describe("a library's calls", () => {
  test("become sound tasks of its own code, with the mistake where its calls reach", async () => {
    const calls = await usable(AREAS);
    const [group, ...others] = groupCalls(calls);
    if (group === undefined) throw new Error("There is no group of calls");
    expect(others).toEqual([]);
    expect(group.visible.length).toBeGreaterThanOrEqual(6);
    expect(group.hidden.some((one) => group.visible.includes(one))).toBe(false);
    const library = {
      name: "shapes",
      version: "1.0",
      summary: "Areas of shapes",
      license: "MIT",
      licenseText: "Do as you like.\n",
      files: await neededFiles(calls, FILES, options()),
      split: "test" as const,
    };
    const place = join(folder, "python", "shapes_area");
    const made = await makeLibraryProgram(
      "shapes_area",
      { group, library },
      {
        ...options(),
        folder: place,
        budget: 12,
        atOnce: 2,
        candidatesOf: ({ solution }) => {
          const candidates = firstOrderCandidates(solution, MUTATION_OPERATORS);
          const shared = shareCandidates([group], solution, candidates).get(group) ?? [];
          expect(shared.length).toBeLessThan(candidates.length);
          return shared;
        },
      },
    );
    expect(made.refused).toEqual([]);
    expect(made.taken?.tasks.length).toBeGreaterThan(3);
    const loaded = await loadProgram(place, { language: "python" });
    expect(loaded.mutants.length).toBe(made.taken?.tasks.length);
    for (const { edits } of loaded.mutants) for (const [, , , path] of edits) expect(path).toBe("shapes/sides.py");
    expect(loaded.mutants.every(({ differs }) => differs >= 0.05)).toBe(true);
    expect(await readFile(join(place, "LICENSE"), "utf8")).toBe("Do as you like.\n");
    expect(await readFile(join(place, "program.yaml"), "utf8")).toContain("source: shapes==1.0 of the package index\n");
  });

  test("of functions that are called seldom come together by their module, and too few are no program", async () => {
    const [first] = await usable(AREAS.slice(0, 1));
    if (first === undefined) throw new Error("The call cannot be used");
    const calls = Array.from({ length: 40 }, (_, at) => ({
      ...first,
      call: `${first.call} + ${at}`,
      topic: `shapes.sides.function_${at % 4}`,
      test: `test_area.py::test_${at}`,
    }));
    expect(groupCalls(calls)).toMatchObject([{ name: "sides_functions" }]);
    expect(groupCalls(calls.slice(0, 20))).toEqual([]);
  });
});
