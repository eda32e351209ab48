/** One sealed CPython: makes calls, and becomes again what it was, as the image has it or as a module has left it. */
import { layOutMemory, PAGE_BYTES, PAGE_SHIFT, WASM_PAGE } from "../wasm/memory-layout.ts";
import { DEPTH_EXPORT, FUEL_EXPORT, HIDDEN_GLOBAL_PREFIX, SIZE_EXPORT } from "../wasm/rewrite-module.ts";
import { CALL_DEPTH, GUEST_PAGES } from "./constants.ts";
import { countMarks, isForged } from "./dirty-marks.ts";
import { GuestMemory } from "./guest-memory.ts";
import { GuestHost } from "./host.ts";
import { hostImports } from "./host-imports.ts";
import { type CallBounds, FIRST_MOMENT, GRACE_FUEL, type GuestStop, GuestStopped, HostState } from "./host-state.ts";
import type { SandboxImage } from "./image-format.ts";
import { Layer } from "./layer.ts";
import { firstDifference, type Pristine, pristineImage, restoreDirtyPages } from "./restore.ts";

const LAYOUT = layOutMemory(GUEST_PAGES);

export interface CallInput extends CallBounds {
  readonly request: Uint8Array;
  readonly fuel: number;
}

/** What came of one call, before anybody has looked at the answer. */
export interface CallResult {
  readonly answer: Uint8Array;
  readonly output: Uint8Array;
  /** How the call ended early, or null when it returned. */
  readonly ended: GuestStop | "fuel" | "depth" | "trap" | null;
  /** Fuel used, grace included. */
  readonly fuelUsed: number;
  /** For a trap, what the engine said. */
  readonly detail: string;
}

export class Interpreter {
  readonly #image: SandboxImage;
  readonly #pristine: Pristine;
  readonly #host: GuestHost;
  #instance: Guest;
  /** A trap may have lost marks that were still owed: the memory can then no longer be restored page by page. */
  #imprecise = false;
  #isUsed = false;
  readonly #layer = new Layer(LAYOUT.guestEnd >>> PAGE_SHIFT);
  /** Globals as the layer has them; null while there is none. */
  #layerGlobals: readonly number[] | null = null;
  /** Where each call's clock and entropy begin. */
  #moment = FIRST_MOMENT;
  #highWaterBytes = 0;
  #instances = 1;

  constructor(image: SandboxImage, isCancelled: () => boolean = () => false) {
    this.#image = image;
    this.#pristine = pristineImage(image.memory);
    this.#host = new GuestHost(new HostState(new Uint8Array(), { outputBytes: 0, answerBytes: 0 }), isCancelled);
    this.#instance = this.#instantiate();
  }

  /** Most memory any call since the start has asked for, with the layer kept beside it, in bytes. */
  get highWaterBytes(): number {
    return this.#highWaterBytes;
  }

  /** Pages written since the last restore, or null where only a new instance will do. */
  get writtenPages(): number | null {
    return this.#imprecise ? null : countMarks(this.#instance.memory);
  }

  /** Instances made so far: one, and one more for each that could not be restored. */
  get instances(): number {
    return this.#instances;
  }

