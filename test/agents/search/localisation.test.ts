import { describe, expect, it } from "vitest";
import { ochiaiScore } from "../../../src/agents/search/ochiai.ts";
import { insertProbes, readTraces } from "../../../src/agents/search/probes.ts";
import { parsePython, parsesAsPython } from "../../../src/agents/search/python-program.ts";
import { repairsOf } from "../../../src/agents/search/repairs.ts";
import { makeObservation } from "../../evaluation/support/records.ts";

const PROGRAM = `import math

LIMIT = 3


def f(x):
    if x > LIMIT:
        return 1
    return 0`;

const trace = (passed: boolean, ...lines: number[]) => ({ passed, lines: new Set(lines) });

describe("the Ochiai coefficient", () => {
  it("is 1 for what all failing tests and no passing one execute, and 0 for what no failing test does", () => {
    const traces = [trace(false, 1, 2), trace(false, 1, 2), trace(true, 1, 3)];
    expect(ochiaiScore(2, traces)).toBe(1);
    expect(ochiaiScore(3, traces)).toBe(0);
    expect(ochiaiScore(1, traces)).toBeCloseTo(2 / Math.sqrt(2 * 3), 12);
  });
});

describe("the probes", () => {
  it("stand before each statement of a function, and nowhere else", () => {
    const probed = insertProbes(parsePython(PROGRAM)) ?? "";
    expect(parsesAsPython(probed)).toBe(true);
    expect(probed.split("\n").filter((line) => line.includes("@probe"))).toEqual([
      '    7 in _probed or _probed.add(7) or print("@probe:7")',
      '        8 in _probed or _probed.add(8) or print("@probe:8")',
      '    9 in _probed or _probed.add(9) or print("@probe:9")',
    ]);
    expect(probed.indexOf("_probed = set()")).toBeLessThan(probed.indexOf("def f"));
    expect(insertProbes(parsePython("x = 1"))).toBeNull();
  });

  const failing = { test_name: "big", passed: false, error_message: "call: f(9)\nexpected: 1\ngot: 0" };
  const NOTHING = { step_cost: 0, run_tests: 0, progress: 0, penalty: 0, final: 0 };
  const passing = { test_name: "small", passed: true, error_message: null };

  const report =
    "1 of 3 visible tests passed.\n\nPRINTED by f(9)\n  @probe:7\n  @probe:8\n\nPRINTED by f(1)\n  @probe:7\n  own@probe:9";
  const printed = [
    { test: 0, first_line: 4, last_line: 5 },
    { test: 2, first_line: 8, last_line: 9 },
  ];
  const told = { last_execution_output: report, test_results: [failing, failing, passing] };

  it("are read where the step says that a test's output stands, whatever the report calls the test", () => {
    const metadata = { reward_components: NOTHING, return: 0, fault: null, printed };
    const traces = readTraces(makeObservation({ ...told, metadata }));
    expect(traces).toEqual([trace(false, 7, 8), trace(true, 7, 9)]);
  });

  it("are not guessed where a step does not say whose output is whose", () => {
    expect(readTraces(makeObservation({ ...told, metadata: { reward_components: NOTHING, return: 0 } }))).toEqual([]);
  });
});

describe("the repairs", () => {
  it("begin with the most suspicious statement, each text once and each a program", () => {
    const repairs = [...repairsOf(parsePython(PROGRAM), [trace(false, 7, 9), trace(true, 7, 8)])];
    expect(repairs[0]).toMatchObject({ operator: "CRP", line: 9, text: PROGRAM.replace("return 0", "return 1") });
    expect(repairs.some(({ line }) => line === 8)).toBe(false);
    expect(repairs.findIndex(({ line }) => line === 7)).toBeGreaterThan(
      repairs.findLastIndex(({ line }) => line === 9),
    );
    expect(new Set(repairs.map(({ text }) => text)).size).toBe(repairs.length);
    expect(repairs.every(({ text }) => parsesAsPython(text))).toBe(true);
  });

  it("go by operator, then by place, where nothing is known", () => {
    const operators = [...repairsOf(parsePython(PROGRAM), [])].map(({ operator }) => operator);
    expect(operators.slice(0, 4)).toEqual(["ROR", "ROR", "COI", "CRP"]);
  });
});
