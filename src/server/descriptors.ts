/** How many sockets, files and pipes this process may have open at once, and what of that sessions may take. */
import { readFileSync } from "node:fs";

/** For the server itself, its workers, files that are read, and requests over HTTP. */
export const RESERVED_DESCRIPTORS = 100;

/** @returns null where the system does not tell (it does on Linux) */
export function descriptorLimit(read: (path: string) => string = (path) => readFileSync(path, "utf8")): number | null {
  try {
    const soft = /^Max open files\s+(\d+|unlimited)/m.exec(read("/proc/self/limits"))?.[1];
    return soft === undefined || soft === "unlimited" ? null : Number(soft);
  } catch {
    return null;
  }
}

export interface Room {
  readonly sessions: number;
  /** What an operator should know; null where all fits. */
  readonly warning: string | null;
}

/**
 * How many sessions there is room for, each over a socket of its own.
 * @param asked MAX_SESSIONS
 * @param isSet whether the operator asked for that many, who must then be told that they cannot be had
 * @throws Error that says what to do
 */
export function roomForSessions(asked: number, { limit, isSet }: { limit: number | null; isSet: boolean }): Room {
  if (limit === null || asked + RESERVED_DESCRIPTORS <= limit) return { sessions: asked, warning: null };
  const most = Math.max(1, limit - RESERVED_DESCRIPTORS);
  const why = `this process may have ${limit} descriptors open (ulimit -n), and needs ${RESERVED_DESCRIPTORS} itself`;
  if (isSet) {
    throw new Error(
      `Cannot start with MAX_SESSIONS=${asked}: ${why}. Raise the limit, or set MAX_SESSIONS to ${most} or less.`,
    );
  }
  return { sessions: most, warning: `MAX_SESSIONS is ${most} instead of ${asked}: ${why}` };
}
