/**
 * Finds what a turn of each loop of a function costs, by how its body moves through memory. A body that walks on by a
 * constant step finds nearly all of its lines in the cache. One that strides waits for memory at every turn, which takes
 * as long as dozens of instructions.
 * The analysis is rough on purpose: it follows the body from top to bottom as if every branch was passed through. It only
 * decides a constant, so a wrong guess makes a loop more expensive or cheaper than it should be, and the same everywhere.
 */
import type { ByteReader } from "./byte-reader.ts";
import { TIGHT_BRANCH_TABLE } from "./fuel-prices.ts";
import { Instruction } from "./instruction.ts";
import { KNOWN_AS_STEADY, KNOWN_CONSTANT, type Known } from "./known-value.ts";
import { LoopFrame } from "./loop-frame.ts";
import { OPCODE } from "./opcodes.ts";

/** What is assigned late in a body is known to the next turn, and so on; longer chains than that are rare. */
const PASSES = 3;

interface Callee {
  readonly parameters: number;
  readonly results: number;
}

export class LoopPricer {
  readonly #calleeOf: (instruction: Instruction) => Callee;
  readonly #instruction = new Instruction();
  #frames: LoopFrame[] = [];
  /** The loops around the present instruction, the innermost last. */
  #open: LoopFrame[] = [];
  /** For each block around it, the loop that it is, if it is one. */
  #blocks: (LoopFrame | null)[] = [];
  #stack: Known[] = [];
  #next = 0;

  constructor(calleeOf: (instruction: Instruction) => Callee) {
    this.#calleeOf = calleeOf;
  }

  /** The price of a turn of each loop in the body that begins at the reader, in order. The reader stays where it is. */
  prices(reader: ByteReader, end: number): readonly number[] {
    const start = reader.position;
    this.#frames = [];
    for (let pass = 0; pass < PASSES; pass += 1) {
      reader.position = start;
      this.#follow(reader, end);
      if (this.#frames.length === 0) break;
    }
    reader.position = start;
    return this.#frames.map((frame) => frame.price());
  }

  #follow(reader: ByteReader, end: number): void {
    this.#open = [];
    this.#blocks = [];
    this.#stack = [];
    this.#next = 0;
    while (reader.position < end) {
      this.#instruction.read(reader);
      this.#step(this.#open.at(-1));
    }
  }

  #step(loop: LoopFrame | undefined): void {
    const { opcode, index } = this.#instruction;
    loop?.count();
    switch (opcode.role) {
      case "loop":
        return this.#openLoop();
      case "control":
        return this.#control(loop);
      case "call":
      case "call-indirect":
        return this.#call(loop);
      case "local-get":
        return this.#push(loop?.read(index));
      case "local-set":
        return loop?.assign(index, this.#pop());
      case "local-tee": {
        const value = this.#pop();
        loop?.assign(index, value);
        return this.#push(value);
      }
      case "store":
        this.#pop();
        return loop?.access(this.#pop());
      case "bulk":
        this.#pop();
        loop?.access(this.#pop());
        return loop?.access(this.#pop());
      default:
        return this.#compute(loop);
    }
  }

  #compute(loop: LoopFrame | undefined): void {
    const { opcode, code } = this.#instruction;
    if (opcode.immediate === "memory-argument") {
      loop?.access(this.#pop());
      return this.#push(loop?.load());
    }
    const operands = Array.from({ length: opcode.pops }, () => this.#pop());
    const known = loop?.combine(operands, code);
    for (let left = opcode.pushes; left > 0; left -= 1) this.#push(operands.length === 0 ? KNOWN_CONSTANT : known);
  }

  #openLoop(): void {
    const loop = this.#frames[this.#next] ?? new LoopFrame();
    this.#frames[this.#next] = loop;
    this.#next += 1;
    loop.begin();
    this.#open.push(loop);
    this.#blocks.push(loop);
    this.#stack = [];
  }

  #control(loop: LoopFrame | undefined): void {
    const { code, opcode, from, to } = this.#instruction;
    if (code === OPCODE.brIf) {
      this.#pop();
      return;
    }
    this.#stack = [];
    if (opcode.immediate === "branch-table" && to - from > TIGHT_BRANCH_TABLE) loop?.isNotTight();
    if (opcode.immediate === "block-type") this.#blocks.push(null);
    if (code !== OPCODE.end && code !== OPCODE.delegate) return;
    const closed = this.#blocks.pop();
    if (closed === null || closed === undefined) return;
    this.#open.pop();
    this.#open.at(-1)?.include(closed);
  }

  #call(loop: LoopFrame | undefined): void {
    const { parameters, results } = this.#calleeOf(this.#instruction);
    const isIndirect = this.#instruction.opcode.role === "call-indirect";
    if (isIndirect) this.#pop();
    for (let left = parameters; left > 0; left -= 1) {
      const given = this.#pop();
      loop?.handOver(given, isIndirect);
    }
    for (let left = results; left > 0; left -= 1) this.#push(loop?.load());
  }

  #push(known: Known = KNOWN_AS_STEADY): void {
    this.#stack.push(known);
  }

  #pop(): Known {
    return this.#stack.pop() ?? KNOWN_AS_STEADY;
  }
}