  /** Makes one call. The guest's state stays as the call left it; the caller decides when to restore. */
  call(input: CallInput): CallResult {
    const { exports } = this.#instance;
    this.#isUsed = true;
    const state = new HostState(input.request, input, this.#moment);
    const fuel = input.fuel + GRACE_FUEL;
    this.#host.state = state;
    exports.fuel.value = fuel;
    exports.depth.value = CALL_DEPTH;
    let detail = "";
    let ended: CallResult["ended"] = null;
    try {
      exports.callNoArgs(this.#image.manifest.driver);
    } catch (error) {
      detail = error instanceof Error ? error.message : String(error);
      ended = state.stopped ?? (exports.fuel.value < 0 ? "fuel" : exports.depth.value < 0 ? "depth" : "trap");
      this.#imprecise ||= !isPrecise(error);
    }
    // A swallowed stop still counts, and what came after it does not.
    ended ??= state.stopped;
    this.#highWaterBytes = Math.max(this.#highWaterBytes, exports.pages.value * WASM_PAGE + this.#layer.size);
    const fuelUsed = fuel - Math.max(0, exports.fuel.value);
    return { answer: state.answer.take(), output: state.output.take(), ended, fuelUsed, detail };
  }

  /**
   * Lets the next call go on from where the last one has left clock and entropy, until a restore to the image.
   * @returns false, and does nothing, where the last call has left nothing to go on from
   */
  goOn(): boolean {
    if (this.#imprecise || isForged(this.#instance.memory)) return false;
    this.#moment = this.#host.state.moment;
    return true;
  }

  /**
   * Keeps what was written since the image: `restoreLayer` brings back that.
   * @returns pages copied
   */
  keepLayer(): number {
    this.#layer.take(this.#instance.memory);
    this.#layerGlobals = this.#instance.initialGlobals.map(([global]) => global.value);
    return this.#layer.size / PAGE_BYTES;
  }

  /**
   * Restores image and layer, and keeps both.
   * @param fresh from a new instance, whatever the state of this one
   * @returns as `restore` does
   */
  restoreLayer({ fresh = false } = {}): number | null {
    const layer = this.#layer;
    const restored = fresh || this.#imprecise ? null : restoreDirtyPages(this.#instance.memory, this.#pristine, layer);
    if (restored === null) {
      this.#replace();
      layer.apply(this.#instance.memory);
    }
    this.#setGlobals(this.#layerGlobals ?? []);
    return restored;
  }

  /** Restores the image, and drops the layer. @returns pages copied, or null when a new instance was needed */
  restore(): number | null {
    this.#forgetLayer(this.#instance.memory);
    const restored = this.#imprecise ? null : restoreDirtyPages(this.#instance.memory, this.#pristine, this.#layer);
    if (restored === null) this.#replace();
    else this.#setGlobals(this.#instance.initialGlobals.map(([, value]) => value));
    this.#isUsed = false;
    return restored;
  }

  /** Restores after a call; an interpreter that is still as the image has it is left alone. */
  restoreIfUsed(): void {
    if (this.#isUsed) this.restore();
  }

  /**
   * Restores by copying all of the image, whatever was written: the slow way, kept to measure the other against.
   * @returns as `restore` does
   */
  restoreFully(): number | null {
    const { memory, exports } = this.#instance;
    const guestBytes = exports.pages.value * WASM_PAGE;
    memory.bytes.set(this.#pristine.bytes);
    memory.bytes.fill(0, this.#pristine.bytes.length, guestBytes);
    // What remains marked lies past the memory the guest knows of: then only a new instance is certain.
    memory.dirtyMap.fill(0, 0, guestBytes >>> PAGE_SHIFT);
    return this.restore();
  }

  /** Starts from a new instance whatever the state of this one. */
  renew(): void {
    this.#forgetLayer(null);
    this.#replace();
    this.#isUsed = false;
  }

  /** Compares all of memory with the image and the layer over it. @returns the first address that differs, or null */
  findDifference(): number | null {
    return firstDifference(this.#instance.memory, this.#pristine.bytes, this.#layer);
  }

  #replace(): void {
    this.#instance = this.#instantiate();
    this.#imprecise = false;
    this.#instances += 1;
  }

  /** @param memory null where it will not be restored */
  #forgetLayer(memory: GuestMemory | null): void {
    this.#layer.drop(memory);
    this.#layerGlobals = null;
    this.#moment = FIRST_MOMENT;
  }

  #setGlobals(values: readonly number[]): void {
    for (const [index, [global]] of this.#instance.initialGlobals.entries()) {
      const value = values[index];
      if (value !== undefined && global.value !== value) global.value = value;
    }
  }

  #instantiate(): Guest {
    const { module, manifest } = this.#image;
    let guest: Guest | undefined;
    const imports = hostImports(module, this.#host, {
      table: () => required(guest).exports.table,
      resize: (bytes) => {
        if (bytes > LAYOUT.guestEnd) return false;
        required(guest).exports.pages.value = Math.ceil(bytes / WASM_PAGE);
        return true;
      },
    });
    const exports = readExports(new WebAssembly.Instance(module, imports).exports);
    const memory = new GuestMemory(exports.memory, LAYOUT);
    // A fresh instance is zero but for the module's start-up data, all of which lies inside the first extent.
    for (const { from, to } of this.#image.extents) memory.bytes.set(this.#pristine.bytes.subarray(from, to), from);
    exports.stackPointer.value = manifest.stackPointer;
    exports.pages.value = manifest.memoryBytes / WASM_PAGE;
    const globals = [exports.stackPointer, exports.pages, ...exports.hidden];
    guest = { exports, memory, initialGlobals: globals.map((global) => [global, global.value] as const) };
    this.#host.connect(memory, exports.fuel);
    return guest;
  }
}

/**
 * Whether all marks were written when the guest ended: they are before every call and every `unreachable`, which is how
 * fuel ends a guest too. Any other trap may come between a store and its mark.
 */
export function isPrecise(error: unknown): boolean {
  return error instanceof GuestStopped || (error instanceof Error && error.message === "unreachable");
}

interface Guest {
  readonly exports: GuestExports;
  readonly memory: GuestMemory;
  readonly initialGlobals: readonly (readonly [WebAssembly.Global, number])[];
}

interface GuestExports {
  readonly memory: WebAssembly.Memory;
  readonly table: WebAssembly.Table;
  readonly stackPointer: WebAssembly.Global;
  readonly fuel: WebAssembly.Global;
  readonly depth: WebAssembly.Global;
  readonly pages: WebAssembly.Global;
  readonly hidden: readonly WebAssembly.Global[];
  readonly callNoArgs: (callable: number) => unknown;
}

function required(guest: Guest | undefined): Guest {
  if (guest === undefined) throw new Error("The interpreter called its host before it was ready");
  return guest;
}

function readExports(exports: Readonly<Record<string, unknown>>): GuestExports {
  const { memory, __indirect_function_table: table, __stack_pointer: stackPointer, PyObject_CallNoArgs } = exports;
  const fuel = exports[FUEL_EXPORT];
  const depth = exports[DEPTH_EXPORT];
  const pages = exports[SIZE_EXPORT];
  if (
    !(memory instanceof WebAssembly.Memory) ||
    !(table instanceof WebAssembly.Table) ||
    !(stackPointer instanceof WebAssembly.Global) ||
    !(fuel instanceof WebAssembly.Global) ||
    !(depth instanceof WebAssembly.Global) ||
    !(pages instanceof WebAssembly.Global) ||
    typeof PyObject_CallNoArgs !== "function"
  ) {
    throw new Error("The image's module lacks an export that the interpreter needs: build the image again");
  }
  const hidden = Object.entries(exports)
    .filter(([name]) => name.startsWith(HIDDEN_GLOBAL_PREFIX))
    .map(([, global]) => global)
    .filter((global) => global instanceof WebAssembly.Global);
  return {
    memory,
    table,
    stackPointer,
    fuel,
    depth,
    pages,
    hidden,
    callNoArgs: (callable) => PyObject_CallNoArgs(callable),
  };
}
