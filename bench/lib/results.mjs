/** The last result of each part of the benchmark on this machine, in a file. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export class Results {
  #file;
  #machine;
  #parts;

  /** Results of another machine are not mixed with this one's. */
  constructor(file, machine) {
    this.#file = file;
    this.#machine = machine;
    const before = read(file);
    this.#parts = before?.machine === machine ? before.parts : [];
  }

  /** @param part `{title, date, quick, rows}`; it replaces an earlier one of its title */
  keep(part) {
    this.#parts = [...this.#parts.filter(({ title }) => title !== part.title), part];
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, `${JSON.stringify({ machine: this.#machine, parts: this.#parts }, null, 2)}\n`);
  }

  inOrder(titles) {
    return titles.flatMap((title) => this.#parts.filter((part) => part.title === title));
  }
}

function read(file) {
  try {
    const result = JSON.parse(readFileSync(file, "utf8"));
    return Array.isArray(result.parts) ? result : null;
  } catch {
    return null;
  }
}
