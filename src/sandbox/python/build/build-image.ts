/**
 * Builds the memory image: starts Pyodide under a fixed clock, fixed entropy and a fixed description of the machine, runs
 * the guest's own code, and saves what memory then holds. Run as a process of its own, because it changes globals:
 *
 *     node build-image.js <output folder>
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { rewriteModule } from "../../wasm/rewrite-module.ts";
import { GUEST_PAGES, KEPT_EXPORTS } from "../constants.ts";
import { IMAGE_FILES, IMAGE_FORMAT, type ImageManifest } from "../image-format.ts";
import { disarmBuiltins } from "./disarm-builtins.ts";
import { fixMachine } from "./fixed-machine.ts";
import { pyodideFile, pyodideVersion } from "./pyodide-package.ts";

const GUEST_MODULES = ["clock", "modules", "imports", "encode", "report", "reading", "driver"] as const;

/**
 * How often CPython says that an object of its own is referred to, such as None (`_Py_STATIC_IMMORTAL_INITIAL_REFCNT` where
 * pointers have 32 bits). It stands where an object at address zero would keep its count: on the way from a failed
 * `text += text` to its MemoryError, CPython 3.14 looks there, which kills it on other machines, and takes null for an
 * object, a nameless one, unless that object is immortal.
 */
const IMMORTAL = 7 << 28;

/** What this builder uses of Pyodide's runtime, which has no types for it. */
const runtimeSchema = z.object({
  HEAPU8: z.instanceof(Uint8Array),
  HEAP32: z.instanceof(Int32Array),
  _Py_EMSCRIPTEN_SIGNAL_HANDLING: z.number(),
  _PyImport_Inittab: z.number(),
});
const instanceSchema = z.object({
  __stack_pointer: z.object({ value: z.number() }),
  sbrk: z.function({ input: [z.number()], output: z.number() }),
  emscripten_stack_get_end: z.function({ input: [], output: z.number() }),
});

async function build(folder: string): Promise<void> {
  const machine = fixMachine();
  const { loadPyodide } = await import("pyodide");
  // Pyodide's own types leave out the options that fix its surroundings.
  const options: object = {
    _sysExecutable: "/bin/python3",
    env: { PYTHONHASHSEED: "0", HOME: "/", LANG: "C.UTF-8", TZ: "UTC" },
    jsglobals: Object.create(null),
  };
  const python = await loadPyodide(options);
  python.runPython(guestSource("prelude"), { filename: "<tracefix prelude>" });
  python.runPython(guestSource("install"), { filename: "<tracefix install>" });
  const sources = GUEST_MODULES.map((name) => [name, guestSource(name)]);
  const driver: unknown = python.runPython(
    `import gc\n_main = _install(${JSON.stringify(sources)})\ngc.collect()\ngc.collect()\nid(_main)`,
  );
  const instance = instanceSchema.parse(machine.instance().exports);
  python.runPython(guestSource("warm-up"), { filename: "<tracefix warm-up>" });
  python.runPython("warm_up(_main)\ngc.collect()\ngc.collect()");
  python.runPython(guestSource("ballast"), { filename: "<tracefix ballast>" });
  python.runPython(`_ballast = fill(${instance.sbrk(0)})\ngc.collect()`);
  // Only now, since its views of memory are lost where memory grows.
  const runtime = runtimeSchema.parse(Reflect.get(python, "_module"));
  // Makes the interpreter ask the host now and then whether a signal is waiting: that is how fuel interrupts it.
  runtime.HEAP32[runtime._Py_EMSCRIPTEN_SIGNAL_HANDLING >> 2] = 1;
  runtime.HEAP32[0] = IMMORTAL;
  disarmBuiltins(runtime.HEAPU8, runtime._PyImport_Inittab);
  const stackPointer = instance.__stack_pointer.value;
  // Below the stack pointer lies only what finished calls have left.
  runtime.HEAPU8.fill(0, instance.emscripten_stack_get_end(), stackPointer - 16);
  save(folder, { memory: runtime.HEAPU8, stackPointer, driver: z.int().parse(driver) });
}

function guestSource(name: string): string {
  return readFileSync(new URL(`../guest/${name}.py`, import.meta.url), "utf8");
}

function save(folder: string, guest: { memory: Uint8Array; stackPointer: number; driver: number }): void {
  const wasm = rewriteModule(readFileSync(pyodideFile("pyodide.asm.wasm")), {
    guestPages: GUEST_PAGES,
    keepExports: KEPT_EXPORTS,
  }).bytes;
  let used = guest.memory.length;
  while (used > 0 && guest.memory[used - 1] === 0) used -= 1;
  const memory = guest.memory.slice(0, used);
  const manifest: ImageManifest = {
    format: IMAGE_FORMAT,
    pyodide: pyodideVersion(),
    memorySha256: createHash("sha256").update(memory).digest("hex"),
    moduleSha256: createHash("sha256").update(wasm).digest("hex"),
    memoryBytes: guest.memory.length,
    stackPointer: guest.stackPointer,
    driver: guest.driver,
  };
  writeFileSync(join(folder, IMAGE_FILES.memory), memory);
  writeFileSync(join(folder, IMAGE_FILES.module), wasm);
  writeFileSync(join(folder, IMAGE_FILES.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Cannot build the image: give the folder to write it to");
await build(folder);
