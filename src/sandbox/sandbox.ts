/** The one interface to untrusted code: a module and a list of calls go in, typed values or named failures come out. */
import type { SourceFiles } from "./source.ts";
import type { Value } from "./values/wire.ts";

/** What one batch may use. Fuel is deterministic work, not time: the same code uses the same fuel on every machine. */
export interface Limits {
  /** Fuel for each call, and for executing the module. */
  readonly fuel: number;
  /** Fuel for all calls of the batch together, the module's execution included and counted once. */
  readonly batchFuel: number;
  /** Bytes of captured standard output and error a call may write. */
  readonly outputBytes: number;
  /** Bytes of one returned value on its way out. However many they are, it may have a thousand parts. */
  readonly valueBytes: number;
}

export const DEFAULT_LIMITS: Limits = {
  fuel: 50_000_000,
  batchFuel: 150_000_000,
  outputBytes: 64 * 1024,
  valueBytes: 64 * 1024,
};

/**
 * One call: statements whose last expression is the value, run after the module in a namespace of its own. Each starts from
 * the state that executing the module has left, whatever other calls there are.
 */
export interface Call {
  readonly source: string;
  /** Seeds the guest's `random` before the module is executed, 0 to 2^32 - 1. */
  readonly seed: number;
}

/** One module and the calls to make on it. No calls: only the syntax is checked. */
export interface Batch {
  /** What is executed; a text is a source of one file, which is called as the language calls it. */
  readonly code: SourceFiles | string;
  readonly calls: readonly Call[];
  readonly limits?: Partial<Limits>;
  readonly order?: CallOrder;
}

/**
 * The order in which calls are made: the one given (default), or one that is drawn afresh, which nobody can know. It changes
 * nothing of what comes out, the calls that time out included.
 */
export type CallOrder = "given" | "afresh";

/** A line of one of several files, counted from 1. */
export interface FilePlace {
  readonly path: string;
  readonly line: number;
}

/** Why the module's text does not parse. Line and column count from 1; null where the language gives none. */
export interface SyntaxProblem {
  readonly type: string;
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
  /** Where another file than the executed one does not parse: line and column are null then, and the message says it. */
  readonly place?: FilePlace;
}

/** Of a program of several files: the innermost of its own lines that was running, in whichever file. */
interface Placed {
  readonly place?: FilePlace;
}

export type Failure =
  /** The code raised; `traceback` holds only the agent's frames and the library's, ending with the message. */
  | (Placed & {
      readonly kind: "raised";
      /** The type's own name. */
      readonly type: string;
      /** Where the type is from, as the language says it: built in, a module of the library, or the program itself. */
      readonly module: string;
      readonly message: string;
      readonly traceback: string;
      readonly line: number | null;
    })
  /**
   * Fuel ran out. `line` is the agent's line that was running, null where it was stuck inside a built-in. `ofBatch`: not
   * the call's own fuel but the batch's; what the call would have given is then not told, not even whether it ended.
   */
  | (Placed & {
      readonly kind: "timeout";
      readonly traceback: string;
      readonly line: number | null;
      readonly ofBatch?: true;
    })
  | (Placed & { readonly kind: "memory"; readonly traceback: string; readonly line: number | null })
  | { readonly kind: "syntax"; readonly problem: SyntaxProblem }
  /** The interpreter died or broke its own protocol (for instance by exiting). */
  | { readonly kind: "crash"; readonly reason: string }
  /** More output, or a bigger value, than the limits allow. */
  | { readonly kind: "output_limit" };

/** What one call gave. `stdout` is everything it printed, standard error included, as far as the limit went. */
export type Outcome = ({ readonly kind: "value"; readonly value: Value } | Failure) & {
  readonly stdout: string;
};

export interface BatchResult {
  /** Set when the module does not parse; every outcome is then `syntax`. */
  readonly syntax: SyntaxProblem | null;
  /** One for each call, in order. */
  readonly outcomes: readonly Outcome[];
  /** What the calls have used of the batch's fuel; 0 where nothing was executed. */
  readonly fuel: number;
}

export interface RunOptions {
  /** Who asks: of a client's sessions the one that has used least is served next. */
  readonly session?: string;
  /**
   * Who owns the session, such as an address: the pool shares its workers' time between clients, so that nobody gains by
   * opening more sessions. Default: the session.
   */
  readonly client?: string;
  /** Aborting rejects the run with the signal's reason and frees its worker. What it used until then is charged. */
  readonly signal?: AbortSignal;
  /** Whether the worker of a run that is aborted goes on until it notices, however long that takes; default not. */
  readonly sparesWorker?: boolean;
}

export interface Sandbox {
  /**
   * Runs a batch in an interpreter no earlier batch has touched. Guest failures are outcomes.
   * @throws SandboxError when the sandbox itself cannot serve (closed, queue full, worker lost again and again, none to be had).
   */
  run(batch: Batch, options?: RunOptions): Promise<BatchResult>;
  close(): Promise<void>;
}

/** A sandbox as a server runs it. */
export interface ServedSandbox extends Sandbox {
  /** Whether runs are served. */
  readonly isReady: boolean;
  readonly figures: SandboxFigures;
}

/** Figures by name, such as `watchdogStops`. */
export interface SandboxFigures {
  /** What is the case now. */
  readonly now: Readonly<Record<string, number>>;
  /** What has been counted since the sandbox opened. */
  readonly total: Readonly<Record<string, number>>;
}

export type SandboxErrorCode = "CLOSED" | "QUEUE_FULL" | "WORKER_LOST" | "NO_WORKER" | "IMAGE_UNUSABLE";

/** The sandbox could not serve; never the guest's doing alone. */
export class SandboxError extends Error {
  readonly code: SandboxErrorCode;

  constructor(code: SandboxErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "SandboxError";
    this.code = code;
  }
}
