/** Ends the process as an operator expects: the first signal asks it to finish, the second does not ask. */

const SIGNALS = ["SIGTERM", "SIGINT"] as const;
/** What a shell reports for a process that ended by SIGINT. */
const INTERRUPTED = 130;

/** What is needed of `process`. */
export interface Signalled {
  on(signal: (typeof SIGNALS)[number], listener: () => void): unknown;
  exit(code: number): unknown;
}

export function stopOnSignals(stop: () => Promise<void>, target: Signalled = process): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) return target.exit(INTERRUPTED);
    stopping = true;
    return stop().then(
      () => target.exit(0),
      (error: unknown) => {
        console.error(error);
        target.exit(1);
      },
    );
  };
  for (const signal of SIGNALS) target.on(signal, onSignal);
}
