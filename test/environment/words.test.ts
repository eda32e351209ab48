/** Sentences for a reader stand in `src/environment/words/` and nowhere else in that room. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { textsIn } from "../support/literals.ts";

const ROOM = join(packageRoot(), "src/environment");
const WORDS = join(ROOM, "words");

/** Words after one another, or one that ends as a sentence does: no name of ours has either. */
const SENTENCE = /\p{L}{2,}[,:;.]? \p{L}|\p{L}{2,}[.:]$/u;

const files = readdirSync(ROOM, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join(ROOM, name));

function sentencesIn(file: string): readonly string[] {
  return textsIn(readFileSync(file, "utf8")).filter((text) => SENTENCE.test(text));
}

describe("the sentences of an episode", () => {
  test.each(files.filter((file) => !file.startsWith(WORDS)).map((file) => relative(ROOM, file)))(
    "do not stand in %s",
    (name) => {
      expect(sentencesIn(join(ROOM, name))).toEqual([]);
    },
  );

  test("stand in words/, each file of which holds some", () => {
    for (const file of files.filter((each) => each.startsWith(WORDS))) {
      expect([relative(ROOM, file), textsIn(readFileSync(file, "utf8")).length > 0]).toEqual([
        relative(ROOM, file),
        true,
      ]);
    }
  });

  test("are found by a file's name: what is said of who submitted and solved stands in ending-words.ts alone", () => {
    const holding = files.filter((file) => readFileSync(file, "utf8").includes("Submitted and solved"));
    expect(holding.map((file) => relative(ROOM, file))).toEqual([join("words", "ending-words.ts")]);
  });
});

describe("the texts in a source", () => {
  test("are those of strings and templates, and not those of comments, types, imports and faults of ours", () => {
    const source = `/** A comment. */\nimport { a } from "a b";\ntype T = "no text";\nexport const x: T = f("one two", \`three \${a} four \${"five six"}\`);\nthrow new Error("seven eight");`;
    expect(textsIn(source)).toEqual(["one two", "three … four …", "five six"]);
  });
});
