/**
 * Rewrites one function body: fuel at its entry and loops, a mark after each store, memory growth as a global, and one NaN
 * for all.
 */
import type { ByteReader } from "./byte-reader.ts";
import type { CallCircles } from "./call-circles.ts";
import { DepthMeter } from "./depth-meter.ts";
import { DirtyMarker } from "./dirty-marker.ts";
import { floatShapeOf, openNanOf } from "./float-results.ts";
import { FuelMeter } from "./fuel-meter.ts";
import { FUEL_STEP, HOST_CALL, STRAIGHT_RUN } from "./fuel-prices.ts";
import { FunctionWriter } from "./function-writer.ts";
import { Instruction } from "./instruction.ts";
import { LoopPricer } from "./loop-prices.ts";
import type { MemoryLayout } from "./memory-layout.ts";
import type { FunctionType, ModuleInfo } from "./module-info.ts";
import { NanCanonicalizer } from "./nan-canonicalizer.ts";
import { OPCODE, VALUE_TYPE } from "./opcodes.ts";
import { OperandStack } from "./operand-stack.ts";

export interface FunctionRewriteOptions {
  readonly layout: MemoryLayout;
  /** Index of the fuel counter's global; null leaves fuel out. */
  readonly fuelGlobal: number | null;
  /** Index of the depth counter's global and the calls that count; null leaves depth out. */
  readonly depth: { readonly global: number; readonly circles: CallCircles } | null;
  /** Index of the global that stands for the memory's size in pages. */
  readonly sizeGlobal: number;
  /** Whether stores mark their pages. */
  readonly marks: boolean;
  /** Whether every NaN that an operation gives is made the same. */
  readonly nans: boolean;
}

const BRANCHING: ReadonlySet<string> = new Set(["control", "loop", "call", "call-indirect"]);

export class FunctionRewriter {
  readonly #info: ModuleInfo;
  readonly #options: FunctionRewriteOptions;
  readonly #writer: FunctionWriter;
  readonly #meter: FuelMeter | null;
  readonly #depth: DepthMeter | null;
  readonly #marker: DirtyMarker | null;
  readonly #nans: NanCanonicalizer | null;
  readonly #instruction = new Instruction();
  /** Index of the function being rewritten. */
  #index = 0;
  readonly #pricer = new LoopPricer((instruction) => this.#calleeType(instruction));
  /** What a turn of each loop of this function costs, and which of them comes next. */
  #loopPrices: readonly number[] = [];
  #nextLoop = 0;

  constructor(source: Uint8Array, info: ModuleInfo, options: FunctionRewriteOptions) {
    this.#info = info;
    this.#options = options;
    this.#writer = new FunctionWriter(source);
    this.#meter = options.fuelGlobal === null ? null : new FuelMeter(this.#writer, options.fuelGlobal);
    this.#depth = options.depth === null ? null : new DepthMeter(this.#writer, options.depth.global);
    this.#marker = options.marks ? new DirtyMarker(this.#writer, options.layout) : null;
    this.#nans = options.nans ? new NanCanonicalizer(this.#writer) : null;
  }

  /**
   * Reads the function at the reader's position and gives the rewritten one, length prefix included.
   * @param index the function's index, imported functions counted
   */
  rewrite(reader: ByteReader, index: number): Uint8Array {
    this.#index = index;
    const end = reader.unsigned() + reader.position;
    const declarationCount = reader.unsigned();
    const from = reader.position;
    let locals = this.#typeOf(index).parameters;
    for (let left = declarationCount; left > 0; left -= 1) {
      locals += reader.unsigned();
      reader.skip(1);
    }
    const declarations = { count: declarationCount, from, to: reader.position };
    this.#writer.begin(locals);
    this.#meter?.charge(FUEL_STEP);
    this.#loopPrices = this.#meter === null ? [] : this.#pricer.prices(reader, end);
    this.#nextLoop = 0;
    const stack = new OperandStack(locals);
    let straight = 0;
    while (reader.position < end) {
      this.#instruction.read(reader);
      this.#rewriteInstruction(stack);
      this.#closeNan();
      straight = BRANCHING.has(this.#instruction.opcode.role) ? 0 : straight + 1;
      if (straight < STRAIGHT_RUN) continue;
      straight = 0;
      this.#chargeStraightRun();
    }
    if (reader.position !== end) throw new Error(`Cannot rewrite function ${index}: its last instruction is cut off`);
    return this.#writer.finish(declarations);
  }

  /** Unrolled code, such as a hash function's, does a lot of work between two loop headers. */
  #chargeStraightRun(): void {
    if (this.#meter === null) return;
    // The charge may end the guest, so nothing may still be owed.
    this.#marker?.flush();
    this.#meter.charge(FUEL_STEP);
  }

  #chargeTurn(): void {
    this.#meter?.charge(this.#loopPrices[this.#nextLoop] ?? FUEL_STEP);
    this.#nextLoop += 1;
  }

