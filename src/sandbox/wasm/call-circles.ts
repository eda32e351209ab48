/**
 * Finds calls without which no function could come to call itself again: every circle of calls has one of them. They are the
 * calls through a table, those to the host, which may call back, and of the direct ones those that lead back to a
 * function whose calls are still being followed.
 */
import { ByteReader } from "./byte-reader.ts";
import { Instruction } from "./instruction.ts";
import { type ModuleInfo, SECTION_ID } from "./module-info.ts";

export interface CallCircles {
  /** Whether the direct call may close a circle. Both are indices of functions, imported ones counted. */
  closes(caller: number, callee: number): boolean;
}

export function findCallCircles(source: Uint8Array, info: ModuleInfo): CallCircles {
  const closing = closingCalls(readCalls(source, info));
  return {
    closes: (caller, callee) => callee < info.importedFunctions || closing[caller]?.has(callee) === true,
  };
}

type Calls = readonly (readonly number[])[];

/** For each function, imported ones counted, those that it calls directly. */
function readCalls(source: Uint8Array, info: ModuleInfo): Calls {
  const calls: number[][] = Array.from({ length: info.importedFunctions }, () => []);
  const section = info.sections.find(({ id }) => id === SECTION_ID.code);
  if (section === undefined) return calls;
  const reader = new ByteReader(source, section.from);
  const instruction = new Instruction();
  for (let left = reader.unsigned(); left > 0; left -= 1) {
    const end = reader.unsigned() + reader.position;
    for (let groups = reader.unsigned(); groups > 0; groups -= 1) {
      reader.unsigned();
      reader.skip(1);
    }
    const callees = new Set<number>();
    while (reader.position < end) {
      instruction.read(reader);
      if (instruction.opcode.role === "call") callees.add(instruction.index);
    }
    calls.push([...callees]);
  }
  return calls;
}

/** Follows all calls depth first; those that lead to a function still being followed are in the answer, by caller. */
function closingCalls(calls: Calls): readonly (ReadonlySet<number> | undefined)[] {
  const closing: (Set<number> | undefined)[] = [];
  const UNSEEN = 0;
  const FOLLOWED = 1;
  const DONE = 2;
  const state = new Uint8Array(calls.length);
  const path: { readonly caller: number; next: number }[] = [];
  const follow = (caller: number): void => {
    state[caller] = FOLLOWED;
    path.push({ caller, next: 0 });
  };
  for (let root = 0; root < calls.length; root += 1) {
    if (state[root] === UNSEEN) follow(root);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const callee = calls[step.caller]?.[step.next];
      step.next += 1;
      if (callee === undefined) {
        state[step.caller] = DONE;
        path.pop();
      } else if (state[callee] === UNSEEN) follow(callee);
      else if (state[callee] === FOLLOWED) {
        closing[step.caller] ??= new Set();
        closing[step.caller]?.add(callee);
      }
    }
  }
  return closing;
}
