/** A source that is opened when it is first asked, so that nobody waits for it who asks for nothing of it. */
import { openedOnce } from "../../ground/opened-once.ts";
import type { TaskSource } from "./task-source.ts";

/** @param open called by the first question; where it fails, so do those who wait for it, and the next one tries again */
export function lazySource(open: () => Promise<TaskSource>): TaskSource {
  const source = openedOnce(open);
  return {
    hash: async () => (await source()).hash(),
    count: async (filter) => (await source()).count(filter),
    at: async (index, filter) => (await source()).at(index, filter),
    find: async (name) => (await source()).find(name),
    draw: async (seed, filter, without) => (await source()).draw(seed, filter, without),
    list: async (filter, page) => (await source()).list(filter, page),
    values: async (filter) => (await source()).values(filter),
    buckets: async (filter) => (await source()).buckets(filter),
    near: async (name) => (await source()).near(name),
    open: async (entry) => (await source()).open(entry),
  };
}
