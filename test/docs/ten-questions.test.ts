/** Ten questions that a newcomer asks are each answered by one file, which the architecture page names and nothing else is called like. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";

const ROW = /^\| ([A-Z][^|]*\?) \| `(src\/[^`|]+\.ts)` \|$/gm;

/** What the answer to each must hold: were it moved, the page would name the wrong file. */
const HOLDS = [
  /export const FUEL_STEP =/,
  /STEP_COST_BUDGET =/,
  /export function failedTest\(/,
  /export function shownObservation\(/,
  /export interface EpisodeLog /,
  /export function drawTask</,
  /export interface LanguagePack /,
  /export interface ActionRow /,
  /export class HeldSessions/,
  /Submitted and solved/,
];

const page = readFileSync(join(packageRoot(), "docs/architecture.md"), "utf8");
const rows = [...page.matchAll(ROW)].map(([, question = "", file = ""]) => ({ question, file }));
const names = readdirSync(join(packageRoot(), "src"), { recursive: true, encoding: "utf8" }).map((name) =>
  basename(name),
);

test("there are ten of them", () => {
  expect(rows).toHaveLength(HOLDS.length);
});

test.each(rows.map((row, at) => ({ ...row, holds: HOLDS[at] ?? /(?!)/ })))("$question $file", ({ file, holds }) => {
  expect(readFileSync(join(packageRoot(), file), "utf8")).toMatch(holds);
  expect(names.filter((name) => name === basename(file))).toHaveLength(1);
});
