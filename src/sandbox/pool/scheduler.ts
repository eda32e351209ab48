/** Decides which waiting job runs next, and when a worker had better wait for a shorter one. */
import { FairQueue } from "./fair-queue.ts";
import { EXPECTED_MS, LongRunners } from "./long-runners.ts";

/** A timer may fire a little before the clock has moved as far; tried too early, the job would be held back again. */
const TIMER_SLACK_MS = 10;

export interface Schedulable {
  readonly session: string;
}

export class Scheduler<Job extends Schedulable> {
  readonly #queue: FairQueue<Job>;
  readonly #longRunners = new LongRunners();
  /** Called when a job that was held back may run after all. */
  readonly #onRelease: () => void;
  /** Jobs under way of sessions whose last batch was long. */
  readonly #longJobs = new Set<Job>();
  #release: NodeJS.Timeout | undefined;

  constructor(capacity: number, onRelease: () => void) {
    this.#queue = new FairQueue(capacity);
    this.#onRelease = onRelease;
  }

  get waiting(): number {
    return this.#queue.size;
  }

  /** @returns false when the queue is full */
  add(job: Job): boolean {
    return this.#queue.add(job.session, job);
  }

  /** Takes back a job that its worker lost: it runs before all others. */
  putBack(job: Job): void {
    this.#queue.putBack(job);
  }

  remove(job: Job): boolean {
    return this.#queue.remove(job.session, job);
  }

  /**
   * The next job to run, unless only long ones wait and long ones have all workers but one already.
   * @param workers how many there are, busy or not; at least one of them is idle
   */
  next(workers: number): Job | undefined {
    if (this.#queue.size === 0) return undefined;
    const enough = workers > 1 && this.#longJobs.size >= workers - 1;
    const holdBack = enough && this.#longRunners.keepsWorkerFree(performance.now());
    const job = this.#queue.next(holdBack ? (session) => !this.#longRunners.has(session) : undefined);
    if (job === undefined) this.#release ??= setTimeout(() => this.#tryAgain(), EXPECTED_MS + TIMER_SLACK_MS).unref();
    else if (this.#longRunners.has(job.session)) this.#longJobs.add(job);
    return job;
  }

  /** Notes what a job took, in milliseconds. */
  finished(job: Job, milliseconds: number): void {
    this.#longJobs.delete(job);
    this.#queue.charge(job.session, milliseconds);
    this.#longRunners.note(job.session, milliseconds, performance.now());
  }

  /** Empties the queue for good. */
  drain(): Job[] {
    clearTimeout(this.#release);
    const jobs: Job[] = [];
    for (let job = this.#queue.next(); job !== undefined; job = this.#queue.next()) jobs.push(job);
    return jobs;
  }

  #tryAgain(): void {
    this.#release = undefined;
    this.#onRelease();
  }
}
