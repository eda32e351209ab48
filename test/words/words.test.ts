/** What an episode says stands in `src/words/`, each sentence once; the rooms that say it hold none of their own. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { textsIn } from "../support/literals.ts";

const SOURCES = join(packageRoot(), "src");
const WORDS = join(SOURCES, "words");

/** Words after one another, or one that ends as a sentence does: no name of ours has either. */
const SENTENCE = /\p{L}{2,}[,:;.]? \p{L}|\p{L}{2,}[.:]$/u;
/** So many words after one another are no chance. */
const FOUR_WORDS = /\p{L}+[,;:.]?(?: \p{L}+[,;:.]?){3,}/gu;

function filesOf(room: string): readonly string[] {
  return readdirSync(room, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(room, name));
}

function sentencesIn(file: string): readonly string[] {
  return textsIn(readFileSync(file, "utf8")).filter((text) => SENTENCE.test(text));
}

const speakers = [...filesOf(join(SOURCES, "environment")), join(SOURCES, "tasks/describe.ts")];
const words = filesOf(WORDS);

describe("the sentences of an episode", () => {
  test.each(speakers.map((file) => relative(SOURCES, file)))("do not stand in %s", (name) => {
    expect(sentencesIn(join(SOURCES, name))).toEqual([]);
  });

  test("stand in words/, each file of which that is named for them holds some", () => {
    for (const file of words.filter((each) => each.endsWith("-words.ts"))) {
      expect([relative(WORDS, file), sentencesIn(file).length > 0]).toEqual([relative(WORDS, file), true]);
    }
  });

  test.each([
    ["what is said of who submitted and solved", "Submitted and solved", "ending-words.ts"],
    ["what a failed test prints", "FAILED ${", "failed-test-words.ts"],
    ["how a call ended that ran out of fuel", "no end", "failed-test-words.ts"],
    ["how long a file is said to be", "The file has", "file-words.ts"],
    ["what the prompt asks", "Entry point: ", "prompt-words.ts"],
  ])("are found by a file's name: %s stands in one file alone", (_, text, name) => {
    const holding = filesOf(SOURCES).filter((file) =>
      readFileSync(file, "utf8")
        .replace(/\/\*\*[\s\S]*?\*\//g, "")
        .includes(text),
    );
    expect(holding.map((file) => relative(SOURCES, file))).toEqual([join("words", name)]);
  });

  test("are written once: no four words of one stand in another file of the kernel", () => {
    const rooms = ["words", "environment", "sessions"].map((room) => join(SOURCES, room));
    const places = new Map<string, Set<string>>();
    for (const file of rooms.flatMap(filesOf)) {
      for (const [phrase] of textsIn(readFileSync(file, "utf8")).flatMap((text) => [...text.matchAll(FOUR_WORDS)])) {
        places.set(phrase, (places.get(phrase) ?? new Set()).add(relative(SOURCES, file)));
      }
    }
    const twice = [...places].filter(([, files]) => files.size > 1);
    expect(twice.map(([phrase, files]) => `${phrase}: ${[...files].join(", ")}`)).toEqual([]);
  });
});

describe("the texts in a source", () => {
  test("are those of strings and templates, and not those of comments, types, imports and faults of ours", () => {
    const source = `/** A comment. */\nimport { a } from "a b";\ntype T = "no text";\nexport const x: T = f("one two", \`three \${a} four \${"five six"}\`);\nthrow new Error("seven eight");`;
    expect(textsIn(source)).toEqual(["one two", "three … four …", "five six"]);
  });
});
