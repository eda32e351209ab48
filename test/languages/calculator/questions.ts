/** What the pretend language's sandbox answers besides sums: a word, and what it is asked about as JSON. */
import type { Asking } from "../../../src/languages/language-pack.ts";
import type { Value } from "../../../src/sandbox/values/wire.ts";
import { CalculatorFault, evaluate, parseExpression, parseProgram } from "./program.ts";

/** A generator is a list of patterns, in which each `?` stands for a number. */
export interface DrawQuestion {
  readonly generator: string;
  readonly seed: string;
  readonly count: number;
  readonly known: readonly string[];
}

export interface Questions {
  readonly draw: DrawQuestion;
  readonly sample: Omit<DrawQuestion, "known">;
  readonly search: DrawQuestion;
  readonly answer: readonly string[];
  readonly defines: string;
  readonly tree: string;
}

export function asking<Word extends keyof Questions>(word: Word, question: Questions[Word], code = ""): Asking {
  return { code, call: questionOf(word, question) };
}

export function questionOf<Word extends keyof Questions>(word: Word, question: Questions[Word]): string {
  return `?${word} ${JSON.stringify(question)}`;
}

/** Undefined where the call is no question. */
export function answerQuestion(code: string, call: string): Value | undefined {
  const [, word, json = ""] = /^\?(\w+) (.*)$/s.exec(call) ?? [];
  if (word === undefined) return undefined;
  const question = JSON.parse(json);
  switch (word) {
    case "draw":
      return texts(draw(question));
    case "sample":
      return texts(sample(question));
    case "search": {
      const calls = draw(question);
      return texts([...calls, ...answers(code, calls), JSON.stringify(calls)]);
    }
    case "answer":
      return texts(answers(code, question));
    case "defines":
      return { type: "bool", value: parseProgram(code).has(question) };
    case "tree":
      return { type: "str", value: treeOf(question) };
  }
  return undefined;
}

function draw({ generator, seed, count, known }: DrawQuestion): string[] {
  const calls = new Set<string>();
  const patterns = patternsOf(generator);
  const random = chance(seed);
  for (let turn = 0; turn < 20 * count && calls.size < count; turn += 1) {
    const call = fill(patterns[turn % patterns.length] ?? "", random);
    if (!known.includes(call)) calls.add(call);
  }
  return [...calls];
}

function sample({ generator, seed, count }: Omit<DrawQuestion, "known">): string[] {
  const random = chance(seed);
  return patternsOf(generator).flatMap((pattern) => [
    pattern,
    ...Array.from({ length: count }, () => fill(pattern, random)),
  ]);
}

function answers(code: string, calls: readonly string[]): string[] {
  const program = parseProgram(code);
  return calls.map((call) => {
    try {
      return `=${evaluate(parseExpression(call), { program, meter: () => {} })}`;
    } catch (error) {
      return error instanceof CalculatorFault ? `!sums:${error.type}` : "?";
    }
  });
}

function patternsOf(generator: string): string[] {
  return generator.split("\n").filter((line) => line !== "");
}

function fill(pattern: string, random: () => number): string {
  return pattern.replace(/\?/g, () => String((random() % 199) - 99));
}

/** A linear congruential generator: enough for a pretend language. */
function chance(seed: string): () => number {
  let state = BigInt(seed) % 2n ** 31n;
  return () => {
    state = (state * 1_103_515_245n + 12_345n) % 2n ** 31n;
    return Number(state >> 8n);
  };
}

function treeOf(text: string): string {
  return JSON.stringify([...parseProgram(text)], (key, value) => {
    if (key === "line") return undefined;
    return typeof value === "bigint" ? String(value) : value;
  });
}

function texts(all: readonly string[]): Value {
  return { type: "list", items: all.map((value) => ({ type: "str", value })) };
}
