/**
 * What is known of the operand stack inside one basic block: which entries are a local's present value or a constant.
 * Anything else, and anything below the block's start, is unknown; forgetting is always safe.
 */

export type Operand =
  | { readonly kind: "local"; readonly local: number; readonly version: number }
  | { readonly kind: "constant"; readonly value: number }
  | undefined;

export class OperandStack {
  readonly #entries: Operand[] = [];
  readonly #versions: Uint32Array;

  constructor(locals: number) {
    this.#versions = new Uint32Array(locals);
  }

  push(operand?: Operand): void {
    this.#entries.push(operand);
  }

  pushLocal(local: number): void {
    this.#entries.push({ kind: "local", local, version: this.#versions[local] ?? 0 });
  }

  pop(count = 1): Operand {
    let last: Operand;
    for (let left = count; left > 0; left -= 1) last = this.#entries.pop();
    return last;
  }

  exchange(pops: number, pushes: number): void {
    this.pop(pops);
    for (let left = pushes; left > 0; left -= 1) this.push();
  }

  forget(): void {
    this.#entries.length = 0;
  }

  /** The local got a new value: entries that came from the old one are no longer its present value. */
  assign(local: number): void {
    this.#versions[local] = (this.#versions[local] ?? 0) + 1;
  }

  /** The local whose present value the operand is, if it is one. */
  presentLocal(operand: Operand): number | undefined {
    return operand?.kind === "local" && this.#versions[operand.local] === operand.version ? operand.local : undefined;
  }
}
