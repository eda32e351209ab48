/** One program in one interpreter: its module is executed once, and each call starts from what that has left. */
import type { Call, Failure, Limits, Outcome } from "../sandbox.ts";
import { NEW_INSTANCE, RESTORED_PAGE } from "../wasm/fuel-prices.ts";
import { withPlace } from "./failing-place.ts";
import type { CallResult, Interpreter } from "./interpreter.ts";
import { loadRequest, type ProgramFiles } from "./program-files.ts";
import { readCallResult, readLoad } from "./read-answer.ts";
import type { Restorer } from "./restorer.ts";

/** The batch was given up because its caller is gone; nothing of it is reported. */
export class BatchCancelled extends Error {}

/** What came of one call, and what it used of its batch's fuel. */
export interface MadeCall {
  readonly outcome: Outcome;
  readonly fuel: number;
  readonly moduleFuel: number;
}

export interface ModuleSource {
  readonly program: ProgramFiles;
  /** The executed file as `AheadCompiler` gives it, or null where the driver has to read it. */
  readonly compiled: Uint8Array | null;
  readonly limits: Limits;
  /** No other call will be made on it, so that nothing need be kept for the next. */
  readonly isLone: boolean;
}

export interface ModuleCallOptions {
  /** The call as `AheadCompiler` gives it, or null where the driver has to read it. */
  readonly compiled: Uint8Array | null;
  readonly fuel: number;
  /** No call comes after it. */
  readonly isLast: boolean;
}

interface Loaded {
  readonly seed: number;
  /** Why no call can be made; null for a module that was executed. */
  readonly failure: Failure | null;
  readonly output: Uint8Array;
  readonly fuel: number;
}

export class ModuleRun {
  readonly #interpreter: Interpreter;
  readonly #restorer: Restorer;
  readonly #source: ModuleSource;
  #loaded: Loaded | null = null;

  /** The interpreter must be as the image has it. */
  constructor(interpreter: Interpreter, restorer: Restorer, source: ModuleSource) {
    this.#interpreter = interpreter;
    this.#restorer = restorer;
    this.#source = source;
  }

  /** Whether the module parses; nothing is executed. */
  check(): Failure | null {
    const { program, limits } = this.#source;
    return placed(readLoad(this.#run(loadRequest(program, null), limits), limits.fuel), program);
  }

  /** Makes a call, and undoes what it did, unless it is the last: then the answer goes out first. */
  call(call: Call, { compiled, fuel, isLast }: ModuleCallOptions): MadeCall {
    const { program, limits } = this.#source;
    const { failure, output, fuel: moduleFuel } = this.#load(call.seed);
    if (failure !== null) return { outcome: { ...failure, stdout: decode(output) }, fuel: 0, moduleFuel };
    const bounds = { ...limits, fuel, outputBytes: limits.outputBytes - output.length };
    const result = this.#run(compiled ?? { call: call.source }, bounds);
    const printed = output.length === 0 ? result.output : Buffer.concat([output, result.output]);
    const outcome = { ...withPlace(readCallResult(result, fuel), program), stdout: decode(printed) };
    const written = isLast ? this.#interpreter.writtenPages : this.#restorer.toLayer();
    return { outcome, fuel: result.fuelUsed + (written === null ? NEW_INSTANCE : written * RESTORED_PAGE), moduleFuel };
  }

  #load(seed: number): Loaded {
    if (this.#loaded?.seed === seed) return this.#loaded;
    if (this.#loaded !== null) this.#restorer.toImage();
    const { program, compiled, limits, isLone } = this.#source;
    const result = this.#run(loadRequest(program, seed), limits, compiled);
    let failure = placed(readLoad(result, limits.fuel), program);
    let fuel = result.fuelUsed;
    if (failure === null && !this.#interpreter.goOn()) {
      failure = { kind: "crash", reason: "the program wrote where it has no memory" };
    }
    if (failure === null && !isLone) fuel += this.#interpreter.keepLayer() * RESTORED_PAGE;
    this.#loaded = { seed, failure, output: result.output, fuel };
    return this.#loaded;
  }

  #run(request: object, { fuel, outputBytes, valueBytes }: Limits, tail: Uint8Array | null = null): CallResult {
    const bytes = request instanceof Uint8Array ? request : encode(request, tail);
    const result = this.#interpreter.call({ request: bytes, fuel, outputBytes, answerBytes: valueBytes });
    if (result.ended === "cancelled") throw new BatchCancelled("The batch was cancelled");
    return result;
  }
}

function placed(failure: Failure | null, program: ProgramFiles): Failure | null {
  return failure && withPlace(failure, program);
}

const text = new TextDecoder();

function decode(bytes: Uint8Array): string {
  return bytes.length === 0 ? "" : text.decode(bytes);
}

/** A line of JSON, and bytes behind it. */
function encode(request: object, tail: Uint8Array | null): Uint8Array {
  const head = Buffer.from(JSON.stringify(request));
  return tail === null ? head : Buffer.concat([head, Buffer.from("\n"), tail]);
}
