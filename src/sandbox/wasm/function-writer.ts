/** Writes one function body: the original's instructions and ours, with the extra locals ours need. */
import { ByteWriter } from "./byte-writer.ts";
import { encodeSigned32, encodeUnsigned } from "./leb128.ts";
import { OPCODE } from "./opcodes.ts";

export class FunctionWriter {
  readonly #source: Uint8Array;
  readonly #body = new ByteWriter(1 << 20);
  readonly #extraTypes: number[] = [];
  readonly #extraByRole = new Map<string, number>();
  #locals = 0;

  constructor(source: Uint8Array) {
    this.#source = source;
  }

  /** Begins a new function that already has `locals` locals, parameters included. */
  begin(locals: number): void {
    this.#body.clear();
    this.#extraTypes.length = 0;
    this.#extraByRole.clear();
    this.#locals = locals;
  }

  /** The index of a scratch local for this use; one use has one local however often it is asked for. */
  scratch(role: string, type: number): number {
    const known = this.#extraByRole.get(role);
    if (known !== undefined) return known;
    const index = this.#locals + this.#extraTypes.length;
    this.#extraTypes.push(type);
    this.#extraByRole.set(role, index);
    return index;
  }

  bytes(...bytes: number[]): void {
    this.#body.write(bytes);
  }

  /** Writes an opcode and an unsigned immediate. */
  withIndex(code: number, index: number): void {
    this.#body.write([code, ...encodeUnsigned(index)]);
  }

  i32Const(value: number): void {
    this.#body.write([OPCODE.i32Const, ...encodeSigned32(value)]);
  }

  /** Copies bytes of the original module. */
  original(from: number, to: number): void {
    this.#body.copy(this.#source, { from, to });
  }

  /** The whole function as the code section holds it. `declarations` are the original's local declarations. */
  finish(declarations: { readonly count: number; readonly from: number; readonly to: number }): Uint8Array {
    const result = new ByteWriter(this.#body.length + 64);
    const extra = this.#extraTypes.flatMap((type) => [1, type]);
    const head = encodeUnsigned(declarations.count + this.#extraTypes.length);
    const declared = declarations.to - declarations.from;
    result.write(encodeUnsigned(head.length + declared + extra.length + this.#body.length));
    result.write(head);
    result.copy(this.#source, declarations);
    result.write(extra);
    result.write(this.#body.view());
    return result.take();
  }
}
