/**
 * Fuzzes the rewriter: runs stores of every kind at random addresses (unaligned, across pages, in guard and map), some
 * until their fuel or the host ends them, and checks the one claim that restores rest on. Every byte that changed is on a
 * marked page or within the slack behind one, or a forbidden page is marked; and nothing in the map changes unnoticed.
 */
import { GuestStopped } from "../../../src/sandbox/python/host-state.ts";
import { isPrecise } from "../../../src/sandbox/python/interpreter.ts";
import {
  layOutMemory,
  type MemoryLayout,
  PAGE_BYTES,
  PAGE_SHIFT,
  SLACK_BYTES,
} from "../../../src/sandbox/wasm/memory-layout.ts";
import { FUEL_EXPORT, rewriteModule } from "../../../src/sandbox/wasm/rewrite-module.ts";
import { type Body, buildModule, importsOf } from "./module-builder.ts";
import { BULK_BODIES, ENDING_BODIES, PLAIN_BODIES, VECTOR_BODIES } from "./store-bodies.ts";

export interface FuzzReport {
  readonly calls: number;
  /** Calls that ended in a trap after which a mark may be missing. */
  readonly traps: number;
  /** Calls that fuel or the host ended, after which none may be. */
  readonly ended: number;
  /** Calls that wrote into guard or map, all of them noticed. */
  readonly tampering: number;
  /** What went unnoticed: must be empty. */
  readonly missed: readonly string[];
}

const GUEST_PAGES = 8;
const FUEL = 1 << 30;
const NO_MARKS = Buffer.alloc(layOutMemory(GUEST_PAGES).end);

/** Each kind of body with its share of the calls, in percent. */
const KINDS: readonly (readonly [percent: number, bodies: readonly Body[]])[] = [
  [55, PLAIN_BODIES],
  [15, VECTOR_BODIES],
  [15, BULK_BODIES],
  [15, ENDING_BODIES],
];
const BODIES = KINDS.flatMap(([, bodies]) => bodies);

/** A small generator of its own (mulberry32), so that a seed names a whole run. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Names each call that went unnoticed by its body among those of `store-bodies.ts`. */
export function fuzzRewriter(calls: number, seed: number): FuzzReport {
  const random = randomFrom(seed);
  const layout = layOutMemory(GUEST_PAGES);
  const { run, actual } = instantiate();
  // A byte that is written over by its like has not changed, so few of them may be alike.
  const noise = Uint8Array.from({ length: layout.guestEnd }, () => random(256));
  const report = { calls, traps: 0, ended: 0, tampering: 0, missed: [] as string[] };
  for (let call = 0; call < calls; call += 1) {
    actual.fill(0);
    actual.set(noise);
    const body = randomBody(random);
    const address = randomAddress(random, layout);
    if (random(3) === 0) writeEarlier(actual, layout, random);
    const length = random(2) === 0 ? random(40) : random(3 * PAGE_BYTES);
    const value = random(2) === 0 ? 0n : BigInt(random(2 ** 32)) * 0x1_0001n;
    const fuel = random(3) === 0 ? random(12) : FUEL;
    try {
      run(body, fuel, [address, value, length]);
    } catch (error) {
      // Another trap may come between a store and its mark: the sandbox then takes a new instance.
      if (!isPrecise(error)) {
        report.traps += 1;
        continue;
      }
      report.ended += 1;
    }
    if (forbiddenMark(actual, layout)) report.tampering += 1;
    else
      report.missed.push(
        ...unnoticed(actual, noise, layout).map((at) => `body ${body} at ${address}: from byte ${at}`),
      );
  }
  return report;
}

type Run = (body: number, fuel: number, values: readonly [address: number, value: bigint, length: number]) => void;

