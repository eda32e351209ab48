/** The functions a sealed interpreter may call. Every import not named here stops the guest when it is called. */
import { CALENDAR_CALL, ENTROPY_CALL } from "../wasm/fuel-prices.ts";
import { EPOCH_NANOSECONDS, FUEL_SIGNAL } from "./constants.ts";
import type { GuestHost } from "./host.ts";
import { systemCalls, wasiCalls } from "./system-calls.ts";
import { brokenDownTime, secondsSinceEpoch } from "./time-calls.ts";

const NANOSECONDS_PER_MILLISECOND = 1_000_000n;
const CLOCK_RESOLUTION_NANOSECONDS = 1000n;

export interface HostImportOptions {
  /** The instance's table of functions, once it exists. */
  readonly table: () => WebAssembly.Table;
  /** Tells the interpreter that the guest wants its memory to be this large. @returns whether it may. */
  readonly resize: (bytes: number) => boolean;
}

export function hostImports(
  module: WebAssembly.Module,
  host: GuestHost,
  options: HostImportOptions,
): WebAssembly.Imports {
  const known: WebAssembly.Imports = {
    env: { ...systemCalls(host), ...runtimeCalls(host, options) },
    wasi_snapshot_preview1: { ...wasiCalls(host), ...clockAndEntropy(host) },
  };
  const imports: WebAssembly.Imports = {};
  for (const { module: group, name, kind } of WebAssembly.Module.imports(module)) {
    imports[group] ??= {};
    imports[group][name] =
      kind === "global"
        ? new WebAssembly.Global({ value: "i32", mutable: true }, 0)
        : (known[group]?.[name] ?? (() => host.stop(`sealed: ${name}`)));
  }
  return imports;
}

function runtimeCalls(host: GuestHost, { table, resize }: HostImportOptions): WebAssembly.Imports[string] {
  const { guarded } = host;
  const functions: unknown[] = [];
  return {
    _Py_CheckEmscriptenSignals_Helper: guarded(() => {
      if (host.isCancelled) host.stop("cancelled");
      return host.state.mustInterrupt(host.fuel) ? FUEL_SIGNAL : 0;
    }),
    // With its three parameters by name: to gather and spread them costs as much as the call.
    _PyEM_TrampolineCall_JS: (index: number, self: number, values: number, keywords: number) => {
      functions[index] ??= table().get(index);
      const target = functions[index];
      if (typeof target !== "function") return host.stop("sealed: null function");
      return target(self, values, keywords);
    },
    can_run_sync_js: () => 0,
    _emscripten_runtime_keepalive_clear: () => {},
    emscripten_resize_heap: guarded((bytes: number) => (resize(bytes >>> 0) ? 1 : 0)),
    emscripten_get_heap_max: () => host.memory.layout.guestEnd,
    emscripten_date_now: guarded(() => Number(host.state.now() / NANOSECONDS_PER_MILLISECOND)),
    emscripten_get_now: guarded(() => Number(host.state.now() - EPOCH_NANOSECONDS) / 1e6),
    _tzset_js: () => {},
    _localtime_js: guarded((seconds: bigint, address: number) => writeTime(host, seconds, address)),
    _gmtime_js: guarded((seconds: bigint, address: number) => writeTime(host, seconds, address)),
    _mktime_js: guarded((address: number) => readTime(host, address)),
    _timegm_js: guarded((address: number) => readTime(host, address)),
  };
}

function writeTime(host: GuestHost, seconds: bigint, address: number): void {
  host.spend(CALENDAR_CALL);
  host.memory.write(address, brokenDownTime(seconds));
}

function readTime(host: GuestHost, address: number): bigint {
  host.spend(CALENDAR_CALL);
  const fields = host.memory.read(address, 24);
  return fields === null ? -1n : secondsSinceEpoch(fields);
}

function clockAndEntropy(host: GuestHost): WebAssembly.Imports[string] {
  const { guarded } = host;
  return {
    clock_time_get: guarded((_clock: number, _precision: bigint, address: number) =>
      host.memory.writeUint64(address, host.state.now()) ? 0 : 2,
    ),
    clock_res_get: guarded((_clock: number, address: number) =>
      host.memory.writeUint64(address, CLOCK_RESOLUTION_NANOSECONDS) ? 0 : 2,
    ),
    random_get: guarded((address: number, length: number) => {
      const wanted = length >>> 0;
      if (wanted > host.memory.layout.guestEnd) return 2;
      host.spend(ENTROPY_CALL + wanted);
      return host.memory.write(address, host.state.randomBytes(wanted)) ? 0 : 2;
    }),
  };
}
