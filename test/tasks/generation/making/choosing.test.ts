/** Which candidates are tried first, which go together, how hard they are, and what a set of them counts. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OperatorClass } from "../../../../src/protocol/protocol.ts";
import { Source } from "../../../../src/sandbox/source.ts";
import { type Candidate, editedLines, joinCandidates } from "../../../../src/tasks/generation/making/candidates.ts";
import {
  inTurns,
  isRealistic,
  MutantRoom,
  type Screened,
} from "../../../../src/tasks/generation/making/choose-mutants.ts";
import { candidatePairs } from "../../../../src/tasks/generation/making/pair-candidates.ts";
import { tallyMutants } from "../../../../src/tasks/generation/making/tally-mutants.ts";
import type { Mutant } from "../../../../src/tasks/mutants/mutant.ts";
import { difficultyAt, difficultyFeatures, difficultyScore } from "../../../../src/tasks/mutants/mutant-difficulty.ts";
import { type PlacedEdit, spliceSource } from "../../../../src/tasks/mutants/splice.ts";
import { oneFile } from "../../../support/source.ts";
import { makeProgram, makeTest } from "../../support/make-task.ts";

const SOLUTION = oneFile(Array.from({ length: 30 }, (_, index) => `x${index} = ${index}\n`).join(""));

function candidate(line: number, more: Partial<Candidate> = {}): Candidate {
  const from = SOLUTION.text.indexOf(`x${line} =`);
  const edits: readonly PlacedEdit[] = [{ path: SOLUTION.entry, from, to: from + 1, text: "y" }];
  const code = spliceSource(SOLUTION, edits);
  const facts = { bugType: "wrong-name", realism: "realistic", functions: [String(line)] } as const;
  return { operators: ["one"], edits, code, ...facts, ...more };
}

function screened(one: Candidate, more: Partial<Screened["screening"]> = {}): Screened {
  return { candidate: one, screening: { fails: [0], crashes: false, isEndless: false, outcomes: [], ...more } };
}

describe("the turns of candidates", () => {
  it("let every operator try one before any tries its second", () => {
    const many = Array.from({ length: 10 }, (_, line) => screened(candidate(line, { operators: ["many"] })));
    const few = [screened(candidate(20, { operators: ["few"] }))];
    const turns = inTurns([...many, ...few], { seed: 0, visible: 4 });
    expect(turns).toHaveLength(11);
    expect(turns.slice(0, 2).map((one) => one.candidate.operators[0])).toContain("few");
  });

  it("put what fails few tests before what fails many, raises on its own line or does not end", () => {
    const ways = [{ isEndless: true }, { crashes: true }, { fails: [0, 1, 2] }, { fails: [] }, { fails: [0] }];
    const turns = inTurns(
      ways.map((way, line) => screened(candidate(line), way)),
      { seed: 0, visible: 4 },
    );
    expect(turns.map(({ candidate: { functions } }) => functions[0])).toEqual(["4", "3", "2", "1", "0"]);
  });

  it("are the same in whatever order the candidates came", () => {
    const all = Array.from({ length: 12 }, (_, line) => screened(candidate(line, { operators: [`o${line % 3}`] })));
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 12 }), fc.nat(), (shuffled, seed) => {
        expect(inTurns(shuffled, { seed, visible: 4 })).toEqual(inTurns(all, { seed, visible: 4 }));
      }),
      { numRuns: 30 },
    );
  });
});

describe("the room for candidates", () => {
  it("is little for one operator, less for one operator at one line, and least for what does not end", () => {
    const taken = (ones: readonly Screened[]) => {
      const room = new MutantRoom(100, SOLUTION);
      return ones.filter((one) => {
        const fits = room.hasRoomFor(one);
        if (fits) room.take(one);
        return fits;
      }).length;
    };
    const alike = { bugType: "kind", operators: ["one"] };
    expect(taken(Array.from({ length: 30 }, (_, line) => screened(candidate(line, alike))))).toBe(12);
    expect(taken(Array.from({ length: 30 }, () => screened(candidate(3, alike))))).toBe(2);
    const other = (line: number) => ({ bugType: `kind ${line}`, operators: [`o${line}`] });
    const endless = Array.from({ length: 30 }, (_, line) =>
      screened(candidate(line, other(line)), { isEndless: true }),
    );
    expect(taken(endless)).toBe(2);
  });
});

describe("two mistakes at once", () => {
  it("stand in different functions, and both are in the text", () => {
    const singles = [candidate(1), candidate(2), candidate(3, { functions: ["1"] })];
    const pairs = candidatePairs(SOLUTION, singles, { seed: 0, most: 9 });
    expect(pairs).toHaveLength(2);
    for (const pair of pairs) {
      expect(new Set(pair.functions).size).toBe(2);
      expect(pair.code.text.match(/^y\d/gm)).toHaveLength(2);
      expect(pair).toMatchObject({ bugType: "multiple-bugs", operators: ["one", "one"] });
    }
  });

  it("are no pair where one would write over the other", () => {
    expect(joinCandidates(SOLUTION, candidate(1), candidate(1))).toBeNull();
  });

  it("are as realistic as the one that is less so", () => {
    const of = (one: OperatorClass, other: OperatorClass) =>
      joinCandidates(SOLUTION, candidate(1, { realism: one }), candidate(2, { realism: other }))?.realism;
    expect(of("realistic", "plausible")).toBe("plausible");
    expect(of("silly", "realistic")).toBe("silly");
  });
});

describe("the lines of an edit", () => {
  it("are those of the text that it wrote", () => {
    const source = new Source("solution.py", [
      ["other.py", "a\nb\n"],
      ["solution.py", "a\nb\nc\nd\n"],
    ]);
    const edits: readonly PlacedEdit[] = [
      { path: "other.py", from: 2, to: 3, text: "B" },
      { path: "solution.py", from: 2, to: 4, text: "b1\nb2\n" },
      { path: "solution.py", from: 6, to: 7, text: "D" },
    ];
    const lines = ["other.py:2", "solution.py:2", "solution.py:3", "solution.py:5"];
    expect([...editedLines({ edits, code: spliceSource(source, edits) })]).toEqual(lines);
  });
});

describe("the difficulty", () => {
  const measured = () =>
    fc.record({
      failing: fc.double({ min: 0.01, max: 1, noNaN: true }),
      differing: fc.double({ min: 0.01, max: 1, noNaN: true }),
      distance: fc.option(fc.nat({ max: 200 })),
      lines: fc.integer({ min: 1, max: 400 }),
      sites: fc.integer({ min: 1, max: 2 }),
    });

  it("is a weighted sum of what is from 0 to 1, and rises or stays where less is to be seen", () => {
    fc.assert(
      fc.property(measured(), (one) => {
        const features = difficultyFeatures(one);
        expect(features.every((value) => value >= 0 && value <= 1)).toBe(true);
        const sum = features.reduce((total, value, place) => total + value * 2 ** place, 1);
        expect(difficultyScore(one, { base: 1, features: features.map((_, place) => 2 ** place) })).toBeCloseTo(sum);
        for (const less of [
          { failing: one.failing / 2 },
          { differing: one.differing / 2 },
          { lines: one.lines + 10 },
        ]) {
          const others = difficultyFeatures({ ...one, ...less });
          expect(others.every((value, place) => value >= (features[place] ?? 0))).toBe(true);
        }
      }),
    );
  });

  it("is cut by two bounds", () => {
    const bounds = { medium: 1, hard: 2 };
    expect([0.9, 1, 1.9, 2].map((score) => difficultyAt(score, bounds))).toEqual(["easy", "medium", "medium", "hard"]);
  });
});

describe("the count of a set", () => {
  const mutant: Mutant = {
    id: "00000000",
    operators: ["one"],
    edits: [[0, 1, "y"]],
    hash: "0000000000000000",
    bug_type: "wrong-name",
    realism: "realistic",
    fails: [0, 1],
    differs: 0.2,
    crashes: false,
  };

  it("calls realistic what a realistic operator made, what passes half of the tests, and does not raise by itself", () => {
    expect(isRealistic(mutant, 4)).toBe(true);
    expect(isRealistic(mutant, 3)).toBe(false);
    expect(isRealistic({ ...mutant, test: { call: "f()", expect: "1" } }, 3)).toBe(true);
    expect(isRealistic({ ...mutant, crashes: true }, 4)).toBe(false);
    expect(isRealistic({ ...mutant, realism: "plausible" }, 4)).toBe(false);
  });

  it("counts a mutant of two sites for both operators, and the largest first", () => {
    const tests = ["0", "1", "2", "3"].map((number) => makeTest(`double(${number})`, number));
    const pair: Mutant = { ...mutant, id: "00000001", operators: ["two", "one"] };
    const tally = tallyMutants([{ program: makeProgram({ split: "test", tests }), mutants: [mutant, pair] }]);
    expect([...tally.byOperator]).toEqual([
      ["one", 2],
      ["two", 1],
    ]);
    expect(tally).toMatchObject({ total: 2, realistic: 2, promoted: 0 });
    expect([...tally.bySplit]).toEqual([["test", 2]]);
  });
});
