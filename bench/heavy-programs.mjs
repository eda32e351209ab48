/** CPU time of ten heavy programs with fuel and marks, against the same wasm without either, in turn. */
import { readFileSync } from "node:fs";
import { GUEST_PAGES, KEPT_EXPORTS } from "../dist/sandbox/python/constants.js";
import { loadImage } from "../dist/sandbox/python/image-store.js";
import { Interpreter } from "../dist/sandbox/python/interpreter.js";
import { rewriteModule } from "../dist/sandbox/wasm/rewrite-module.js";
import { geometricMean, quantile } from "./lib/statistics.mjs";

const PROGRAMS = {
  "nested loops": "t = 0\nfor i in range(400):\n    for j in range(200): t += i ^ j",
  recursion: "def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\nassert fib(22) == 17711",
  strings: "parts = []\nfor i in range(20000): parts.append(str(i) * 3)\n''.join(parts).count('12')",
  dictionaries: "d = {}\nfor i in range(50000): d[i % 1000] = d.get(i % 1000, 0) + i",
  sorting: "import random\nr = random.Random(1)\nfor _ in range(3): sorted([r.random() for _ in range(12000)])",
  objects:
    "class A:\n    def __init__(self, x): self.x = x\n    def __add__(self, o): return A(self.x + o.x)\na = A(0)\nfor i in range(12000): a = a + A(i)",
  "regular expressions": "import re\nfor _ in range(100): re.findall(r'(\\w+)@(\\w+)\\.com', 'foo@bar.com baz ' * 50)",
  heaps: "import heapq\nh = []\nfor i in range(7000): heapq.heappush(h, (i * 7919) % 50021)\nwhile h: heapq.heappop(h)",
  bytes:
    "b = bytearray(1 << 20)\nfor k in range(25000): b[(k * 7919) & 1048575] = k & 255\nx = [bytes(b) for _ in range(8)]",
  "big integers": "x = 3 ** 20000\ny = 1\nfor i in range(4): y = (y * x) >> 40",
};
const FUEL = 2_000_000_000;

export async function heavyPrograms(report, { quick }) {
  const rounds = quick ? 7 : 15;
  const image = await loadImage();
  const plainModule = rewriteModule(readFileSync(new URL("pyodide.asm.wasm", import.meta.resolve("pyodide"))), {
    guestPages: GUEST_PAGES,
    keepExports: KEPT_EXPORTS,
    fuel: false,
    marks: false,
  });
  const metered = new Interpreter(image);
  const plain = new Interpreter({ ...image, module: new WebAssembly.Module(plainModule.bytes) });
  const ratios = [];
  for (const [name, code] of Object.entries(PROGRAMS)) {
    const times = { metered: [], plain: [] };
    for (let round = 0; round < rounds + 2; round += 1) {
      const [withFuel, without] = [cpuTime(metered, code, round), cpuTime(plain, code, round)];
      metered.restore();
      plain.restoreFully();
      // The first rounds also compile.
      if (round < 2) continue;
      times.metered.push(withFuel);
      times.plain.push(without);
    }
    const ratio = quantile(times.metered, 0.25) / quantile(times.plain, 0.25);
    ratios.push(ratio);
    report.figure(`CPU with fuel and marks to without: ${name}`, ratio);
  }
  report.ratio("CPU with fuel and marks to without: geometric mean", geometricMean(ratios), { atMost: 1.25 });
  report.ratio("CPU with fuel and marks to without: worst", Math.max(...ratios), { atMost: 1.4 });
}

/** Milliseconds of CPU for executing a module. */
function cpuTime(interpreter, code, seed) {
  const request = Buffer.from(JSON.stringify({ code, seed }));
  const before = process.cpuUsage();
  const result = interpreter.call({ request, fuel: FUEL, outputBytes: 1000, answerBytes: 1000 });
  const { user, system } = process.cpuUsage(before);
  const answer = Buffer.from(result.answer).toString();
  if (!answer.includes('"value"')) throw new Error(`A heavy program failed: ${answer || result.ended}`);
  return (user + system) / 1000;
}
