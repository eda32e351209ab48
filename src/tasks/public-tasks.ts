/** What anybody may know of the tasks: their names and their programs' descriptions, never code. */
import type { PublicTask, Split } from "../protocol/protocol.ts";
import type { TaskEntry, TaskSource } from "./supply/task-source.ts";

export class PublicTaskList {
  readonly #source: TaskSource;

  constructor(source: TaskSource) {
    this.#source = source;
  }

  count(split: Split): Promise<number> {
    return this.#source.count({ split });
  }

  async at(split: Split, index: number): Promise<PublicTask | undefined> {
    const entry = await this.#source.at(index, { split });
    return entry && describePublicly(entry);
  }

  /** In compact rows: a split's tasks from one place to another, as `slice` counts them, in the order in which a reset's `index` does. */
  async list(split: Split, start: number, stop: number): Promise<readonly PublicTask[]> {
    return (await this.#source.list({ split }, { start, stop })).map(toRow);
  }
}

function describePublicly(entry: TaskEntry): PublicTask {
  const { metadata, ...row } = toRow(entry);
  const { program, title, tags } = metadata;
  return { ...row, metadata: { program, title, description: entry.program.description, tags } };
}

function toRow({ name, difficulty, program, indexInSplit }: TaskEntry): PublicTask {
  return {
    task_name: name,
    split: program.split,
    index: indexInSplit,
    difficulty,
    language: program.language,
    metadata: {
      program: program.name,
      title: program.title,
      tags: [...program.tags],
    },
  };
}
