/** Ctrl-C and its like, as a person or an operator sends them: the first asks the process to end, the second does not ask. */

/** What a shell reports for a process that ended by the signal. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
export type SignalName = keyof typeof EXIT_CODES;

/**
 * Anyone who tells a whole group of processes to end tells them at once, and npm and shells in that group pass it on: so long
 * the same signal, or a SIGTERM because they are gone, is no second one.
 */
const ECHO_MS = 1_000;

/** The process was stopped from outside. */
export class Interrupted extends Error {
  readonly exitCode: number;

  constructor(name: SignalName) {
    super(`Stopped by ${name}`);
    this.exitCode = EXIT_CODES[name];
  }
}

/** What is needed of `process`. */
export interface Signalled {
  on(signal: SignalName, listener: () => void): unknown;
  off(signal: SignalName, listener: () => void): unknown;
  exit(code: number): unknown;
}

export interface SignalOptions {
  readonly signals: readonly SignalName[];
  readonly target: Signalled;
  /** What the process ends with at the second signal; as a shell reports that signal, if left out. */
  readonly exitCode?: number;
  readonly now?: (() => number) | undefined;
}

/** @returns a function that no longer listens */
export function onSignals(first: (why: Interrupted) => void, options: SignalOptions): () => void {
  const { signals, target, exitCode, now = () => performance.now() } = options;
  let begun: { readonly name: SignalName; readonly at: number } | null = null;
  const listeners = signals.map((name) => {
    const listener = () => {
      if (begun === null) {
        begun = { name, at: now() };
        return first(new Interrupted(name));
      }
      const isEcho = now() - begun.at < ECHO_MS && (name === begun.name || name === "SIGTERM");
      if (!isEcho) target.exit(exitCode ?? EXIT_CODES[name]);
    };
    return { name, listener };
  });
  for (const { name, listener } of listeners) target.on(name, listener);
  return () => {
    for (const { name, listener } of listeners) target.off(name, listener);
  };
}

/** Ends the process with 0 once it has stopped, with 1 where that fails, at the second signal with 130. */
export function stopOnSignals(stop: () => Promise<void>, target: Signalled = process, now?: () => number): void {
  const end = () =>
    stop().then(
      () => target.exit(0),
      (error: unknown) => {
        console.error(error);
        target.exit(1);
      },
    );
  onSignals(() => void end(), { signals: ["SIGTERM", "SIGINT"], target, exitCode: EXIT_CODES.SIGINT, now });
}
