/** What the host does for a guest costs the guest fuel: else a program could keep it busy for nothing. */
import { beforeAll, expect, it } from "vitest";
import { loadImage } from "../../../src/sandbox/python/image-store.ts";
import { Interpreter } from "../../../src/sandbox/python/interpreter.ts";

let interpreter: Interpreter;
beforeAll(async () => {
  interpreter = new Interpreter(await loadImage());
});

function fuelOf(call: string): number {
  const code = 'import importlib, time\nposix = importlib.import_module("posix")\ndata = bytes(60_000)\n';
  const ask = (request: object) =>
    interpreter.call({
      request: Buffer.from(JSON.stringify(request)),
      fuel: 50_000_000,
      outputBytes: 100_000,
      answerBytes: 1000,
    });
  ask({ code, seed: 0 });
  const result = ask({ call });
  expect(Buffer.from(result.answer).toString()).toContain('"kind":"value"');
  interpreter.restore();
  return result.fuelUsed;
}

it.each([
  ["entropy, by the byte", "len(posix.urandom(1_000_000))", "len(bytes(1_000_000))", 900_000],
  ["output, by 64 bytes", "posix.write(1, data)", "posix.write(1, b'x')", 60_000 / 64 - 50],
  [
    "the calendar, by the look",
    "[time.localtime(0) for _ in range(100)][:1] and 1",
    "[time for _ in range(100)][:1] and 1",
    100 * 300,
  ],
])("%s", (_, busy, idle, least) => {
  expect(fuelOf(busy) - fuelOf(idle)).toBeGreaterThan(least);
});
