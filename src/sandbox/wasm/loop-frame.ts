/** What is found of one loop while its body is followed: how its locals move from turn to turn, and what it accesses. */
import { ACCESS_PRICES, FUEL_STEP, MOST_FOR_ACCESSES, TIGHT_LOOP } from "./fuel-prices.ts";
import { type AddressMove, KNOWN_CONSTANT, KNOWN_MOVES, type Known, mixedValues, summedValues } from "./known-value.ts";
import { OPCODE } from "./opcodes.ts";

export class LoopFrame {
  #size = 0;
  #charged = 0;
  #isTight = true;
  /** How locals move, found in this pass over the body and in those before it. */
  readonly #moves = new Map<number, AddressMove>();
  readonly #assigned = new Set<number>();
  /** What each local holds at this point of the turn. */
  readonly #now = new Map<number, Known>();
  readonly #accessed = new Set<object>();

  /** Starts another pass. */
  begin(): void {
    this.#size = 0;
    this.#charged = 0;
    this.#now.clear();
    this.#accessed.clear();
  }

  price(): number {
    if (!this.#isTight || this.#size > TIGHT_LOOP) return FUEL_STEP;
    return FUEL_STEP + Math.min(this.#charged, MOST_FOR_ACCESSES);
  }

  count(): void {
    this.#size += 1;
  }

  isNotTight(): void {
    this.#isTight = false;
  }

  read(local: number): Known {
    const known = this.#now.get(local) ?? { move: this.#moves.get(local) ?? "steady", reads: [local], local };
    this.#now.set(local, known);
    return known;
  }

  assign(local: number, value: Known): void {
    this.#assigned.add(local);
    this.#now.set(local, value);
    const move = moveOfNext(local, value);
    const before = this.#moves.get(local) ?? "steady";
    if (KNOWN_MOVES.indexOf(move) > KNOWN_MOVES.indexOf(before)) this.#moves.set(local, move);
  }

  load(): Known {
    return { move: "pointed", reads: [], isSum: true };
  }

  combine(operands: readonly Known[], code: number): Known {
    const [right = KNOWN_CONSTANT, left] = operands;
    if (left !== undefined && (code === OPCODE.i32Add || code === OPCODE.i32Sub)) return summedValues(left, right);
    const known = mixedValues(operands);
    // A counter times what is not a constant is a stride.
    const isProduct = code === OPCODE.i32Mul && left?.move !== "constant" && right.move !== "constant";
    const isStride = isProduct && known.move === "steady" && known.reads.some((local) => this.#assigned.has(local));
    return isStride ? { ...known, move: "striding" } : known;
  }

  /** Counts a read or a write. */
  access(address: Known): void {
    const { move } = address;
    if (move !== "constant" && move !== "steady") this.#charge(address, ACCESS_PRICES[move]);
  }

  /** Whom a pointer is handed to will look where it points. */
  handOver(given: Known, isIndirect: boolean): void {
    if (isIndirect && given.move === "pointed") this.#charge(given, ACCESS_PRICES.handed);
    else if (given.move === "striding") this.access(given);
  }

  /** An inner loop has ended: what it changed goes on from there. */
  include(inner: LoopFrame): void {
    if (!inner.#isTight) this.#isTight = false;
    for (const local of inner.#assigned) {
      this.#assigned.add(local);
      this.#now.delete(local);
    }
  }

  #charge(address: Known, price: number): void {
    const origin = address.origin ?? address;
    if (this.#accessed.has(origin)) return;
    this.#accessed.add(origin);
    this.#charged += price;
  }
}

/** How a local moves that is given this value for the next turn. */
function moveOfNext(local: number, value: Known): AddressMove {
  const { move, reads } = value;
  if (value.local === local) return move;
  if (reads.includes(local) && value.isSum === true) return "striding";
  if (move === "pointed") return "chasing";
  if (move === "constant") return "steady";
  return reads.includes(local) && move === "steady" ? "wandering" : move;
}