/** All bodies in one instance, whose host ends every call that asks it for anything. */
function instantiate(): { readonly run: Run; readonly actual: Uint8Array } {
  const { bytes, names } = buildModule(BODIES);
  const rewritten = rewriteModule(bytes, { guestPages: GUEST_PAGES, keepExports: new Set(["memory", ...names]) });
  const stop = (): never => {
    throw new GuestStopped("exit");
  };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(rewritten.bytes), importsOf(stop));
  const { memory } = exports;
  const fuel = exports[FUEL_EXPORT];
  if (!(memory instanceof WebAssembly.Memory) || !(fuel instanceof WebAssembly.Global))
    throw new Error("exports missing");
  const run: Run = (body, amount, values) => {
    const target = exports[`f${body}`];
    if (typeof target !== "function") throw new Error(`f${body} is missing`);
    fuel.value = amount;
    target(...values);
  };
  return { run, actual: new Uint8Array(memory.buffer) };
}

/** The index of a body among all, each kind in its share. */
function randomBody(random: (below: number) => number): number {
  let left = random(100);
  let first = 0;
  for (const [percent, bodies] of KINDS) {
    if (left < percent) return first + random(bodies.length);
    left -= percent;
    first += bodies.length;
  }
  return 0;
}

/** An earlier write and its mark, which a store into the map may try to wipe out. */
function writeEarlier(actual: Uint8Array, layout: MemoryLayout, random: (below: number) => number): void {
  const page = random(2) === 0 ? random(layout.firstForbiddenPage) : (layout.mapStart >> PAGE_SHIFT) - 1 - random(8);
  const at = (page << PAGE_SHIFT) + random(PAGE_BYTES);
  actual[at] = 255 - (actual[at] ?? 0);
  actual[layout.mapStart + page] = 1;
}

/** How far a body's constant offsets may lead from the address it is given. */
const REACHES = [0, 0, 240, 255, 256, 1000, 1023, 1024, 5000, 65535, 70000];

function randomAddress(random: (below: number) => number, layout: MemoryLayout): number {
  switch (random(7)) {
    case 0:
    case 1:
      return random(layout.guestEnd);
    case 2:
      return Math.max(0, random(layout.guestEnd >> PAGE_SHIFT) * PAGE_BYTES - 20 + random(40));
    case 3:
      return layout.guestEnd - 300 + random(400);
    case 4:
      return layout.mapStart - 300 + random(600);
    case 5:
      // The map's entry for the very page that the entry lies on: a store there may try to wipe out its own mark.
      return layout.mapStart + (layout.mapStart >> PAGE_SHIFT) - random(16) - (REACHES[random(REACHES.length)] ?? 0);
    default:
      return layout.mapStart + random(layout.mapBytes);
  }
}

function forbiddenMark(bytes: Uint8Array, layout: MemoryLayout): boolean {
  return bytes.subarray(layout.mapStart + layout.firstForbiddenPage, layout.mapStart + layout.mapBytes).includes(1);
}

/** @param before what the guest's memory held; all behind it was zero */
function unnoticed(actual: Uint8Array, before: Uint8Array, layout: MemoryLayout): number[] {
  const missed: number[] = [];
  for (let page = 0; page << PAGE_SHIFT < layout.mapStart; page += 1) {
    if (actual[layout.mapStart + page] === 1) continue;
    const afterMarked = page > 0 && actual[layout.mapStart + page - 1] === 1;
    const from = (page << PAGE_SHIFT) + (afterMarked ? SLACK_BYTES : 0);
    const to = (page + 1) << PAGE_SHIFT;
    const expected = to <= layout.guestEnd ? before.subarray(from, to) : NO_MARKS.subarray(from, to);
    if (Buffer.compare(actual.subarray(from, to), expected) !== 0) missed.push(from);
  }
  const map = Buffer.from(actual.buffer).subarray(layout.mapStart + layout.firstForbiddenPage, layout.end);
  return map.equals(NO_MARKS.subarray(0, map.length))
    ? missed
    : [...missed, layout.mapStart + layout.firstForbiddenPage];
}
