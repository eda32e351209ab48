/** Time limits and waits that an `AbortSignal` ends early, and that leave no listener behind. */

export interface DeadlineOptions {
  readonly ms: number;
  readonly signal?: AbortSignal | undefined;
  /** What the work is told, and rejects with, when the time is over. */
  readonly onTimeout: () => Error;
}

/** Runs the work under a signal of its own, which is aborted when the time is over or the caller's signal is. */
export async function withDeadline<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  { ms, signal, onTimeout }: DeadlineOptions,
): Promise<Result> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(onTimeout()), ms);
  const onAbort = () => controller.abort(signal?.reason);
  signal?.addEventListener("abort", onAbort);
  try {
    return await work(controller.signal);
  } catch (error) {
    // Work that is aborted says so in its own words; the cause says more.
    controller.signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

/** Like the promise, but rejects with the signal's reason as soon as it is aborted. */
export function abortable<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}

/** Waits so long, or rejects with the signal's reason. */
export function delay(ms: number, signal: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return abortable(passed, signal).finally(() => clearTimeout(timer));
}

export interface BackOff {
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
}

/** Doubles from try to try, up to a limit. */
export function doublingMs(attempt: number, { firstDelayMs, maxDelayMs }: BackOff): number {
  return Math.min(maxDelayMs, firstDelayMs * 2 ** attempt);
}

/** The random part keeps many clients from coming back all at once. */
export function backOffMs(attempt: number, limits: BackOff): number {
  return doublingMs(attempt, limits) * (0.5 + Math.random() / 2);
}
