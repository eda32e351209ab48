/** Every program has a corpus, and what is judged of it in one run is drawn so that it can be drawn again. */

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Source } from "../../../src/sandbox/source.ts";
import { corpusFiles, corpusNames, corpusPrograms, corpusSource, drawCorpus, WHOLE_CORPUS } from "../support/corpus.ts";
import { makeRoot } from "../support/program-folder.ts";

const PROGRAMS = corpusPrograms();
const NAMES = PROGRAMS.map(({ name }) => name);

test("the corpus has programs of those that there are, of each of them, and of no others", () => {
  expect(corpusNames()).toEqual(NAMES);
});

test.each(NAMES)("%s has at least 5 wrong programs and 10 right ones in the corpus", (name) => {
  expect(corpusFiles(name, "wrong").length).toBeGreaterThanOrEqual(5);
  expect(corpusFiles(name, "right").length).toBeGreaterThanOrEqual(10);
});

test("a file of the corpus stands in place of the one that tests call into, a folder in place of those that it holds", async () => {
  const solution = new Source("solution.py", [
    ["parts/one.py", "1"],
    ["solution.py", "s"],
    ["two.py", "2"],
  ]);
  const root = await makeRoot({ "right/folder": { "parts/one.py": "uno", "two.py": "dos" } });
  const files = (path: string) => Object.fromEntries(corpusSource(solution, join(root, path)).files);
  expect(files("right/folder/two.py")).toEqual({ "parts/one.py": "1", "solution.py": "dos", "two.py": "2" });
  expect(files("right/folder")).toMatchObject({ "parts/one.py": "uno", "two.py": "dos" });
});

describe("what is drawn of the corpus", () => {
  const part = { seedsOfTheSixteen: 2, programsOfTheCatalogue: 1, seedsOfTheCatalogue: 3 };
  const programs = ["a", "b", "c", "d"].map((name, at) => ({ name, folder: name, isOfTheSixteen: at < 2 }));
  const drawn = (draw: number) =>
    drawCorpus(programs, part, draw).map(({ program, seeds }) => [program.name, ...seeds]);

  test("is as much as was asked for, and all of the sixteen's programs", () => {
    expect(drawn(1).map((each) => each.length - 1)).toEqual([2, 2, 3]);
    expect(
      drawn(1)
        .slice(0, 2)
        .map(([name]) => name),
    ).toEqual(["a", "b"]);
  });

  test("is the same for the same draw, and over many draws everything", () => {
    expect(drawn(7)).toEqual(drawn(7));
    const names = Array.from({ length: 50 }, (_, draw) => drawn(draw).map(([name]) => name)).flat();
    expect([...new Set(names)].sort()).toEqual(["a", "b", "c", "d"]);
  });

  test("is everything where the whole is asked for", () => {
    expect(drawCorpus(programs, WHOLE_CORPUS, 1).map(({ seeds }) => seeds.length)).toEqual([20, 20, 20, 20]);
  });
});
