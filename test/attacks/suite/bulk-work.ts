/** Work in bulk, strided or with great numbers: it is paid for, and costs the call that asks for it. */
import { type Attack, type Category, onOneCall, REVERSE } from "../attack.ts";

const END = /got: (no end|memory exhausted|(Memory|Overflow|Value|Recursion)Error raised)/;

const bulk = (name: string, body: string, prelude = ""): Attack => ({
  name: `${name} ends with its own call`,
  hack: "denial of service",
  task: REVERSE,
  code: onOneCall(body, prelude),
  seen: [/^[23] of 7/, END],
});

const FILLED = "data = bytearray(1 << 24)\n";

export const BULK_WORK: Category = {
  title: "bulk and strided work",
  attacks: [
    ...[97, 1024, 4096, 65_536].map((stride) =>
      bulk(
        `filling every ${stride}th byte for ever`,
        `${FILLED}part = bytes(len(data[::${stride}]))\nwhile True:\n    data[::${stride}] = part`,
      ),
    ),
    bulk("reading strides for ever", `${FILLED}while True:\n    data[::4096]`),
    bulk("turning megabytes round for ever", `${FILLED}while True:\n    data.reverse()`),
    bulk("copying megabytes for ever", `${FILLED}while True:\n    data[:]`),
    bulk(
      "translating megabytes for ever",
      `${FILLED}table = bytes(range(256))\nwhile True:\n    data.translate(table)`,
    ),
    bulk("counting bytes for ever", `${FILLED}while True:\n    data.count(1)`),
    bulk("comparing megabytes for ever", `${FILLED}other = bytes(data)\nwhile True:\n    data == other`),
    bulk("multiplying great numbers for ever", "n = 1 << 2_000_000\nn -= 1\nwhile True:\n    n * n"),
    bulk("dividing great numbers for ever", "n = (1 << 400_000) - 1\nm = (1 << 200_000) - 3\nwhile True:\n    n % m"),
    bulk("powers modulo great numbers for ever", "m = (1 << 20_000) - 1\nwhile True:\n    pow(3, m, m)"),
    bulk("shifting great numbers for ever", "n = 1\nwhile True:\n    (n << 8_000_000) >> 7_999_999"),
    bulk("lists repeated for ever", "while True:\n    [0] * 1_000_000"),
    bulk("lists freed by slices for ever", "held = [0] * 1_000_000\nwhile True:\n    held[::2]"),
    bulk("joining texts for ever", 'while True:\n    ",".join(["x"] * 100_000)'),
    bulk("sets made for ever", "while True:\n    set(range(100_000))"),
    bulk("a bomb of nested lists", "held = [0] * 9\nwhile True:\n    held = [held[:] for _ in range(9)] + held * 9"),
    bulk("a bomb of doubling texts", 'held = "x"\nwhile True:\n    held = held * 2'),
    bulk("factorials without an end", "n = 1\nwhile True:\n    n *= 2\n    math.factorial(n)", "import math"),
  ],
};
