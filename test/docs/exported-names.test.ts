/** That whoever meets an exported name finds with one search where it stands: it is no bare word of English. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";

const ROOMS = ["ground", "protocol", "sandbox", "languages", "environment", "evaluation"];
const EXPORTED = /^export (?:async )?(?:function\*?|const|let) (\w+)/gm;

/** One word each, and why it may be. */
const ALLOWED: ReadonlyMap<string, string> = new Map([
  ["act", "what the file of an action exports, by the interface ActionFile"],
  ["parse", "the same"],
  ["meant", "the same"],
  ["html", "a tag: editors know markup by it"],
  ["truncate", "the field's word, in nearly every room with this meaning alone"],
  ["abortable", "the field's word, and no other thing is one here"],
  ["delay", "the field's word, as Node's own timers have it"],
]);

function exportsOf(text: string): readonly string[] {
  return [...text.matchAll(EXPORTED)].flatMap(([, name]) => name ?? []);
}

const isOneWord = (name: string) => /^[a-z][a-z0-9]*$/.test(name);

const exported = ROOMS.flatMap((room) =>
  readdirSync(join(packageRoot(), "src", room), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => {
      const path = join("src", room, file);
      return exportsOf(readFileSync(join(packageRoot(), path), "utf8")).map((name) => ({ path, name }));
    }),
);

it("says of a word alone that it is one, and of two that they are none", () => {
  const text = "export function keep() {}\nexport async function keepTail() {}\nexport const of = 1;\nconst inner = 2;";
  expect(exportsOf(text)).toEqual(["keep", "keepTail", "of"]);
  expect(exportsOf(text).filter(isOneWord)).toEqual(["keep", "of"]);
});

it("gives every exported function and value a name of more than one word, but for a few that say why", () => {
  const bare = exported.filter(({ name }) => isOneWord(name) && !ALLOWED.has(name));
  expect(bare).toEqual([]);
});

it("allows no word that nothing is called any more", () => {
  const names = new Set(exported.map(({ name }) => name));
  expect([...ALLOWED.keys()].filter((name) => !names.has(name))).toEqual([]);
});
