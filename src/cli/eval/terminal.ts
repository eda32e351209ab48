/** Where a run's words go: lines for machines on standard output, the rest on standard error. */
import type { Writable } from "node:stream";

type Output = Writable & { readonly isTTY?: boolean };

/** What is needed of `process`. */
export interface Terminal {
  readonly stdout: Output;
  readonly stderr: Output;
  on(event: "exit", listener: () => void): unknown;
  off(event: "exit", listener: () => void): unknown;
}

export interface Printer {
  /** Whether standard output shares a terminal with what is written to standard error. */
  readonly sharesTerminal: boolean;
  print(line: string): void;
}

/** Goes on in silence when the reader has gone, as `head` does: the run's folder holds everything. */
export function createPrinter({ stdout, stderr }: Terminal, redact: (text: string) => string): Printer {
  let isOpen = true;
  stdout.on("error", () => {
    isOpen = false;
  });
  return {
    sharesTerminal: stdout.isTTY === true && stderr.isTTY === true,
    print: (line) => {
      if (isOpen) stdout.write(`${redact(line)}\n`);
    },
  };
}
