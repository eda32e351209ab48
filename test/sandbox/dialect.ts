/** What a language brings to the contract of sandboxes: one small program for each of its sentences. */

/** One program in the language under test, with the calls to make on it. */
export interface Sample {
  readonly code: string;
  readonly calls: readonly string[];
}

export interface Dialect {
  /** A function `add(a, b)`; calls `add(1, 2)` and `add(10, 20)`. */
  readonly add: Sample;
  /** A module with a counter that `bump()` raises and gives; `bump()` twice. */
  readonly counter: Sample;
  /** Leaves a trace in the interpreter itself, and a call that tells whether the trace is there (true) or not. */
  readonly trace: { readonly leave: Sample; readonly look: Sample };
  /** The same, but the trace is left by a call, in the same module. */
  readonly traceByCall: { readonly leave: Sample; readonly look: Sample };
  /** Loops for ever on line 3 or 4; then a call that gives 1. */
  readonly loop: Sample & { readonly lines: readonly number[] };
  /** Loops for ever and catches whatever would stop it; then a call that gives 1. */
  readonly stubborn: Sample;
  /** Asks for more memory than there is; then a call that gives 1. */
  readonly greedy: Sample;
  /** Prints far more than may be captured; then a call that gives 1. */
  readonly chatty: Sample;
  /** Gives a value too large to hand out; then a call that gives 1. */
  readonly bulky: Sample;
  /** Prints "hello" on a line and gives 1. */
  readonly hello: Sample;
  /** Raises on line 2. */
  readonly raising: Sample & { readonly type: string; readonly module: string; readonly message: string };
  /** Does not parse; the fault is on line 2. */
  readonly broken: Sample;
  /** Gives a pseudo-random number. */
  readonly random: Sample;
  /** Null for a language whose programs are of one file. */
  readonly pair: PairDialect | null;
}

/** Two files: the entry takes its functions from `helper`. */
export interface PairDialect {
  readonly entry: { readonly path: string; readonly text: string };
  readonly helper: {
    readonly path: string;
    /** `bump()` raises a counter of the helper's and gives it; `fail()` raises on line 5. */
    readonly text: string;
    /** The same, but the counter begins at 10. */
    readonly other: string;
    /** Does not parse; the fault is on line 2. */
    readonly broken: string;
  };
  /** What a call of `fail()` shows of the line in the helper. */
  readonly shown: string;
  /** A call that tells whether the helper can be read as a file of the host or of the guest (true) or not. */
  readonly isReadable: string;
}
