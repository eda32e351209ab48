/** Every program has a corpus, and what is judged of it in one run is drawn so that it can be drawn again. */
import { describe, expect, test } from "vitest";
import { corpusFiles, corpusNames, corpusPrograms, drawCorpus, WHOLE_CORPUS } from "../support/corpus.ts";

const PROGRAMS = corpusPrograms();
const NAMES = PROGRAMS.map(({ name }) => name);

test("the corpus has programs of those that there are, of each of them, and of no others", () => {
  expect(corpusNames()).toEqual(NAMES);
});

test.each(NAMES)("%s has at least 5 wrong programs and 10 right ones in the corpus", (name) => {
  expect(corpusFiles(name, "wrong").length).toBeGreaterThanOrEqual(5);
  expect(corpusFiles(name, "right").length).toBeGreaterThanOrEqual(10);
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
