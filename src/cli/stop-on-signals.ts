/** Ends the process as an operator expects: the first signal asks it to finish, the second does not ask. */

const SIGNALS = ["SIGTERM", "SIGINT"] as const;
type Signal = (typeof SIGNALS)[number];

/** What a shell reports for a process that ended by SIGINT. */
const INTERRUPTED = 130;
/**
 * Whoever tells a whole group of processes to end tells them at once, and npm and shells in that group pass it on: so long
 * the same signal, or a SIGTERM because they are gone, is no second one.
 */
const ECHO_MS = 1_000;

/** What is needed of `process`. */
export interface Signalled {
  on(signal: Signal, listener: () => void): unknown;
  exit(code: number): unknown;
}

export function stopOnSignals(
  stop: () => Promise<void>,
  target: Signalled = process,
  now: () => number = () => performance.now(),
): void {
  let first: { readonly signal: Signal; readonly at: number } | null = null;
  const onSignal = (signal: Signal) => {
    if (first !== null) {
      const isEcho = now() - first.at < ECHO_MS && (signal === first.signal || signal === "SIGTERM");
      return isEcho ? undefined : target.exit(INTERRUPTED);
    }
    first = { signal, at: now() };
    return stop().then(
      () => target.exit(0),
      (error: unknown) => {
        console.error(error);
        target.exit(1);
      },
    );
  };
  for (const signal of SIGNALS) target.on(signal, () => onSignal(signal));
}
