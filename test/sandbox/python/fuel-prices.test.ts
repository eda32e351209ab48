/** The price of what moves memory, counted and not timed: a price that is lost would let a call hold a worker for long. */
import { beforeAll, expect, it } from "vitest";
import { loadImage } from "../../../src/sandbox/python/image-store.ts";
import { Interpreter } from "../../../src/sandbox/python/interpreter.ts";

let interpreter: Interpreter;
beforeAll(async () => {
  interpreter = new Interpreter(await loadImage());
});

function fuelOf(code: string): number {
  const request = Buffer.from(JSON.stringify({ code, call: "1", seed: 0 }));
  const result = interpreter.call({ request, fuel: 500_000_000, outputBytes: 1000, answerBytes: 1000 });
  expect(Buffer.from(result.answer).toString()).toContain('"kind":"value"');
  interpreter.restore();
  return result.fuelUsed;
}

/** What it is, what comes before it, the work, how many lines or turns that takes at least, and the least fuel for each. */
type Priced = readonly [name: string, setUp: string, work: string, lines: number, least: number];

const STRIDES = [2, 97, 1024, 4096].flatMap((stride): Priced[] => {
  const length = 1_000_000;
  const lines = Math.ceil(length / stride);
  const setUp = `b, v = bytearray(${length}), bytes(${lines})\n`;
  return [
    [`every byte ${stride} further on assigned`, setUp, `b[::${stride}] = v`, lines, 6],
    [`every byte ${stride} further on read`, setUp, `b[::${stride}]`, lines, 6],
    [`every byte ${stride} further on read by a memoryview`, setUp, `memoryview(b)[::${stride}].tobytes()`, lines, 6],
    [`every character ${stride} further on read`, `s = 'x' * ${length}\n`, `s[::${stride}]`, lines, 6],
    [`every item ${stride} further on of a list read`, `x = [None] * ${length}\n`, `x[::${stride}]`, lines, 6],
  ];
});

it.each<Priced>([
  ...STRIDES,
  ["bytes allocated, by the line", "", "b = bytearray(8_000_000)", 125_000, 2],
  ["bytes copied, by the line", "b = bytes(8_000_000)\n", "bytearray(b)", 125_000, 2],
  ["bytes multiplied, by the line", "", "b = b'abc' * 2_000_000", 93_750, 2],
  ["short texts joined, by the text", "x = ['a'] * 100_000\n", "','.join(x)", 200_000, 3],
])("%s", (_, setUp, work, lines, least) => {
  expect(fuelOf(setUp + work) - fuelOf(`${setUp}0`)).toBeGreaterThan(0.95 * lines * least);
});
