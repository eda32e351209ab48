/** Processor time of a single thread, which Node does not tell of another thread: read from Linux, elsewhere unknown. */
import { readFileSync, readlinkSync } from "node:fs";

const NANOSECONDS = 1_000_000;
/** Linux counts the times of `stat` in hundredths of a second on every machine that Node runs on. */
const TICK_MS = 10;
/** The first field after the thread's name is the third of all. */
const USER_TIME = 14 - 3;
const SYSTEM_TIME = 15 - 3;

/** The operating system's number of the thread that asks; null where there is none to be had. */
export function ownThread(): string | null {
  try {
    return /\/task\/(\d+)$/.exec(readlinkSync("/proc/thread-self"))?.[1] ?? null;
  } catch {
    return null;
  }
}

export type ReadText = (path: string) => string;

/** Milliseconds that a thread of this process has run; null where the system does not tell. */
export function threadTime(thread: string, read: ReadText = (path) => readFileSync(path, "utf8")): number | null {
  const folder = `/proc/self/task/${thread}`;
  return fromSchedstat(read, `${folder}/schedstat`) ?? fromStat(read, `${folder}/stat`);
}

function fromSchedstat(read: ReadText, path: string): number | null {
  const [nanoseconds = ""] = tryTo(() => read(path).trim().split(" ")) ?? [];
  return /^\d+$/.test(nanoseconds) && Number(nanoseconds) > 0 ? Number(nanoseconds) / NANOSECONDS : null;
}

function fromStat(read: ReadText, path: string): number | null {
  const text = tryTo(() => read(path)) ?? "";
  // The name is in parentheses and may hold anything, parentheses and spaces included.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const ticks = Number(fields[USER_TIME]) + Number(fields[SYSTEM_TIME]);
  return Number.isFinite(ticks) ? ticks * TICK_MS : null;
}

function tryTo<Result>(act: () => Result): Result | null {
  try {
    return act();
  } catch {
    return null;
  }
}
