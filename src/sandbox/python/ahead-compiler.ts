/**
 * Compiles ahead, because parsing costs about as much as running a small program, and the same texts come again and again:
 * a task's programs and its tests in every episode, an edit first to be checked and then to be run, an episode's hidden
 * tests on three programs.
 */
import { DEFAULT_LIMITS } from "../sandbox.ts";
import { type Check, hasExactly, isExactly, isListOf } from "./exact-shape.ts";
import type { Interpreter } from "./interpreter.ts";

const isTextOrNull: Check<string | null> = (value) => value === null || typeof value === "string";
const compiledShape = { kind: isExactly("compiled"), made: isListOf(isTextOrNull) };

/** What precedes a call in a request to make it (guest/driver.py). */
const CALL_PREFIX = Buffer.from("C");

/** Characters and bytes of all that is remembered, of the most that one text may take of that, and of the longest call that is. */
const MAX_KEPT = 2_000_000;
const MAX_KEPT_FOR_ONE = MAX_KEPT / 4;
const MAX_CALL_LENGTH = 4096;
/** More than the texts of one batch can come to. */
const ANSWER_BYTES = 16 * 1024 * 1024;

type Kind = "module" | "call";

const text = new TextDecoder();

/**
 * What it gives for a text depends on the text alone, known before or not, so that no program can tell which it was: not by
 * its fuel, nor by where in memory things lie. It is compiled in an interpreter as the image has it, so nothing that an
 * agent wrote before has a part in it.
 */
export class AheadCompiler {
  readonly #interpreter: Interpreter;
  /** By kind and source, the one asked for last at the end; null for what the driver has to read itself. */
  readonly #known = new Map<string, Uint8Array | null>();
  #kept = 0;

  constructor(interpreter: Interpreter) {
    this.#interpreter = interpreter;
  }

  /** What the driver takes in the place of parsing the module; null where it has to read it itself. */
  module(source: string): Uint8Array | null {
    const [made] = this.#made("module", [source]);
    return made ?? null;
  }

  /** The request to make each call; null where the driver has to read the call itself. */
  calls(sources: readonly string[]): readonly (Uint8Array | null)[] {
    // Taking a lone call out of its run would cost a restore, and save nothing if it never comes again.
    if (sources.length < 2) return sources.map(() => null);
    return this.#made("call", sources);
  }

  /** What is known was made by an interpreter that is no longer trusted. */
  clear(): void {
    this.#known.clear();
    this.#kept = 0;
  }

  #made(kind: Kind, sources: readonly string[]): readonly (Uint8Array | null)[] {
    const keys = sources.map((source) => keyOf(kind, source));
    const unknown = sources.filter((source, index) => {
      const isShort = kind === "module" || source.length <= MAX_CALL_LENGTH;
      return isShort && !this.#known.has(keys[index] ?? "");
    });
    if (unknown.length > 0) this.#compile(kind, [...new Set(unknown)]);
    const made = keys.map((key) => this.#recall(key));
    // A few lines can compile to megabytes, and must not drive out what others use.
    for (const key of unknown.length > 0 ? keys : []) this.#forgetIf(key, MAX_KEPT_FOR_ONE);
    this.#forgetOldest();
    return made;
  }

  #recall(key: string): Uint8Array | null {
    const made = this.#known.get(key);
    if (made === undefined) return null;
    this.#known.delete(key);
    this.#known.set(key, made);
    return made;
  }

  #compile(kind: Kind, sources: readonly string[]): void {
    this.#interpreter.restoreIfUsed();
    const { answer, ended } = this.#interpreter.call({
      request: Buffer.from(JSON.stringify({ compile: kind, sources })),
      fuel: DEFAULT_LIMITS.fuel,
      outputBytes: 0,
      answerBytes: ANSWER_BYTES,
    });
    // The rest of the batch will be cancelled too; what is remembered is for others.
    if (ended === "cancelled") return;
    // One that exhausts the interpreter must not take the others with it, or they would depend on what was known.
    if (ended !== null && sources.length > 1) {
      for (const source of sources) this.#compile(kind, [source]);
      return;
    }
    // What exhausts the interpreter here will do so there, and is not tried here again.
    const made = ended === null ? readCompiled(text.decode(answer)) : [];
    for (const [index, source] of sources.entries()) {
      const [key, one] = [keyOf(kind, source), toBytes(kind, made[index] ?? null)];
      this.#known.set(key, one);
      this.#kept += weigh(key, one);
    }
  }

  #forgetOldest(): void {
    for (const key of this.#known.keys()) {
      if (this.#kept <= MAX_KEPT) return;
      this.#forgetIf(key, 0);
    }
  }

  /** Forgets a text that weighs more than that. */
  #forgetIf(key: string, weight: number): void {
    const made = this.#known.get(key);
    if (made === undefined || weigh(key, made) <= weight) return;
    this.#known.delete(key);
    this.#kept -= weigh(key, made);
  }
}

function keyOf(kind: Kind, source: string): string {
  return `${kind} ${source}`;
}

function readCompiled(answer: string): readonly (string | null)[] {
  const json: unknown = JSON.parse(answer);
  if (!hasExactly(json, compiledShape)) throw new Error("The interpreter compiled and gave no readable answer");
  return json.made;
}

function toBytes(kind: Kind, made: string | null): Uint8Array | null {
  if (made === null) return null;
  const bytes = Buffer.from(made, "base64");
  return kind === "call" ? Buffer.concat([CALL_PREFIX, bytes]) : bytes;
}

function weigh(key: string, made: Uint8Array | null): number {
  return key.length + (made?.length ?? 0);
}
