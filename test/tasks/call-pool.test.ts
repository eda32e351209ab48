/** A pool of calls in place of a generator: how its two files are read, and what is drawn of them. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { findCandidates } from "../../src/tasks/adversary/find-calls.ts";
import { readCallPool } from "../../src/tasks/call-pool.ts";
import { drawHiddenTests } from "../../src/tasks/hidden-tests.ts";
import { loadProgram } from "../../src/tasks/load-program.ts";
import { placeOfCall } from "../../src/tasks/program-places.ts";
import { sampleStrata } from "../../src/tasks/validate-strata.ts";
import { makeRoot } from "./support/program-folder.ts";

describe("calls.txt", () => {
  test("has a call a line, and may have blank lines and comments between them", () => {
    const { calls, faults } = readCallPool("calls.txt", "# small\nf(1)\n\nf(2); f(3)\n");
    expect(faults).toEqual([]);
    expect(calls).toEqual([
      { call: "f(1)", stratum: "calls", line: 2 },
      { call: "f(2); f(3)", stratum: "calls", line: 4 },
    ]);
  });

  test("has calls of several lines between lines of three hyphens", () => {
    const { calls } = readCallPool(
      "calls.txt",
      "---\nx = [1]\nf(x)\n---\n\nfor i in x:\n    f(i)\nx\n---\n# the end\n",
    );
    expect(calls).toEqual([
      { call: "x = [1]\nf(x)", stratum: "calls", line: 2 },
      { call: "for i in x:\n    f(i)\nx", stratum: "calls", line: 6 },
    ]);
  });

  test("is refused without a call, and where a call stands twice", () => {
    expect(readCallPool("calls.txt", "\n# none yet\n").faults).toMatchObject([
      { line: null, message: "this file has no call; write some" },
    ]);
    expect(readCallPool("calls.txt", "f(1)\nf(2)\nf(1)\n").faults).toEqual([
      { line: 3, message: "remove this call: line 1 has it already" },
    ]);
  });
});

describe("calls.jsonl", () => {
  test("has an object a line, whose stratum may be left out", () => {
    const { calls, faults } = readCallPool(
      "calls.jsonl",
      '{"call": "f(1)"}\n{"call": "x = 1\\nf(x)", "stratum": "big"}\n',
    );
    expect(faults).toEqual([]);
    expect(calls).toEqual([
      { call: "f(1)", stratum: "calls", line: 1 },
      { call: "x = 1\nf(x)", stratum: "big", line: 2 },
    ]);
  });

  test.each([
    "f(1)",
    "{}",
    '{"call": " "}',
    '{"call": "f(1)", "stratum": "Big ones"}',
    '{"call": "f(1)", "expect": 1}',
  ])("refuses the line %s, and says how one is written", (row) => {
    const { faults } = readCallPool("calls.jsonl", `{"call": "f(0)"}\n${row}\n`);
    expect(faults).toMatchObject([
      { line: 2, message: expect.stringContaining('{"call": "f(1)", "stratum": "small"}') },
    ]);
  });
});

describe("a program with a pool", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await openPythonSandbox({ workers: 1 });
  });
  afterAll(() => sandbox.close());

  async function load(files: Record<string, string | null>) {
    const root = await makeRoot({ "python/double": { "generate.py": null, ...files } });
    return (await loadProgram(`${root}/python/double`, { language: "python" })).program;
  }
  const small = Array.from({ length: 30 }, (_, n) => `double(${n})`);
  const large = Array.from({ length: 30 }, (_, n) => `double(${n + 1000})`);

  test("draws each call of the pool once, none that is a visible test, others for another seed", async () => {
    const program = await load({ "calls.txt": `${small.join("\n")}\n` });
    const draw = async (seed: number) => (await drawHiddenTests(program, { sandbox, seed })).map(({ call }) => call);
    const drawn = await draw(1);
    expect(drawn.toSorted()).toEqual(small.filter((call) => call !== "double(0)").toSorted());
    expect(await draw(1)).toEqual(drawn);
    expect(await draw(2)).not.toEqual(drawn);
  });

  test("takes its strata in turn", async () => {
    const rows = [
      ...small.map((call) => ({ call, stratum: "small" })),
      ...large.map((call) => ({ call, stratum: "large" })),
    ];
    const program = await load({ "calls.jsonl": rows.map((row) => JSON.stringify(row)).join("\n") });
    expect((await sampleStrata(program, { sandbox })).map(({ name }) => name)).toEqual(["small", "large"]);
    const drawn = await drawHiddenTests(program, { sandbox, seed: 0, count: 20 });
    expect(drawn.filter(({ call }) => large.includes(call))).toHaveLength(10);
  });

  test("gives the search for a difference the calls that it has", async () => {
    const program = await load({ "calls.txt": `${small.join("\n")}\n` });
    const { tests } = await findCandidates(program, { sandbox, seed: 0 });
    expect(tests.map(({ call }) => call).toSorted()).toEqual(small.filter((call) => call !== "double(0)").toSorted());
  });

  test("knows where each call stands", async () => {
    const program = await load({ "calls.txt": `${small.join("\n")}\n` });
    expect(placeOfCall(program, "double(7)")).toEqual({ file: "calls.txt", line: 8, key: null });
    expect(placeOfCall(program, "double(None)")).toEqual({ file: "program.yaml", line: 12, key: "tests[1].call" });
  });

  test("has one source of hidden calls, and no more", async () => {
    await expect(load({ "calls.txt": "double(1)\n", "generate.py": "x" })).rejects.toThrow(
      "calls.txt: remove this file or generate.py: hidden calls come from one of them",
    );
    await expect(load({ "calls.txt": "double(1)\n", "calls.jsonl": "{}" })).rejects.toThrow(
      "remove this file or calls.jsonl",
    );
    await expect(load({ "calls.txt": "double(1)\ndouble(1)\n" })).rejects.toThrow("calls.txt:2: remove this call");
  });
});
