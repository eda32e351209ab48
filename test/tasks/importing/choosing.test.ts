import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCallPool, writeCallPool } from "../../../src/tasks/call-pool.ts";
import { chooseHidden, countHidden, poolOf } from "../../../src/tasks/importing/choose-hidden.ts";
import { chooseVisible, togetherAsOne } from "../../../src/tasks/importing/choose-visible.ts";
import type { BugVerdict, PoolCall } from "../../../src/tasks/importing/judge-calls.ts";
import { bugTypeOf, slugOf, titleOf } from "../../../src/tasks/importing/raw-program.ts";
import { splitOf } from "../../../src/tasks/importing/split-of.ts";
import { floatTolerance } from "../../../src/tasks/importing/tolerance.ts";

const NONE = { kind: "value", value: { type: "none" } } as const;

function pool(prefix: string, verdicts: readonly (readonly BugVerdict[])[]): readonly PoolCall[] {
  return verdicts.map((bugs, at) => ({ call: `${prefix}(${at})`, expectation: NONE, bugs }));
}

const verdict = fc.constantFrom<BugVerdict>("same", "other", "endless", null);
const rows = fc.array(fc.tuple(verdict, verdict), { maxLength: 20 });

describe("visible tests", () => {
  test("show each bug and let it pass one, wherever there are such calls", () => {
    fc.assert(
      fc.property(rows, rows, (known, varied) => {
        const [ofTests, made] = [pool("known", known), pool("varied", varied)];
        const { calls, unseen, failing } = chooseVisible(ofTests, made, 2);
        for (const bug of [0, 1]) {
          const shows = calls.some(({ bugs }) => bugs[bug] === "other" || bugs[bug] === "endless");
          const passes = calls.some(({ bugs }) => bugs[bug] === "same");
          expect(shows).toBe(!unseen.includes(bug));
          if (shows) expect(passes).toBe(!failing.includes(bug));
          // More of them would leave the others no fuel.
          const heavy = calls.filter(({ bugs }) => bugs[bug] === "endless" || bugs[bug] === null);
          expect(heavy.length).toBeLessThanOrEqual(1);
        }
        expect(new Set(calls).size).toBe(calls.length);
      }),
    );
  });

  test("are the tests' own calls first, in their order, and a few more where those are few", () => {
    const known = pool("known", [["other"], ["same"]]);
    const varied = pool(
      "varied",
      Array.from({ length: 9 }, (): BugVerdict[] => ["same"]),
    );
    const { calls, added } = chooseVisible(known, varied, 1);
    expect(calls.map(({ call }) => call).slice(0, 2)).toEqual(["known(0)", "known(1)"]);
    expect(calls).toHaveLength(6);
    expect(added).toBe(4);
  });

  test("may be several calls in one, if all are expressions", () => {
    expect(togetherAsOne(["f(1)", "f(2)"])).toBe("[f(1), f(2)]");
    expect(togetherAsOne(["f(1)", "x = 1\nf(x)"])).toBeNull();
    expect(togetherAsOne([])).toBeNull();
  });
});

describe("hidden tests", () => {
  test("leave out what is shown, and hold few calls without an end", () => {
    const known = pool("known", [["same"], ["other"]]);
    const varied = pool(
      "varied",
      Array.from({ length: 100 }, (_, at): BugVerdict[] => [at % 2 === 0 ? "endless" : "same"]),
    );
    const hidden = chooseHidden(known, varied, ["known(0)"]);
    expect(hidden.tests).toEqual(["known(1)"]);
    expect(hidden.telling).toHaveLength(8);
    expect(hidden.varied).toHaveLength(50);
    expect(countHidden(hidden)).toBe(59 + hidden.pairs.length);
  });

  test("make two calls at once where there are few", () => {
    const hidden = chooseHidden(pool("f", [["same"], ["other"], ["same"]]), [], []);
    expect(hidden.pairs).toEqual(expect.arrayContaining(["[f(0), f(1)]", "[f(0), f(2)]", "[f(1), f(2)]"]));
    expect(new Set(hidden.pairs).size).toBe(hidden.pairs.length);
  });

  test("reach a bug that no made call shows by pairs with a call that does", () => {
    const known = pool("known", [["other"]]);
    const varied = pool(
      "varied",
      Array.from({ length: 100 }, (): BugVerdict[] => ["same"]),
    );
    const { pairs } = chooseHidden(known, varied, ["known(0)"]);
    expect(pairs).toHaveLength(20);
    for (const pair of pairs) expect(pair).toMatch(/^\[known\(0\), varied\(\d+\)\]$/);
  });

  test("come from a stratum for each kind of call that there is, each call once", () => {
    const pool = poolOf({ tests: ["f(1)"], varied: [], telling: ['f("a")', "f(1)"], pairs: [] });
    expect(pool).toEqual([
      { call: "f(1)", stratum: "of_the_tests" },
      { call: 'f("a")', stratum: "telling" },
    ]);
    expect(readCallPool("calls.jsonl", writeCallPool(pool))).toMatchObject({ calls: pool, faults: [] });
  });
});

describe("an imported program", () => {
  test("is in the split that its name tells: of ten eight are to train on", () => {
    const splits = Array.from({ length: 1000 }, (_, at) => splitOf(`program_${at}`));
    const share = (split: string) => splits.filter((one) => one === split).length;
    expect(splitOf("program_1")).toBe(splitOf("program_1"));
    expect(share("train")).toBeGreaterThan(750);
    expect(share("validation")).toBeGreaterThan(60);
    expect(share("test")).toBeGreaterThan(60);
  });

  test("has a name that a folder may have, whatever its own is", () => {
    expect(slugOf("has_close_elements")).toBe("has_close_elements");
    expect(slugOf("HTTP parser 2.0!")).toBe("http_parser_2_0");
    expect(slugOf("42")).toBe("program_42");
    expect(titleOf("lcs_length")).toBe("Lcs length");
    expect(bugTypeOf("Value misuse")).toBe("value-misuse");
    fc.assert(fc.property(fc.string(), (text) => /^[a-z][a-z0-9_]*$/.test(slugOf(text))));
  });

  test("lets floats differ as its tests do, or by a billionth", () => {
    const float = { kind: "value", value: { type: "list", items: [{ type: "float", value: 0.5 }] } } as const;
    expect(floatTolerance(1e-6, [{ expectation: float }])).toBe(1e-6);
    expect(floatTolerance(null, [{ expectation: float }])).toBe(1e-9);
    expect(floatTolerance(1e-6, [{ expectation: NONE }])).toBeNull();
  });
});