  /** What an operation or the host left open about a NaN is settled before anything can look at it. */
  #closeNan(): void {
    const { code, opcode, index } = this.#instruction;
    const fromHost = opcode.role === "call" && index < this.#info.importedFunctions;
    const shape = fromHost ? floatShapeOf(this.#typeOf(index).lastResult) : openNanOf(code);
    if (shape !== undefined) this.#nans?.canonicalize(shape);
  }

  #typeOf(functionIndex: number): FunctionType {
    return this.#type(this.#info.functionTypes[functionIndex]);
  }

  #calleeType({ opcode, index }: Instruction): FunctionType {
    return opcode.role === "call-indirect" ? this.#type(index) : this.#typeOf(index);
  }

  #type(typeIndex: number | undefined): FunctionType {
    const type = typeIndex === undefined ? undefined : this.#info.types[typeIndex];
    if (type === undefined) throw new Error("Cannot rewrite the module: a function's type is missing");
    return type;
  }

  #copy(): void {
    this.#writer.original(this.#instruction.from, this.#instruction.to);
  }

  #rewriteInstruction(stack: OperandStack): void {
    const instruction = this.#instruction;
    const { role, pops, pushes } = instruction.opcode;
    switch (role) {
      case "plain":
        this.#copy();
        return stack.exchange(pops, pushes);
      case "local-get":
        this.#copy();
        return stack.pushLocal(instruction.index);
      case "constant":
        this.#copy();
        return stack.push({ kind: "constant", value: instruction.constant });
      case "local-set":
      case "local-tee":
        return this.#assignLocal(stack);
      case "store":
        return this.#store(stack);
      case "bulk":
        return this.#bulk(stack);
      case "call":
      case "call-indirect":
        return this.#call(stack);
      case "control":
      case "loop":
        return this.#control(stack);
      case "global-set":
        return this.#setGlobal(stack);
      case "memory-size":
        this.#writer.withIndex(OPCODE.globalGet, this.#options.sizeGlobal);
        return stack.push();
      case "memory-grow":
        // The memory is as large as it will ever be; only the host moves the size global.
        this.#writer.bytes(OPCODE.drop);
        this.#writer.i32Const(-1);
        return stack.exchange(1, 1);
      case "table-grow":
        this.#writer.bytes(OPCODE.drop, OPCODE.drop);
        this.#writer.i32Const(-1);
        return stack.exchange(2, 1);
      case "table-set":
        this.#marker?.flush();
        this.#writer.bytes(OPCODE.unreachable);
        return stack.forget();
    }
  }

  #control(stack: OperandStack): void {
    const { code, opcode } = this.#instruction;
    this.#marker?.flush();
    if (code === OPCODE.try) this.#depth?.remember();
    this.#copy();
    if (code === OPCODE.catch || code === OPCODE.catchAll) this.#depth?.recall();
    if (opcode.role === "loop") this.#chargeTurn();
    stack.forget();
  }

  #assignLocal(stack: OperandStack): void {
    const { index, opcode } = this.#instruction;
    this.#marker?.flushLocal(index);
    this.#copy();
    stack.assign(index);
    stack.pop();
    if (opcode.role === "local-tee") stack.pushLocal(index);
  }

  #setGlobal(stack: OperandStack): void {
    const { index } = this.#instruction;
    if (index < this.#info.importedGlobals) {
      throw new Error(`Cannot rewrite the module: it sets global ${index}, which is imported, so no restore resets it`);
    }
    this.#copy();
    stack.pop();
  }

  #store(stack: OperandStack): void {
    const base = stack.pop(2);
    if (this.#marker === null) this.#copy();
    else this.#marker.store(this.#instruction, base, stack);
  }

  #bulk(stack: OperandStack): void {
    this.#marker?.flush();
    const length = this.#writer.scratch("bulk length", VALUE_TYPE.i32);
    this.#writer.withIndex(OPCODE.localSet, length);
    this.#meter?.chargeLength(length);
    if (this.#marker === null) {
      this.#writer.withIndex(OPCODE.localGet, length);
      this.#copy();
    } else this.#marker.bulk(this.#instruction, length);
    stack.pop(3);
  }

  #call(stack: OperandStack): void {
    // The callee may trap precisely (fuel, a host import), so nothing may still be owed.
    this.#marker?.flush();
    const { index, opcode } = this.#instruction;
    const indirect = opcode.role === "call-indirect";
    if (!indirect && index < this.#info.importedFunctions) this.#meter?.charge(HOST_CALL);
    const counts = indirect || this.#options.depth?.circles.closes(this.#index, index) === true;
    if (counts) this.#depth?.enter();
    this.#copy();
    if (counts) this.#depth?.leave();
    const type = this.#calleeType(this.#instruction);
    stack.exchange(type.parameters + (indirect ? 1 : 0), type.results);
  }
}
