/**
 * The table of guest programs whose price in fuel is measured, from bench/operations/*.yaml. Of each entry:
 * `setup` runs first and is not measured; `work` is, with the names that `setup` made (`kept` holds them);
 * `lines`, where given, is how many cache lines of 64 bytes it at least reads or writes.
 */
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";

const FOLDER = new URL("../operations/", import.meta.url);

export function readOperations() {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((file) => parse(readFileSync(new URL(file, FOLDER), "utf8")));
}

/** Two calls to make on one interpreter, with no restore in between. */
export function requestsOf({ setup = "", work }) {
  return {
    setup: request(`${setup}\nimport builtins\nbuiltins.kept = dict(globals())`),
    work: request(`globals().update(kept)\n${work}`),
  };
}

function request(code) {
  return Buffer.from(JSON.stringify({ code, call: "1", seed: 0 }));
}
