/** Tasks in their order, with lists made beforehand of what resets ask for: no question looks through all of them. */

import { groupBy, groupByEach } from "../../ground/group-by.ts";
import { DIFFICULTIES } from "../../protocol/protocol.ts";
import { ManyNames } from "../nearest-name.ts";
import { drawTask } from "./draw-task.ts";
import type { TaskBucket, TaskEntry, TaskFacts, TaskFilter, TaskPage, TaskValues } from "./task-source.ts";

export class TaskIndex {
  readonly entries: readonly TaskEntry[];
  readonly #byName: ReadonlyMap<string, TaskEntry>;
  /** By split, difficulty and language, each of them one or any. */
  readonly #groups: ReadonlyMap<string, readonly TaskEntry[]>;
  readonly #byProgram: ReadonlyMap<string, readonly TaskEntry[]>;
  readonly #values: TaskValues;
  readonly #names = new ManyNames(() => this.#byName.keys());
  /** Of each list made beforehand that was asked for. */
  readonly #buckets = new WeakMap<readonly TaskEntry[], readonly TaskBucket[]>();

  constructor(tasks: readonly TaskFacts[]) {
    this.entries = place(tasks);
    this.#byName = new Map(this.entries.map((entry) => [entry.name, entry]));
    this.#groups = groupByEach(this.entries, groupsOf);
    this.#byProgram = groupBy(this.entries, ({ program }) => program.name);
    this.#values = valuesOf(this.entries);
  }

  count(filter: TaskFilter = {}): number {
    return this.#fitting(filter).length;
  }

  at(index: number, filter: TaskFilter = {}): TaskEntry | undefined {
    return this.#fitting(filter)[index];
  }

  find(name: string): TaskEntry | undefined {
    return this.#byName.get(name);
  }

  draw(seed: number, filter: TaskFilter = {}, without: ReadonlySet<string> = new Set()): TaskEntry | undefined {
    const fitting = this.#fitting(filter);
    return drawTask(seed, without.size === 0 ? fitting : fitting.filter(({ name }) => !without.has(name)));
  }

  list(filter: TaskFilter, { start, stop }: TaskPage): readonly TaskEntry[] {
    return this.#fitting(filter).slice(start, stop);
  }

  values(filter: TaskFilter = {}): TaskValues {
    const fitting = this.#fitting(filter);
    return fitting === this.entries ? this.#values : valuesOf(fitting);
  }

  buckets(filter: TaskFilter = {}): readonly TaskBucket[] {
    const fitting = this.#fitting(filter);
    const known = this.#buckets.get(fitting) ?? bucketsOf(fitting);
    this.#buckets.set(fitting, known);
    return known;
  }

  near(name: string): Promise<readonly string[]> {
    return this.#names.nearest(name);
  }

  #fitting(filter: TaskFilter): readonly TaskEntry[] {
    const { split, difficulty, language, program, bugType, words } = filter;
    if (program == null && bugType == null && !words) {
      const isAny = split == null && difficulty == null && language == null;
      return isAny ? this.entries : (this.#groups.get(groupKey(split, difficulty, language)) ?? []);
    }
    const group = program == null ? this.#fitting({ split, difficulty, language }) : this.#byProgram.get(program);
    const wanted = (words ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    return (group ?? []).filter((entry) => fits(entry, filter) && (wanted.length === 0 || hasAll(entry, wanted)));
  }
}

function fits(entry: TaskEntry, { split, difficulty, language, bugType }: TaskFilter): boolean {
  const { program } = entry;
  return (
    (split == null || split === program.split) &&
    (difficulty == null || difficulty === entry.difficulty) &&
    (language == null || language === program.language) &&
    (bugType == null || bugType === entry.bugType)
  );
}

function place(tasks: readonly TaskFacts[]): TaskEntry[] {
  const counts = new Map<string, number>();
  return tasks.toSorted(compareTasks).map(({ name, program, bugType, difficulty }, index) => {
    const indexInSplit = counts.get(program.split) ?? 0;
    counts.set(program.split, indexInSplit + 1);
    return { name, program, bugType, difficulty, index, indexInSplit };
  });
}

function compareTasks(a: TaskFacts, b: TaskFacts): number {
  const level = (task: TaskFacts) => DIFFICULTIES.indexOf(task.difficulty);
  return level(a) - level(b) || compareText(a.program.name, b.program.name) || compareText(a.name, b.name);
}

/** By code unit: the order must not depend on the machine's language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

const ANY = "";

function groupKey(split?: string | null, difficulty?: string | null, language?: string | null): string {
  return `${split ?? ANY} ${difficulty ?? ANY} ${language ?? ANY}`;
}

function groupsOf({ program: { split, language }, difficulty }: TaskEntry): string[] {
  const keys = [ANY, split].flatMap((one) => [ANY, difficulty].map((two) => [one, two] as const));
  return keys.flatMap(([one, two]) => [groupKey(one, two, ANY), groupKey(one, two, language)]);
}

function valuesOf(entries: readonly TaskEntry[]): TaskValues {
  return {
    languages: [...new Set(entries.map(({ program }) => program.language))],
    difficulties: [...new Set(entries.map(({ difficulty }) => difficulty))],
    bugTypes: [...new Set(entries.map(({ bugType }) => bugType))],
    splits: [...new Set(entries.map(({ program }) => program.split))],
  };
}

function bucketsOf(entries: readonly TaskEntry[]): TaskBucket[] {
  const groups = groupBy(entries, ({ program, difficulty }) => `${difficulty} ${program.name}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { program, difficulty } = first;
    return [{ program: program.name, split: program.split, difficulty, tasks: group.length }];
  });
}

function hasAll({ name, program, bugType }: TaskEntry, words: readonly string[]): boolean {
  const text = [name, program.title, program.description, bugType, ...program.tags].join(" ").toLowerCase();
  return words.every((word) => text.includes(word));
}
