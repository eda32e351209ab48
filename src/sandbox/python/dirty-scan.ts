/** Finds the next mark in a dirty map: a loop over 64 entries at a time, in WebAssembly, because the map is long and runs are short. */

/** Entries looked at together. */
export const SCAN_BLOCK = 64;

/**
 * A module of one function, which imports the memory:
 *
 *     (func (export "f") (param $at i32) (param $end i32) (result i32)
 *       (block $found (loop $next
 *         (br_if $found (i32.ge_u (local.get $at) (local.get $end)))
 *         (br_if $found (v128.any_true (v128.or
 *           (v128.or (v128.load (local.get $at)) (v128.load offset=16 (local.get $at)))
 *           (v128.or (v128.load offset=32 (local.get $at)) (v128.load offset=48 (local.get $at))))))
 *         (local.set $at (i32.add (local.get $at) (i32.const 64)))
 *         (br $next)))
 *       (local.get $at))
 */
const SCANNER = new WebAssembly.Module(
  new Uint8Array(
    Buffer.from(
      "AGFzbQEAAAABBwFgAn9/AX8CCAEBZQFtAgAAAwIBAAcFAQFmAAAKPwE9AAJAA0AgACABTw0BIAD9AAQAIAD9AAQQ/VAgAP0ABCAgAP0ABDD9UP1Q/VMNASAAQcAAaiEADAALCyAACw==",
      "base64",
    ),
  ),
);

/** Gives the address of the first block, from `at` on, that holds anything but zeros; `end` or more if there is none. */
export type DirtyScan = (at: number, end: number) => number;

export function dirtyScan(memory: WebAssembly.Memory): DirtyScan {
  const { f: find } = new WebAssembly.Instance(SCANNER, { e: { m: memory } }).exports;
  if (typeof find !== "function") throw new Error("The scanner of dirty maps lacks its function");
  return (at, end) => find(at, end);
}
