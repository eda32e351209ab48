/** The pack of the pretend language, once with as little as a language may bring, once with an adversary. */
import type { Adversary, LanguagePack } from "../../../src/languages/language-pack.ts";
import type { Value } from "../../../src/sandbox/values/wire.ts";
import { CalculatorSandbox } from "./calculator-sandbox.ts";
import { asking, questionOf } from "./questions.ts";

const adversary: Adversary = {
  search: ({ generator, solution, seed, count, known }) =>
    asking("search", { generator, seed: String(seed), count, known }, solution.text),
  answerPacked: (code, packed) => asking("answer", JSON.parse(packed), code.text),
  findHints: () => ({ numbers: [], texts: [] }),
};

/** It has nothing that a language may do without. */
export const calculator: LanguagePack = {
  name: "calculator",
  extension: "sum",
  entry: "solution.sum",
  leftovers: ["old"],
  fileFaultOf: null,
  literals: {
    example: { value: "a whole number", error: "NoQuotient" },
    read: readNumber,
    print: printNumber,
    readError: (name) => (/^[A-Z]\w*$/.test(name) ? { type: name, module: "sums" } : null),
    printError: ({ type }) => `the fault ${type}`,
    quote: (text) => JSON.stringify(text),
  },
  drawing: {
    draw: (generator, { seed, count, known }) => asking("draw", { generator, seed: String(seed), count, known }),
    sampleStrata: (generator, { seed, count }) => asking("sample", { generator, seed: String(seed), count }),
    poolGenerator: null,
  },
  hasEntryPoint: (name) => questionOf("defines", name),
  nameTree: (text) => asking("tree", text),
  together: null,
  adversary: null,
  authoring: null,
  indentation: null,
  strings: null,
  workImage: null,
  prepare: () => ({
    open: async () => new CalculatorSandbox(),
    build: async () => "calculator",
    warnings: async () => ["The calculator is slow."],
  }),
};

export const searchingCalculator: LanguagePack = {
  ...calculator,
  name: "searching_calculator",
  together: { several: null, answer: (code, calls) => asking("answer", calls, code.text) },
  adversary,
};

function readNumber(text: string): Value {
  if (!/^-?\d+$/.test(text)) throw new SyntaxError(`Cannot read the whole number ${text}`);
  return { type: "int", value: BigInt(text) };
}

/** In digits by threes, so that it is seen to be this language's own way. */
function printNumber(value: Value): string {
  if (value.type !== "int") return `<${value.type}>`;
  return value.value.toString().replace(/\B(?=(\d{3})+$)/g, "'");
}
