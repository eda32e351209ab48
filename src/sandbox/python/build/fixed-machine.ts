/**
 * Makes every machine look the same to Pyodide while the image is built, so that the image has the same bytes on all of
 * them: one clock, one source of entropy, one time zone, one user agent, and no optional WebAssembly features.
 */
import { EPOCH_NANOSECONDS } from "../constants.ts";

const EPOCH_MILLISECONDS = Number(EPOCH_NANOSECONDS / 1_000_000n);

export interface FixedMachine {
  /** The CPython instance that Pyodide has made. */
  instance(): WebAssembly.Instance;
}

/** Changes this process's globals for good: call it in a process that does nothing else. */
export function fixMachine(): FixedMachine {
  process.env.TZ = "UTC";
  const FixedDate = class extends Date {
    constructor(...parts: [] | [number]) {
      super(...((parts.length === 0 ? [EPOCH_MILLISECONDS] : parts) as [number]));
    }
    static override now(): number {
      return EPOCH_MILLISECONDS;
    }
  };
  replace(globalThis, "Date", FixedDate);
  replace(performance, "now", () => 1000);
  replace(Math, "random", () => 0.5);
  replace(process, "pid", 42);
  // Pyodide takes its plainest code paths for this browser; its name ends up in the image instead of Node's version.
  replace(globalThis, "navigator", { userAgent: "iPhone", platform: "", maxTouchPoints: 0, language: "en" });
  for (const optional of ["Suspending", "promising", "SuspendError"]) Reflect.deleteProperty(WebAssembly, optional);
  return interceptInstance();
}

function replace(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

/** Wraps the instantiation of CPython's module: fixes what the guest asks of the host, and keeps the instance. */
function interceptInstance(): FixedMachine {
  const instantiate = WebAssembly.instantiate;
  let cpython: WebAssembly.Instance | undefined;
  const memory = (): ArrayBuffer => {
    const exported = cpython?.exports.memory;
    if (!(exported instanceof WebAssembly.Memory)) throw new Error("Cannot build the image: CPython has no memory yet");
    return exported.buffer;
  };
  const fixed: WebAssembly.Imports = {
    env: { emscripten_date_now: () => EPOCH_MILLISECONDS, emscripten_get_now: () => 1000 },
    wasi_snapshot_preview1: {
      random_get: (address: number, length: number) => {
        const bytes = new Uint8Array(memory(), address, length);
        for (let index = 0; index < length; index += 1) bytes[index] = (index * 73 + 17) & 255;
        return 0;
      },
      clock_time_get: (clock: number, _precision: bigint, address: number) => {
        new DataView(memory()).setBigUint64(address, clock === 0 ? EPOCH_NANOSECONDS : 1_000_000_000n, true);
        return 0;
      },
    },
  };
  const intercepted = async (source: unknown, imports: WebAssembly.Imports): Promise<unknown> => {
    if (imports?.env?.__syscall_openat === undefined) return Reflect.apply(instantiate, WebAssembly, [source, imports]);
    const module = source instanceof Uint8Array ? await WebAssembly.compile(source) : source;
    if (!(module instanceof WebAssembly.Module))
      throw new Error("Cannot build the image: Pyodide gave no module to start");
    const merged = { ...imports };
    for (const [name, functions] of Object.entries(fixed)) merged[name] = { ...imports[name], ...functions };
    cpython = await instantiate(module, merged);
    return { instance: cpython, module };
  };
  replace(WebAssembly, "instantiate", intercepted);
  return {
    instance() {
      if (cpython === undefined) throw new Error("Cannot build the image: Pyodide did not start CPython");
      return cpython;
    },
  };
}
