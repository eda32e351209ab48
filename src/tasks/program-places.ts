/** Where in its author's files a program's calls stand, for those who find fault with one. */
import type { Program } from "./task.ts";

export interface CallPlace {
  /** Within the program's folder. */
  readonly file: string;
  readonly line: number | null;
  /** Such as `tests[2].call`; null where the line says it all. */
  readonly key: string | null;
}

/** By program and call. No part of the program: it is the same one wherever its calls were written. */
const places = new WeakMap<Program, ReadonlyMap<string, CallPlace>>();

/** Remembers where the calls of a program stand. */
export function rememberPlaces(program: Program, ofCalls: ReadonlyMap<string, CallPlace>): void {
  places.set(program, ofCalls);
}

/** Undefined for a call that nobody wrote, which the generator made. */
export function placeOfCall(program: Program, call: string): CallPlace | undefined {
  return places.get(program)?.get(call);
}
