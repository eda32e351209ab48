/** Ctrl-C and its like, as a run takes them: the first ends it in order, the second at once. */

/** The run was stopped from outside. */
export class Interrupted extends Error {
  /** What a shell reports for a process that ended by this signal. */
  readonly exitCode: number;

  constructor(name: string, exitCode: number) {
    super(`Stopped by ${name}`);
    this.exitCode = exitCode;
  }
}

const SIGNALS = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const;
type SignalName = (typeof SIGNALS)[number][0];

/** What is needed of `process`. */
export interface Signalled {
  on(signal: SignalName, listener: () => void): unknown;
  off(signal: SignalName, listener: () => void): unknown;
  exit(code: number): unknown;
}

/** @returns a function that no longer listens */
export function onInterruption(stop: (why: Interrupted) => void, target: Signalled): () => void {
  let count = 0;
  const listeners = SIGNALS.map(([name, code]) => {
    const listener = () => {
      count += 1;
      if (count > 1) target.exit(code);
      else stop(new Interrupted(name, code));
    };
    return { name, listener };
  });
  for (const { name, listener } of listeners) target.on(name, listener);
  return () => {
    for (const { name, listener } of listeners) target.off(name, listener);
  };
}
