/**
 * Compiles ahead, because parsing costs about as much as running a small program, and the same texts come again and again:
 * a task's programs and its tests in every episode, an edit first to be checked and then to be run, an episode's hidden
 * tests on three programs.
 */
import { DEFAULT_LIMITS } from "../sandbox.ts";
import { type Check, hasExactly, isExactly, isListOf } from "./exact-shape.ts";
import type { Interpreter } from "./interpreter.ts";
import { MarshalWriter } from "./marshal-writer.ts";
import { type SplitCall, splitCall } from "./split-call.ts";

const isTextOrNull: Check<string | null> = (value) => value === null || typeof value === "string";
const compiledShape = { kind: isExactly("compiled"), made: isListOf(isTextOrNull) };

/** First byte of a request to make a call (guest/driver.py). */
const CALL_KINDS = { plain: Buffer.from("C"), applied: Buffer.from("A"), assigned: Buffer.from("B") };

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
    const short = sources.filter((source) => source.length <= MAX_CALL_LENGTH);
    // Before anything is compiled, because what comes in drives out what was known.
    const ready = new Map(short.map((source) => [source, this.#recall(requestKey(source))]));
    const splits = [...ready].filter(([, request]) => request === undefined).map(([source]) => split(source));
    const made = this.#made(
      "call",
      splits.map(({ text: code }) => code),
    );
    for (const [index, one] of splits.entries()) {
      const code = made[index];
      // Compiling was cancelled: the next who asks has it compiled.
      if (code === undefined) continue;
      const request = toRequest(one, code);
      ready.set(one.source, request);
      this.#keep(requestKey(one.source), request);
      this.#forgetIf(requestKey(one.source), MAX_KEPT_FOR_ONE);
    }
    this.#forgetOldest();
    return sources.map((source) => ready.get(source) ?? null);
  }

  /** What is known was made by an interpreter that is no longer trusted. */
  clear(): void {
    this.#known.clear();
    this.#kept = 0;
  }

  /** Undefined where compiling was cancelled. */
  #made(kind: Kind, sources: readonly string[]): readonly (Uint8Array | null | undefined)[] {
    const keys = sources.map((source) => keyOf(kind, source));
    const unknown = sources.filter((_, index) => !this.#known.has(keys[index] ?? ""));
    if (unknown.length > 0) this.#compile(kind, [...new Set(unknown)]);
    const made = keys.map((key) => this.#recall(key));
    // A few lines can compile to megabytes, and must not drive out what others use.
    for (const key of unknown.length > 0 ? keys : []) this.#forgetIf(key, MAX_KEPT_FOR_ONE);
    this.#forgetOldest();
    return made;
  }

  #recall(key: string): Uint8Array | null | undefined {
    const made = this.#known.get(key);
    if (made === undefined) return undefined;
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
      const one = made[index] ?? null;
      this.#keep(keyOf(kind, source), one === null ? null : Buffer.from(one, "base64"));
    }
  }

  #keep(key: string, made: Uint8Array | null): void {
    this.#known.set(key, made);
    this.#kept += weigh(key, made);
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

function requestKey(source: string): string {
  return `request ${source}`;
}

interface ReadyCall extends SplitCall {
  readonly source: string;
  readonly data: Uint8Array;
}

const writer = new MarshalWriter();
const START = writer.mark;

function split(source: string): ReadyCall {
  writer.back(START);
  const one = splitCall(source, writer);
  return { ...one, source, data: writer.take() };
}

function toRequest({ kind, data }: ReadyCall, code: Uint8Array | null): Uint8Array | null {
  if (code === null) return null;
  if (kind === "plain") return Buffer.concat([CALL_KINDS.plain, code]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(code.length);
  return Buffer.concat([CALL_KINDS[kind], length, code, data]);
}

function readCompiled(answer: string): readonly (string | null)[] {
  const json: unknown = JSON.parse(answer);
  if (!hasExactly(json, compiledShape)) throw new Error("The interpreter compiled and gave no readable answer");
  return json.made;
}

function weigh(key: string, made: Uint8Array | null): number {
  return key.length + (made?.length ?? 0);
}
