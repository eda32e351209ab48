/** A name for what a task is made of: with the same hash the same actions give the same results. */
import { createHash } from "node:crypto";
import type { Task } from "./task.ts";

/** Tasks never change, so each is hashed once. */
const known = new WeakMap<Task, string>();

/** SHA-256 in hexadecimal. */
export function hashTask(task: Task): string {
  const before = known.get(task);
  if (before !== undefined) return before;
  const hash = createHash("sha256").update(JSON.stringify(task, withIntegers)).digest("hex");
  known.set(task, hash);
  return hash;
}

/** JSON has neither large integers nor what is no number. */
function withIntegers(_key: string, value: unknown): unknown {
  const isPlain = typeof value !== "bigint" && !(typeof value === "number" && !Number.isFinite(value));
  return isPlain ? value : `${typeof value} ${value}`;
}
