/** Function bodies that write memory in every way the rewriter knows, in every setting it treats differently. */
import { encodeUnsigned } from "../../../src/sandbox/wasm/leb128.ts";
import type { Body } from "./module-builder.ts";

const OFFSETS = [0, 1, 15, 16, 239, 240, 255, 256, 1000, 1023, 1024, 5000, 65535, 70000];

/** Each plain store, with instructions that make its value from the parameter v. */
const STORES: readonly (readonly [opcode: number, value: readonly number[]])[] = [
  [0x36, [0x20, 1, 0xa7]],
  [0x37, [0x20, 1]],
  [0x38, [0x20, 1, 0xa7, 0xbe]],
  [0x39, [0x20, 1, 0xbf]],
  [0x3a, [0x20, 1, 0xa7]],
  [0x3b, [0x20, 1, 0xa7]],
  [0x3c, [0x20, 1]],
  [0x3d, [0x20, 1]],
  [0x3e, [0x20, 1]],
];

const A = [0x20, 0];
const V128 = [0x20, 1, 0xfd, 0x12];

function plainStores(): Body[] {
  const bodies: Body[] = [];
  for (const [opcode, value] of STORES) {
    for (const [index, offset] of OFFSETS.entries()) {
      const store = (at: number): number[] => [...A, ...value, opcode, 0, ...encodeUnsigned(at)];
      const other = OFFSETS[(index + 3) % OFFSETS.length] ?? 0;
      bodies.push(
        store(offset),
        // Several marks of one base, combined.
        [...store(offset), ...store(other), ...store(0)],
        // The base gets a new value between two stores.
        [...store(offset), ...A, 0x41, 7, 0x6a, 0x21, 0, ...store(offset)],
        [...store(offset), ...A, 0x41, 7, 0x6a, 0x22, 0, ...value, opcode, 0, ...encodeUnsigned(offset)],
        // A base that is no local's value.
        [...A, 0x41, 3, 0x6a, ...value, opcode, 0, ...encodeUnsigned(offset)],
        // A base that was a local's value until the local changed.
        [...A, ...A, 0x41, 9, 0x6a, 0x21, 0, ...value, opcode, 0, ...encodeUnsigned(offset)],
        // Stores on both sides of a branch, inside a loop, and behind a return.
        [...store(offset), 0x20, 2, 0x04, 0x40, ...store(1), 0x05, ...store(2), 0x0b, ...store(3)],
        [0x03, 0x40, ...store(offset), 0x20, 2, 0x41, 1, 0x6b, 0x22, 2, 0x41, 5, 0x49, 0x0d, 0, 0x0b],
        [...store(offset), 0x20, 2, 0x41, 1, 0x71, 0x04, 0x40, 0x0f, 0x0b, ...store(4)],
        // A constant base.
        [0x41, ...[0x80, 0x08], ...value, opcode, 0, ...encodeUnsigned(offset)],
        // The value is chosen by a select whose operands lie over the base.
        [...A, ...value, ...value, 0x20, 2, 0x1b, opcode, 0, ...encodeUnsigned(offset)],
      );
    }
  }
  return bodies;
}

function vectorStores(): Body[] {
  const whole = OFFSETS.map((offset) => [...A, ...V128, 0xfd, 11, 0, ...encodeUnsigned(offset)]);
  const lanes = [88, 89, 90, 91].flatMap((code) =>
    OFFSETS.map((offset) => [...A, ...V128, 0xfd, code, 0, ...encodeUnsigned(offset), 0]),
  );
  return [...whole, ...lanes];
}

/** The parameter v as an address in the guest's memory. */
const LOW = [0x20, 1, 0xa7, 0x41, 0xff, 0xff, 0x0f, 0x71];
const LENGTH = [0x20, 2];
const VALUE = [0x20, 1, 0xa7];
const FILL = [...A, ...VALUE, ...LENGTH, 0xfc, 11, 0];
const COPY = [...A, ...LOW, ...LENGTH, 0xfc, 10, 0, 0];
const INIT = [...A, 0x41, 0, ...LENGTH, 0xfc, 8, 0, 0];
const storeAt = (offset: number): number[] => [...A, 0x20, 1, 0x37, 0, ...encodeUnsigned(offset)];

function bulkOperations(): Body[] {
  const alone = [FILL, COPY, INIT];
  return [
    ...alone,
    ...alone.map((bulk) => [...storeAt(0), ...bulk, ...storeAt(8)]),
    // What is copied lies where the copy goes.
    [...A, 0x41, 9, 0x6a, ...A, ...LENGTH, 0xfc, 10, 0, 0],
  ];
}

/** Ways in which the host ends a guest that still owes a mark, with fuel or by itself, and the code that goes on. */
function endings(): Body[] {
  const nop = 0x01;
  const halts: Body[] = [
    [0x10, 0],
    [0x41, 0, 0x11, 1, 0],
    [0x00],
    Array(80).fill(nop),
    FILL,
    COPY,
    [0x03, 0x40, 0x20, 2, 0x41, 1, 0x6b, 0x22, 2, 0x0d, 0, 0x0b],
  ];
  return halts.flatMap((halt) =>
    [0, 240, 5000].map((offset) => [...storeAt(offset), ...halt, ...storeAt(offset + 3000)]),
  );
}

export const PLAIN_BODIES: readonly Body[] = plainStores();
export const VECTOR_BODIES: readonly Body[] = vectorStores();
export const BULK_BODIES: readonly Body[] = bulkOperations();
export const ENDING_BODIES: readonly Body[] = endings();
