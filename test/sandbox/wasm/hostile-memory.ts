/**
 * Lets a guest do the worst that it could do if it had every pointer it wanted: the real CPython with its memory
 * functions exported, called at random addresses (guard and map included), and Python run with its stack pointer aimed
 * anywhere. The real interpreter makes the calls, judges how they ended, and restores.
 */
import { readFileSync } from "node:fs";
import { pyodideFile } from "../../../src/sandbox/python/build/pyodide-package.ts";
import { GUEST_PAGES, KEPT_EXPORTS } from "../../../src/sandbox/python/constants.ts";
import type { SandboxImage } from "../../../src/sandbox/python/image-format.ts";
import { Interpreter } from "../../../src/sandbox/python/interpreter.ts";
import { runBatch } from "../../../src/sandbox/python/run-batch.ts";
import { layOutMemory } from "../../../src/sandbox/wasm/memory-layout.ts";
import { readModuleInfo } from "../../../src/sandbox/wasm/module-info.ts";
import { rewriteModule } from "../../../src/sandbox/wasm/rewrite-module.ts";
import { randomFrom } from "./fuzz-rewriter.ts";

export interface HostileReport {
  readonly functions: readonly string[];
  /** Rounds after which the instance was restored page by page. */
  readonly restored: number;
  /** Rounds after which a new instance was taken: for a trap, or because guard or map had been written. */
  readonly renewedAfterTrap: number;
  readonly renewedAfterTampering: number;
  /** Rounds after which memory was not the image, or Python did not work: must be empty. */
  readonly failures: readonly string[];
}

/** Everything that CPython exports and that writes where its arguments say. */
const WRITERS =
  "memset memcpy memmove memccpy mempcpy bzero bcopy swab wmemset wmemcpy wmemmove strcpy strncpy strcat strncat stpcpy stpncpy " +
  "strlcpy strlcat wcscpy wcsncpy wcscat wcsncat strlwr strupr qsort realloc free";

const LAYOUT = layOutMemory(GUEST_PAGES);
const FUEL = 20_000_000;

type Random = (below: number) => number;
type Exports = Readonly<Record<string, unknown>>;
/** What a round does in place of the driver. */
type Mischief = (exports: Exports, driver: number) => void;

/** @param rounds how many; each compares all of memory, which takes some 30 ms */
export async function attackMemory(image: SandboxImage, rounds: number, seed: number): Promise<HostileReport> {
  const random = randomFrom(seed);
  const { module, functions } = await armedModule();
  using stage = takeOverInstances();
  const interpreter = new Interpreter({ ...image, module });
  const report = { functions, restored: 0, renewedAfterTrap: 0, renewedAfterTampering: 0, failures: [] as string[] };
  for (let round = 0; round < rounds; round += 1) {
    const [name, mischief] = random(4) === 0 ? strayStack(random) : wildWrites(random, functions);
    stage.mischief = mischief;
    const { ended } = interpreter.call({ request: REQUEST, fuel: FUEL, outputBytes: 10_000, answerBytes: 10_000 });
    stage.mischief = null;
    const restored = interpreter.restore() !== null;
    if (restored) report.restored += 1;
    else if (ended === "trap") report.renewedAfterTrap += 1;
    else report.renewedAfterTampering += 1;
    const difference = interpreter.findDifference();
    if (difference !== null) {
      report.failures.push(`round ${round}: ${difference} differs after ${name}`);
      interpreter.renew();
    } else if (!works(interpreter)) report.failures.push(`round ${round}: Python is broken after ${name}`);
  }
  return report;
}

/** CPython as the sandbox runs it, but with its memory functions within reach. */
async function armedModule(): Promise<{ module: WebAssembly.Module; functions: readonly string[] }> {
  const source = readFileSync(pyodideFile("pyodide.asm.wasm"));
  const exported = new Set(readModuleInfo(source).exports.map((entry) => entry.name));
  const functions = WRITERS.split(" ").filter((name) => exported.has(name));
  const { bytes } = rewriteModule(source, {
    guestPages: GUEST_PAGES,
    keepExports: new Set([...KEPT_EXPORTS, ...functions]),
  });
  return { module: await WebAssembly.compile(new Uint8Array(bytes)), functions };
}

const SOURCE = "def f(x):\n    return [str(i) for i in range(x)]";
const REQUEST = Buffer.from(JSON.stringify({ code: `${SOURCE}\nf(50)`, seed: 1 }));

function works(interpreter: Interpreter): boolean {
  const { outcomes } = runBatch(interpreter, { code: SOURCE, calls: [{ source: "len(f(50))", seed: 1 }] });
  interpreter.restore();
  return outcomes[0]?.kind === "value" && outcomes[0].value.type === "int" && outcomes[0].value.value === 50n;
}

/** While in use, instances call the mischief, if there is any, when they are asked to call the driver. */
function takeOverInstances(): Disposable & { mischief: Mischief | null } {
  const original = WebAssembly.Instance;
  const stage = {
    mischief: null as Mischief | null,
    [Symbol.dispose]: () => {
      WebAssembly.Instance = original;
    },
  };
  const construct = (module: WebAssembly.Module, imports: WebAssembly.Imports) => {
    const { exports } = new original(module, imports);
    const callDriver = (driver: number) =>
      stage.mischief === null ? callExport(exports, "PyObject_CallNoArgs", [driver]) : stage.mischief(exports, driver);
    return { exports: { ...exports, PyObject_CallNoArgs: callDriver } };
  };
  WebAssembly.Instance = new Proxy(original, { construct: (_, [module, imports]) => construct(module, imports) });
  return stage;
}

function callExport(exports: Exports, name: string, values: readonly number[]): unknown {
  const target = exports[name];
  if (typeof target !== "function") throw new Error(`${name} is no function`);
  return target(...values);
}

/** One to six calls of memory functions with addresses and lengths at random. */
function wildWrites(random: Random, functions: readonly string[]): [string, Mischief] {
  const calls = Array.from({ length: 1 + random(6) }, () => {
    const name = functions[random(functions.length)] ?? "memset";
    const second = name === "memset" || name === "wmemset" ? random(3) : address(random);
    return { name, values: [address(random), second, length(random), length(random)] };
  });
  const mischief: Mischief = (exports) => {
    for (const { name, values } of calls) callExport(exports, name, values);
  };
  return [JSON.stringify(calls), mischief];
}

/** Python with its stack where it should not be. */
function strayStack(random: Random): [string, Mischief] {
  const pointer = address(random) & ~15;
  const mischief: Mischief = (exports, driver) => {
    const { __stack_pointer: global } = exports;
    if (!(global instanceof WebAssembly.Global)) throw new Error("there is no stack pointer");
    global.value = pointer;
    callExport(exports, "PyObject_CallNoArgs", [driver]);
  };
  return [`a stack at ${pointer}`, mischief];
}

function address(random: Random): number {
  switch (random(8)) {
    case 0:
      return LAYOUT.mapStart - 300 + random(600);
    case 1:
      return LAYOUT.mapStart + random(LAYOUT.mapBytes);
    case 2:
      return LAYOUT.guestEnd - 300 + random(600);
    case 3:
      return random(32 * 1024 * 1024);
    default:
      return random(LAYOUT.guestEnd);
  }
}

function length(random: Random): number {
  switch (random(20)) {
    case 0:
      return random(2 ** 31);
    case 1:
    case 2:
    case 3:
    case 4:
      return random(300_000);
    default:
      return random(300);
  }
}
