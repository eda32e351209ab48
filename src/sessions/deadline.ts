/** Runs a job that its caller will not wait for longer than a given time. */
import { TryAgainError } from "./failures.ts";
import type { Job, JobQueue } from "./job-queue.ts";

/** The longest time a Node timer can wait; whoever asks for more than its 24 days gets them. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Rejects with a 504 when time is up: a job that still waits then never begins, a running one is aborted. So a 504 means
 * that nothing was done; a job that finishes in spite of the abort is answered as done.
 */
export function runWithin<T>(milliseconds: number, queue: JobQueue, job: Job<T>): Promise<T> {
  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    let begun = false;
    const expire = () => {
      const reason = timedOut(milliseconds);
      controller.abort(reason);
      if (!begun) reject(reason);
    };
    const timer = setTimeout(expire, Math.min(milliseconds, LONGEST_TIMER));
    const begin: Job<T> = (signal) => {
      begun = true;
      return job(signal);
    };
    queue
      .run(begin, { controller })
      .finally(() => clearTimeout(timer))
      .then(resolve, reject);
  });
}

function timedOut(milliseconds: number): TryAgainError {
  const message = `No answer within timeout_s (${milliseconds / 1000}): the step was not taken and the episode is unchanged`;
  return new TryAgainError(message, { status: 504 });
}
