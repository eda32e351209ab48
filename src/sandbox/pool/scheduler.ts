/**
 * Decides which waiting job runs next, which must wait so that a worker stays free for short ones, and which running one
 * had better make room.
 */
import { FairQueue } from "./fair-queue.ts";
import { LONG_MS, type TrackedRun, TrackRecord } from "./track-record.ts";

/** Milliseconds that a job may run undisturbed while others wait. */
export const SLICE_MS = 25;

export interface Schedulable extends TrackedRun {
  /** Milliseconds of a worker's time that the job has used; kept by the scheduler. */
  usedMs: number;
}

export interface SchedulerOptions {
  readonly capacity: number;
  /** A monotonic time in milliseconds. */
  readonly now?: () => number;
}

export interface Workers {
  /** Workers that run or wait for a job. */
  readonly up: number;
  /** Workers that there should be, as far as they can be started. */
  readonly expected: number;
}

export class Scheduler<Job extends Schedulable> {
  readonly #queue: FairQueue<Job>;
  readonly #record = new TrackRecord();
  readonly #now: () => number;
  /** Jobs under way, to when they began. */
  readonly #running = new Map<Job, number>();

  constructor({ capacity, now = () => performance.now() }: SchedulerOptions) {
    this.#queue = new FairQueue(capacity);
    this.#now = now;
  }

  get waiting(): number {
    return this.#queue.size;
  }

  /** @returns false when the queue is full */
  add(job: Job): boolean {
    return this.#queue.add(job);
  }

  /** Takes back a job that made room or whose worker was lost: it goes on when its owner's turn comes again. */
  putBack(job: Job): void {
    this.#queue.putBack(job);
  }

  /** @returns whether the job was still waiting */
  remove(job: Job): boolean {
    return this.#queue.remove(job);
  }

  /** The next job for an idle worker; undefined where all that wait must leave it free, or nothing waits. */
  next({ up, expected }: Workers): Job | undefined {
    if (this.#queue.size === 0) return undefined;
    const now = this.#now();
    const long = [...this.#running.keys()].filter((job) => !this.#isShort(job, now));
    const keepsFree = expected > 1 && long.length >= up - 1 && this.#record.areShortAbout(now);
    const mayRun = (job: Job): boolean => this.#isShort(job, now) || (!keepsFree && !this.#holdsOne(long, job));
    const isHumble = (job: Job): boolean =>
      mayRun(job) && (this.#isShort(job, now) || !long.some(({ client }) => client === job.client));
    // A client with long jobs gets a second worker only if no other client can use it.
    const job = this.#queue.next(isHumble) ?? this.#queue.next(mayRun);
    if (job !== undefined) this.#running.set(job, now);
    return job;
  }

  /** Jobs that have had their slice while somebody waits who has used less. */
  overdue(): readonly Job[] {
    if (this.#queue.size === 0) return [];
    const now = this.#now();
    const found: Job[] = [];
    for (const [job, since] of this.#running) {
      const owed = now - since;
      if (owed >= SLICE_MS && this.#queue.hasBefore(job, { owed, accepts: () => true })) found.push(job);
    }
    return found;
  }

  /** The job runs no more, whether or not it will go on: its owner is charged for what it used. */
  stopped(job: Job): void {
    const since = this.#running.get(job);
    if (since === undefined) return;
    this.#running.delete(job);
    const used = this.#now() - since;
    job.usedMs += used;
    this.#queue.charge(job, used);
  }

  /**
   * The job is at its end: its owner is known by what it took in all.
   * @param cutShort nobody knows how long it would have been, so it proves nothing
   */
  finished(job: Job, { cutShort = false } = {}): void {
    this.stopped(job);
    if (job.usedMs > 0) this.#record.note(job, { milliseconds: job.usedMs, cutShort, now: this.#now() });
  }

  /** Charges somebody for what it cost besides the runs themselves, in milliseconds. */
  charge(owner: Pick<Job, "client" | "session">, milliseconds: number): void {
    this.#queue.charge(owner, milliseconds);
  }

  /** Empties the queue. */
  drain(): Job[] {
    const jobs: Job[] = [];
    for (let job = this.#queue.next(); job !== undefined; job = this.#queue.next()) jobs.push(job);
    return jobs;
  }

  #isShort(job: Job, now: number): boolean {
    const since = this.#running.get(job);
    const used = job.usedMs + (since === undefined ? 0 : now - since);
    return used < LONG_MS && this.#record.expectsShort(job, now);
  }

  /** Whether the job's session has a worker already, which is as many as it may have before it has proved short. */
  #holdsOne(long: readonly Job[], { client, session }: Job): boolean {
    return long.some((other) => other.client === client && other.session === session);
  }
}
