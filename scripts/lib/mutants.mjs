/** The faults that `npm run mutants` puts in, one at a time: read from the lists in `test/mutants/`, and put into a text. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ROOT } from "./paths.mjs";

const FOLDER = join("test", "mutants");

/**
 * @returns every mutant of the lists: name, fault, file, what to find in it and to put in its place, the tests that should
 * see it, and `built` where these run it from `dist/`
 */
export function readMutants() {
  return readdirSync(join(ROOT, FOLDER))
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap(readList)
    .map(({ tests, ...mutant }) => ({ ...mutant, tests: [tests].flat() }));
}

function readList(name) {
  try {
    return parse(readFileSync(join(ROOT, FOLDER, name), "utf8"));
  } catch (error) {
    throw new Error(`Cannot read ${join(FOLDER, name)}: ${error.message}`, { cause: error });
  }
}

/** @returns what is wrong with the lists; a stale mutant no longer finds its place */
export function problemsOf(mutants) {
  const names = mutants.map(({ name }) => name);
  const twice = names.filter((name, at) => names.indexOf(name) < at).map((name) => `${name}: two have this name`);
  return [...twice, ...mutants.flatMap(problemsOfOne)];
}

function problemsOfOne(mutant) {
  const missing = [mutant.file, ...mutant.tests].filter((path) => !existsSync(join(ROOT, path)));
  if (missing.length > 0) return missing.map((path) => `${mutant.name}: there is no ${path}`);
  const text = readFileSync(join(ROOT, mutant.file), "utf8");
  const places = text.match(placesOf(mutant))?.length ?? 0;
  if (places !== 1) return [`${mutant.name}: its text stands ${places} times in ${mutant.file}, not once`];
  return breakText(text, mutant) === text ? [`${mutant.name}: it changes nothing`] : [];
}

/** @returns the text with the fault in it */
export function breakText(text, mutant) {
  return text.replace(placesOf(mutant), () => mutant.put);
}

/** However its lines are broken: the formatter may put them together or apart. */
function placesOf({ find }) {
  const words = find.trim().split(/\s+/);
  return new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+"), "g");
}
