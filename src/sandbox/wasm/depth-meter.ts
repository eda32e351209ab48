/**
 * Counts how deep calls are nested, so that too deep a recursion ends at the same call everywhere. The engine's own stack
 * ends it where its frames happen to be full, and each of its compilers makes frames of another size.
 * The counter is a wasm global, which no guest code can reach. It goes down around each call that may close a circle, and
 * below zero the instance traps. What an exception leaves uncounted is put right where it is caught.
 */
import type { FunctionWriter } from "./function-writer.ts";
import { EMPTY_BLOCK, OPCODE, VALUE_TYPE } from "./opcodes.ts";

export class DepthMeter {
  readonly #writer: FunctionWriter;
  readonly #depthGlobal: number;

  constructor(writer: FunctionWriter, depthGlobal: number) {
    this.#writer = writer;
    this.#depthGlobal = depthGlobal;
  }

  /** Before a call that counts. */
  enter(): void {
    const left = this.#left();
    this.#writer.withIndex(OPCODE.globalGet, this.#depthGlobal);
    this.#writer.i32Const(1);
    this.#writer.bytes(OPCODE.i32Sub);
    this.#writer.withIndex(OPCODE.localTee, left);
    this.#writer.withIndex(OPCODE.globalSet, this.#depthGlobal);
    this.#writer.withIndex(OPCODE.localGet, left);
    this.#writer.i32Const(0);
    this.#writer.bytes(OPCODE.i32LtS, OPCODE.if, EMPTY_BLOCK, OPCODE.unreachable, OPCODE.end);
  }

  /** Behind it. */
  leave(): void {
    this.#writer.withIndex(OPCODE.localGet, this.#left());
    this.#writer.i32Const(1);
    this.#writer.bytes(OPCODE.i32Add);
    this.#writer.withIndex(OPCODE.globalSet, this.#depthGlobal);
  }

  /** Before a `try`: what its handlers go back to. It is the same wherever a function stands between two calls. */
  remember(): void {
    const own = this.#writer.scratch("own depth", VALUE_TYPE.i32);
    this.#writer.withIndex(OPCODE.globalGet, this.#depthGlobal);
    this.#writer.withIndex(OPCODE.localSet, own);
  }

  /** Behind a `catch` or `catch_all`. */
  recall(): void {
    const own = this.#writer.scratch("own depth", VALUE_TYPE.i32);
    this.#writer.withIndex(OPCODE.localGet, own);
    this.#writer.withIndex(OPCODE.globalSet, this.#depthGlobal);
  }

  /** The local that holds what is left for those whom the function calls: the same at each of its calls. */
  #left(): number {
    return this.#writer.scratch("depth left", VALUE_TYPE.i32);
  }
}
