/** The port for tasks: what supplies them says how many there are, finds, draws and lists them, and opens one to play. */
import type { Difficulty, Split } from "../../protocol/protocol.ts";
import type { Task } from "../task.ts";

/** What is known of a task that was not opened: enough to choose it, to list it and to search for it. */
export interface TaskFacts {
  /** `<program>_<bug>`, unique in its source. */
  readonly name: string;
  readonly program: ProgramFacts;
  readonly bugType: string;
  readonly difficulty: Difficulty;
}

/** What all tasks of a program share. */
export interface ProgramFacts {
  readonly name: string;
  readonly language: string;
  readonly title: string;
  readonly description: string;
  readonly split: Split;
  readonly tags: readonly string[];
  /** SHA-256, in hexadecimal, of the files that it is made from. */
  readonly contentHash: string;
}

/** A task with its places in the source's order. */
export interface TaskEntry extends TaskFacts {
  /** Among all tasks of the source. */
  readonly index: number;
  /** Among those of its own split. */
  readonly indexInSplit: number;
}

/** What a task is to be. What is left out, or null, is left open. */
export interface TaskFilter {
  readonly split?: Split | null | undefined;
  readonly difficulty?: Difficulty | null | undefined;
  readonly language?: string | null | undefined;
  readonly program?: string | null | undefined;
  readonly bugType?: string | null | undefined;
  /** Each of its words stands somewhere in the task's names, titles, description or tags. */
  readonly words?: string | null | undefined;
}

/** Places of a list, as `slice` counts them. */
export interface TaskPage {
  readonly start: number;
  readonly stop: number;
}

/** Each value that some task has, once, in the source's order. */
export interface TaskValues {
  readonly languages: readonly string[];
  readonly difficulties: readonly Difficulty[];
  readonly bugTypes: readonly string[];
  readonly splits: readonly Split[];
}

/** A program's tasks of one difficulty. */
export interface TaskBucket {
  readonly program: string;
  /** The program's. */
  readonly split: Split;
  readonly difficulty: Difficulty;
  readonly tasks: number;
}

/**
 * Tasks in one order that every server shares: by difficulty, then program, then name. A source never changes: the same
 * question has the same answer for as long as it is open.
 */
export interface TaskSource {
  /** SHA-256, in hexadecimal, of everything the tasks are made from: sources with the same hash give the same episodes. */
  hash(): Promise<string>;
  count(filter?: TaskFilter): Promise<number>;
  /** The task at a place among those that fit; places count from 0. */
  at(index: number, filter?: TaskFilter): Promise<TaskEntry | undefined>;
  find(name: string): Promise<TaskEntry | undefined>;
  /** The task that a seed means among those that fit and have none of these names; undefined where there is none. */
  draw(seed: number, filter?: TaskFilter, without?: ReadonlySet<string>): Promise<TaskEntry | undefined>;
  list(filter: TaskFilter, page: TaskPage): Promise<readonly TaskEntry[]>;
  values(filter?: TaskFilter): Promise<TaskValues>;
  /** What fits in buckets, each once and none empty, in the source's order. */
  buckets(filter?: TaskFilter): Promise<readonly TaskBucket[]>;
  /** The names, of at most three tasks, that a misspelt one was probably meant to be. */
  near(name: string): Promise<readonly string[]>;
  /** All of a task. @throws Error where what it is made from is gone or has changed. */
  open(entry: TaskFacts): Promise<Task>;
}
