/** The file of all runs, written after each of them: a run that it has is not played again. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export class RunRecord {
  #path;
  #settings;
  runs = [];

  /** @param settings what all runs of a file have in common. @throws Error when the file was made with others */
  constructor(path, settings) {
    this.#path = path;
    this.#settings = settings;
    if (!existsSync(path)) return;
    const found = JSON.parse(readFileSync(path, "utf8"));
    if (JSON.stringify(found.settings) !== JSON.stringify(settings)) {
      throw new Error(`Cannot add to ${path}: its runs were made with other settings. Give another --out.`);
    }
    this.runs = found.runs;
  }

  find({ profile, method, seed }) {
    return this.runs.find((run) => run.profile === profile && run.method === method && run.seed === seed);
  }

  add(run) {
    this.runs.push(run);
    mkdirSync(dirname(this.#path), { recursive: true });
    const beside = `${this.#path}.new`;
    writeFileSync(beside, `${JSON.stringify({ settings: this.#settings, runs: this.runs }, null, 1)}\n`);
    renameSync(beside, this.#path);
  }
}
