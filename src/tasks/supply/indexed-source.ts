/** A source of tasks whose facts are all in memory and whose tasks are made, or read, when they are asked for. */
import type { Task } from "../task.ts";
import { TaskIndex } from "./task-index.ts";
import type { TaskFacts, TaskSource } from "./task-source.ts";

export interface IndexedSourceOptions {
  readonly hash: string;
  readonly open: (facts: TaskFacts) => Promise<Task>;
}

export function indexedSource(tasks: readonly TaskFacts[], { hash, open }: IndexedSourceOptions): TaskSource {
  const index = new TaskIndex(tasks);
  return {
    hash: async () => hash,
    count: async (filter) => index.count(filter),
    at: async (place, filter) => index.at(place, filter),
    find: async (name) => index.find(name),
    draw: async (seed, filter, without) => index.draw(seed, filter, without),
    list: async (filter, page) => index.list(filter, page),
    values: async (filter) => index.values(filter),
    buckets: async (filter) => index.buckets(filter),
    near: async (name) => index.near(name),
    open,
  };
}
