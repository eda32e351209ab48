/**
 * Compiles calls ahead, because parsing one costs about as much as running a small program. The same calls come again and
 * again: a task's tests in every episode, an episode's hidden tests on three programs.
 */
import { z } from "zod";
import { DEFAULT_LIMITS } from "../sandbox.ts";
import type { Interpreter } from "./interpreter.ts";

const answerSchema = z.strictObject({ kind: z.literal("compiled"), calls: z.array(z.string().nullable()) });

/** Characters of all that is remembered, and of the longest call that is: tests are short, and memory has an end. */
const MAX_KEPT = 2_000_000;
const MAX_LENGTH = 4096;
/** More than the calls of one batch can come to. */
const ANSWER_BYTES = 16 * 1024 * 1024;

const text = new TextDecoder();

export class CompiledCalls {
  readonly #interpreter: Interpreter;
  /** By the call's source, the one asked for last at the end; null for a call that does not parse. */
  readonly #known = new Map<string, string | null>();
  #kept = 0;

  constructor(interpreter: Interpreter) {
    this.#interpreter = interpreter;
  }

  /**
   * What the driver takes in the place of each call; null where it has to read the call itself. The interpreter must be
   * as the image left it, and is so again afterwards: nothing an agent wrote has a part in this, nor can it tell whether
   * a call was known before.
   */
  of(calls: readonly string[]): readonly (string | null)[] {
    // Taking a lone call out of its run would cost a restore, and save nothing if it never comes again.
    if (calls.length < 2) return calls.map(() => null);
    const unknown = calls.filter((call) => call.length <= MAX_LENGTH && !this.#known.has(call));
    if (unknown.length > 0) this.#compile([...new Set(unknown)]);
    const compiled = calls.map((call) => this.#recall(call));
    this.#forgetOldest();
    return compiled;
  }

  /** What is known was made by an interpreter that is no longer trusted. */
  clear(): void {
    this.#known.clear();
    this.#kept = 0;
  }

  #recall(call: string): string | null {
    const compiled = this.#known.get(call);
    if (compiled === undefined) return null;
    this.#known.delete(call);
    this.#known.set(call, compiled);
    return compiled;
  }

  #compile(calls: readonly string[]): void {
    const { answer, ended } = this.#interpreter.call({
      request: Buffer.from(JSON.stringify({ compile: calls })),
      fuel: DEFAULT_LIMITS.fuel,
      outputBytes: 0,
      answerBytes: ANSWER_BYTES,
    });
    this.#interpreter.restore();
    if (ended !== null) return;
    const compiled = answerSchema.parse(JSON.parse(text.decode(answer))).calls;
    for (const [index, call] of calls.entries()) {
      const made = compiled[index] ?? null;
      this.#known.set(call, made);
      this.#kept += weigh(call, made);
    }
  }

  #forgetOldest(): void {
    for (const [oldest, made] of this.#known) {
      if (this.#kept <= MAX_KEPT) return;
      this.#known.delete(oldest);
      this.#kept -= weigh(oldest, made);
    }
  }
}

function weigh(call: string, made: string | null): number {
  return call.length + (made?.length ?? 0);
}
