/**
 * Fuzzes the rewriter: runs stores of every kind at random addresses (unaligned, across pages, in guard and map) and
 * checks the one claim that restores rest on. Every byte that changed is on a marked page or within the slack behind
 * one, or a forbidden page is marked; and nothing in the map changes unnoticed.
 */
import {
  layOutMemory,
  type MemoryLayout,
  PAGE_BYTES,
  PAGE_SHIFT,
  SLACK_BYTES,
} from "../../../src/sandbox/wasm/memory-layout.ts";
import { FUEL_EXPORT, rewriteModule } from "../../../src/sandbox/wasm/rewrite-module.ts";
import { buildModule } from "./module-builder.ts";
import { PLAIN_BODIES, VECTOR_AND_BULK_BODIES } from "./store-bodies.ts";

export interface FuzzReport {
  readonly calls: number;
  readonly traps: number;
  /** Calls that wrote into guard or map, all of them noticed. */
  readonly tampering: number;
  /** What went unnoticed: must be empty. */
  readonly missed: readonly string[];
}

const GUEST_PAGES = 8;
const FUEL = 1 << 30;
const NO_MARKS = Buffer.alloc(layOutMemory(GUEST_PAGES).end);

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

export function fuzzRewriter(calls: number, seed: number): FuzzReport {
  const random = randomFrom(seed);
  const bodies = [...PLAIN_BODIES, ...VECTOR_AND_BULK_BODIES];
  const { bytes, names } = buildModule(bodies);
  const rewritten = rewriteModule(bytes, { guestPages: GUEST_PAGES, keepExports: new Set(["memory", ...names]) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(rewritten.bytes), {});
  const { memory } = exports;
  const fuel = exports[FUEL_EXPORT];
  if (!(memory instanceof WebAssembly.Memory) || !(fuel instanceof WebAssembly.Global))
    throw new Error("exports missing");
  const layout = layOutMemory(GUEST_PAGES);
  const actual = new Uint8Array(memory.buffer);
  const report = { calls, traps: 0, tampering: 0, missed: [] as string[] };
  for (let call = 0; call < calls; call += 1) {
    actual.fill(0);
    for (let spot = 0; spot < 64; spot += 1) actual[random(layout.guestEnd)] = 255;
    const before = actual.slice();
    const useBulk = random(100) < 15;
    const index = useBulk ? PLAIN_BODIES.length + random(VECTOR_AND_BULK_BODIES.length) : random(PLAIN_BODIES.length);
    const address = randomAddress(random, layout);
    const length = random(2) === 0 ? random(40) : random(3 * PAGE_BYTES);
    const value = random(2) === 0 ? 0n : BigInt(random(2 ** 32)) * 0x1_0001n;
    fuel.value = FUEL;
    try {
      const run = exports[`f${index}`];
      if (typeof run === "function") run(address, value, length);
    } catch {
      // A trap may come between a store and its mark: the sandbox then takes a new instance.
      report.traps += 1;
      continue;
    }
    if (forbiddenMark(actual, layout)) report.tampering += 1;
    else
      report.missed.push(
        ...unnoticed(actual, before, layout).map((at) => `body ${index} at ${address}: from byte ${at}`),
      );
  }
  return report;
}

function randomAddress(random: (below: number) => number, layout: MemoryLayout): number {
  switch (random(6)) {
    case 0:
    case 1:
      return random(layout.guestEnd);
    case 2:
      return Math.max(0, random(layout.guestEnd >> PAGE_SHIFT) * PAGE_BYTES - 20 + random(40));
    case 3:
      return layout.guestEnd - 300 + random(400);
    case 4:
      return layout.mapStart - 300 + random(600);
    default:
      return layout.mapStart + random(layout.mapBytes);
  }
}

function forbiddenMark(bytes: Uint8Array, layout: MemoryLayout): boolean {
  return bytes.subarray(layout.mapStart + layout.firstForbiddenPage, layout.mapStart + layout.mapBytes).includes(1);
}

function unnoticed(actual: Uint8Array, before: Uint8Array, layout: MemoryLayout): number[] {
  const missed: number[] = [];
  for (let page = 0; page << PAGE_SHIFT < layout.mapStart; page += 1) {
    if (actual[layout.mapStart + page] === 1) continue;
    const afterMarked = page > 0 && actual[layout.mapStart + page - 1] === 1;
    const from = (page << PAGE_SHIFT) + (afterMarked ? SLACK_BYTES : 0);
    const to = (page + 1) << PAGE_SHIFT;
    if (Buffer.compare(actual.subarray(from, to), before.subarray(from, to)) !== 0) missed.push(from);
  }
  const map = Buffer.from(actual.buffer).subarray(layout.mapStart + layout.firstForbiddenPage, layout.end);
  return map.equals(NO_MARKS.subarray(0, map.length))
    ? missed
    : [...missed, layout.mapStart + layout.firstForbiddenPage];
}
