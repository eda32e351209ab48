/** Facts about the guest that builder and runner must agree on. */

/** What a call sees as the present: 2024-01-01T00:00:00Z, in nanoseconds since 1970. */
export const EPOCH_NANOSECONDS = 1_704_067_200_000_000_000n;

/** The guest's memory in WebAssembly pages of 64 KiB: 128 MiB, of which the image takes about a quarter. */
export const GUEST_PAGES = 2048;

/** How deep calls of the interpreter's own functions may be nested, counting those that may close a circle. */
export const CALL_DEPTH = 400_000;

/** MiB of the engine's own stack on which they nest: enough for as many, whichever compiler made their frames. */
export const STACK_MB = 512;

/** File descriptors on which the driver and the host talk; 1 and 2 are the program's output. */
export const GUEST_DESCRIPTOR = { request: 0, output: 1, error: 2, answer: 3 } as const;

/** The signal that tells the guest its fuel is used up (SIGXCPU, the one for CPU time on POSIX systems). */
export const FUEL_SIGNAL = 24;

/** The exports of CPython's module that a bare interpreter needs. */
export const KEPT_EXPORTS: ReadonlySet<string> = new Set([
  "memory",
  "__indirect_function_table",
  "__stack_pointer",
  "PyObject_CallNoArgs",
]);
