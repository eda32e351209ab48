/**
 * Charges fuel, at the prices of fuel-prices.ts.
 * The counter is a wasm global, which no guest code can reach. When it falls below zero the instance traps; the runner
 * tells that trap from others by the counter's sign.
 */

import { BULK_OPERATION, BULK_SHIFT } from "./fuel-prices.ts";
import type { FunctionWriter } from "./function-writer.ts";
import { EMPTY_BLOCK, OP, VALUE_TYPE } from "./opcodes.ts";

export class FuelMeter {
  readonly #writer: FunctionWriter;
  readonly #fuelGlobal: number;

  constructor(writer: FunctionWriter, fuelGlobal: number) {
    this.#writer = writer;
    this.#fuelGlobal = fuelGlobal;
  }

  charge(units: number): void {
    this.#writer.withIndex(OP.globalGet, this.#fuelGlobal);
    this.#writer.i32Const(units);
    this.#subtractAndCheck();
  }

  /** Charges for a bulk operation whose length in bytes is in the local. A length is below 2^32, so the charge cannot wrap. */
  chargeLength(lengthLocal: number): void {
    this.#writer.withIndex(OP.globalGet, this.#fuelGlobal);
    this.#writer.withIndex(OP.localGet, lengthLocal);
    this.#writer.i32Const(BULK_SHIFT);
    this.#writer.bytes(OP.i32ShrU);
    this.#writer.i32Const(BULK_OPERATION);
    this.#writer.bytes(OP.i32Add);
    this.#subtractAndCheck();
  }

  #subtractAndCheck(): void {
    const left = this.#writer.scratch("fuel", VALUE_TYPE.i32);
    this.#writer.bytes(OP.i32Sub);
    this.#writer.withIndex(OP.localTee, left);
    this.#writer.withIndex(OP.globalSet, this.#fuelGlobal);
    this.#writer.withIndex(OP.localGet, left);
    this.#writer.i32Const(0);
    this.#writer.bytes(OP.i32LtS, OP.if, EMPTY_BLOCK, OP.unreachable, OP.end);
  }
}
