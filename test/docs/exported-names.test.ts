/** That one search finds where an exported name stands: it is no bare word, and names one thing. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";

/** One word each, and why it may be. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["act", "what the file of an action exports, by the interface ActionFile"],
  ["parse", "the same"],
  ["meant", "the same"],
  ["html", "a tag: editors know markup by it"],
  ["truncate", "the field's word, in nearly every room with this meaning alone"],
  ["abortable", "the field's word, and no other thing is one here"],
  ["delay", "the field's word, as Node's own timers have it"],
]);

/** Exported from several files, and why each may be. */
const SHARED: ReadonlyMap<string, string> = new Map([
  ["act", "each action's file exports it, by the interface ActionFile"],
  ["parse", "the same"],
  ["meant", "the same"],
]);

interface Exported {
  readonly name: string;
  readonly path: string;
  /** A function or a value, not a type or a class. */
  readonly isValue: boolean;
}

const EXPORTED = /^export (?:abstract )?(?:async )?(function\*?|const|let|class|interface|type|enum) (\w+)/gm;

function exportsOf(text: string, path: string): readonly Exported[] {
  return [...text.matchAll(EXPORTED)].map(([, kind = "", name = ""]) => {
    return { name, path, isValue: /^(?:function|const|let)/.test(kind) };
  });
}

const isOneWord = (name: string) => /^[a-z][a-z0-9]*$/.test(name);
const bareWords = (exported: readonly Exported[]) => exported.filter(({ name, isValue }) => isValue && isOneWord(name));

/** Names that more than one file exports, with the files; a name that a file only passes on is not exported there. */
function sharedNames(exported: readonly Exported[]): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, readonly string[]>();
  for (const { name, path } of exported) places.set(name, [...new Set([...(places.get(name) ?? []), path])]);
  return new Map([...places].filter(([, paths]) => paths.length > 1));
}

const EVERYTHING = ["src", "web/src"].flatMap((root) =>
  readdirSync(join(packageRoot(), root), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(root, file))
    .flatMap((path) => exportsOf(readFileSync(join(packageRoot(), path), "utf8"), path)),
);

describe("an exported name", () => {
  it("is of more than one word where it is a function or a value, but for a few that say why", () => {
    expect(bareWords(EVERYTHING).filter(({ name }) => !WORDS.has(name))).toEqual([]);
  });

  it("is exported from one file, but for a few that say why", () => {
    expect(EVERYTHING.length).toBeGreaterThan(1000);
    expect([...sharedNames(EVERYTHING)].filter(([name]) => !SHARED.has(name))).toEqual([]);
  });

  it("stands in no list of those that may where nothing has it any more", () => {
    const names = new Set(EVERYTHING.map(({ name }) => name));
    expect([...WORDS.keys(), ...SHARED.keys()].filter((name) => !names.has(name))).toEqual([]);
  });
});

it("a word alone is one word, two are none, and the same in two files is shared", () => {
  const text =
    "export function keep() {}\nexport async function keepTail() {}\nexport type keeper = 2;\nconst inner = 2;";
  const exported = exportsOf(text, "a.ts");
  expect(exported.map(({ name }) => name)).toEqual(["keep", "keepTail", "keeper"]);
  expect(bareWords(exported).map(({ name }) => name)).toEqual(["keep"]);
  expect(sharedNames([...exported, ...exportsOf("export interface keeper {}", "b.ts")])).toEqual(
    new Map([["keeper", ["a.ts", "b.ts"]]]),
  );
});
