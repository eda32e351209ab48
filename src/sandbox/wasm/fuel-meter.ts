/**
 * Charges fuel, at the prices of fuel-prices.ts.
 * The counter is a wasm global, which no guest code can reach. When it falls below zero the instance traps; the runner
 * tells that trap from others by the counter's sign.
 */

import { BULK_OPERATION, BULK_SHIFT } from "./fuel-prices.ts";
import type { FunctionWriter } from "./function-writer.ts";
import { EMPTY_BLOCK, OPCODE, VALUE_TYPE } from "./opcodes.ts";

export class FuelMeter {
  readonly #writer: FunctionWriter;
  readonly #fuelGlobal: number;

  constructor(writer: FunctionWriter, fuelGlobal: number) {
    this.#writer = writer;
    this.#fuelGlobal = fuelGlobal;
  }

  charge(units: number): void {
    this.#writer.withIndex(OPCODE.globalGet, this.#fuelGlobal);
    this.#writer.i32Const(units);
    this.#subtractAndCheck();
  }

  /** Charges for a bulk operation whose length in bytes is in the local. A length is below 2^32, so the charge cannot wrap. */
  chargeLength(lengthLocal: number): void {
    this.#writer.withIndex(OPCODE.globalGet, this.#fuelGlobal);
    this.#writer.withIndex(OPCODE.localGet, lengthLocal);
    this.#writer.i32Const(BULK_SHIFT);
    this.#writer.bytes(OPCODE.i32ShrU);
    this.#writer.i32Const(BULK_OPERATION);
    this.#writer.bytes(OPCODE.i32Add);
    this.#subtractAndCheck();
  }

  #subtractAndCheck(): void {
    const left = this.#writer.scratch("fuel", VALUE_TYPE.i32);
    this.#writer.bytes(OPCODE.i32Sub);
    this.#writer.withIndex(OPCODE.localTee, left);
    this.#writer.withIndex(OPCODE.globalSet, this.#fuelGlobal);
    this.#writer.withIndex(OPCODE.localGet, left);
    this.#writer.i32Const(0);
    this.#writer.bytes(OPCODE.i32LtS, OPCODE.if, EMPTY_BLOCK, OPCODE.unreachable, OPCODE.end);
  }
}
