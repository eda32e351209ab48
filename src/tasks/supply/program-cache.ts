/** Programs that are in memory because somebody plays them; others are read again when their turn comes. */
import { createHash } from "node:crypto";
import { BoundedMap } from "../../ground/bounded-map.ts";
import { errorCodeOf } from "../../ground/error-code.ts";
import { LANGUAGE_PACKS, type Languages } from "../../languages/languages.ts";
import { TraceFixError } from "../../protocol/protocol.ts";
import { type LoadedProgram, loadProgram } from "../load-program.ts";
import { listTasks, openTask } from "../mutants/program-tasks.ts";
import type { Task } from "../task.ts";
import type { ProgramPlace } from "./read-programs.ts";
import type { ProgramFacts, TaskFacts } from "./task-source.ts";

/** Characters of programs' files that are kept. */
const MOST_KEPT = 8_000_000;

export class ProgramCache {
  readonly #languages: Languages;
  /** By the hash of what they hold, as are the places. */
  readonly #programs = new BoundedMap<string, LoadedProgram>({
    maxSize: MOST_KEPT,
    sizeCalculation: ({ files }) => 1 + [...files.values()].reduce((sum, text) => sum + text.length, 0),
  });
  readonly #places = new Map<string, ProgramPlace>();
  readonly #underWay = new Map<string, Promise<LoadedProgram>>();

  constructor(languages: Languages = LANGUAGE_PACKS) {
    this.#languages = languages;
  }

  /** Remembers where a program is. */
  place({ contentHash, language }: ProgramFacts, folder: string): void {
    this.#places.set(contentHash, { folder, language });
  }

  /** Remembers a program too, as long as there is room. @returns what is known of its tasks */
  add(loaded: LoadedProgram, folder: string): TaskFacts[] {
    const program = programFacts(loaded);
    this.place(program, folder);
    this.#programs.set(program.contentHash, loaded);
    return listTasks(loaded).map((task) => ({ ...task, program }));
  }

  /** @throws TraceFixError where the folder is not what it was */
  async open({ name, program: { contentHash } }: TaskFacts): Promise<Task> {
    const loaded = this.#programs.get(contentHash) ?? (await this.#read(contentHash));
    const task = openTask(loaded, name);
    if (task === undefined) throw new Error(`Cannot open the task ${name}: its program has none of that name`);
    return task;
  }

  #read(contentHash: string): Promise<LoadedProgram> {
    const known = this.#underWay.get(contentHash);
    if (known !== undefined) return known;
    const reading = this.#readNow(contentHash).finally(() => this.#underWay.delete(contentHash));
    this.#underWay.set(contentHash, reading);
    return reading;
  }

  async #readNow(contentHash: string): Promise<LoadedProgram> {
    const place = this.#places.get(contentHash);
    if (place === undefined) throw new Error("Cannot open a task of another source");
    const loaded = await loadProgram(place.folder, { ...place, languages: this.#languages }).catch((error: unknown) => {
      throw new TraceFixError("EXECUTION_ERROR", errorCodeOf(error) === null ? CHANGED : BUSY);
    });
    if (hashOf(loaded) !== contentHash) throw new TraceFixError("EXECUTION_ERROR", CHANGED);
    this.#programs.set(contentHash, loaded);
    return loaded;
  }
}

const CHANGED =
  "Cannot open this task: its program's files are not those that the server started with. " +
  "Put them back, or restart the server.";

const BUSY = "Cannot open this task just now: the server has too many files open. Try again.";

/** The texts that make a program, so that no two different ones run together into the same bytes. */
export function hashedText({ program, files }: LoadedProgram): string {
  return JSON.stringify([program.language.name, program.name, [...files]]);
}

function hashOf(loaded: LoadedProgram): string {
  return createHash("sha256").update(hashedText(loaded)).digest("hex");
}

export function programFacts(loaded: LoadedProgram): ProgramFacts {
  const { name, language, title, description, split, tags } = loaded.program;
  return { name, language: language.name, title, description, split, tags, contentHash: hashOf(loaded) };
}
