/** Runs a job that its caller will not wait for longer than a given time. */
import { TryAgainError } from "./failures.ts";
import type { JobQueue, QueuedJob } from "./job-queue.ts";

/** The longest time a Node timer can wait; anyone who asks for more than its 24 days gets them. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** A job that may come to a point from which on it goes on to its end, no matter who waits for it. */
export type FinalJob<T> = (signal: AbortSignal, onFinal: () => void) => Promise<T>;

/**
 * Rejects with a 504 when time is up: a job that still waits then never begins, a running one is aborted, so nothing was
 * done, and one that finishes in spite of the abort is answered as done. Only a job that has become final goes on without
 * its caller, and the 504 says so.
 */
export function runWithin<T>(milliseconds: number, queue: JobQueue, job: FinalJob<T>): Promise<T> {
  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    let stage: "waits" | "runs" | "final" = "waits";
    const expire = () => {
      if (stage === "final") return reject(underWay(milliseconds));
      const reason = timedOut(milliseconds);
      controller.abort(reason);
      if (stage === "waits") reject(reason);
    };
    const timer = setTimeout(expire, Math.min(milliseconds, LONGEST_TIMER));
    const begin: QueuedJob<T> = (signal) => {
      stage = "runs";
      return job(signal, () => {
        stage = "final";
      });
    };
    queue
      .run(begin, { controller })
      .finally(() => clearTimeout(timer))
      .then(resolve, reject);
  });
}

function timedOut(milliseconds: number): TryAgainError {
  const message = `${noAnswer(milliseconds)}: the step was not taken and the episode is unchanged`;
  return new TryAgainError(message, { status: 504 });
}

function underWay(milliseconds: number): TryAgainError {
  const message =
    `${noAnswer(milliseconds)}: the step ends the episode, is under way and will be final. ` +
    "Ask for the state to wait for it.";
  return new TryAgainError(message, { status: 504 });
}

function noAnswer(milliseconds: number): string {
  return `No answer within timeout_s (${milliseconds / 1000})`;
}
