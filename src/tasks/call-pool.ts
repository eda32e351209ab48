/** Reads a pool of calls, which a program may have in place of a generator. */
import { z } from "zod";
import { parseJson } from "../ground/parse-json.ts";

/** One of these files, no more. */
export const CALL_POOL_FILES = ["calls.txt", "calls.jsonl"] as const;
export type CallPoolFile = (typeof CALL_POOL_FILES)[number];

export interface StratumCall {
  readonly call: string;
  /** What kind of call it is: an episode's hidden tests come from the kinds in turn. */
  readonly stratum: string;
}

export interface PooledCall extends StratumCall {
  /** Where it begins in the file, from 1. */
  readonly line: number;
}

export interface CallPool {
  readonly calls: readonly PooledCall[];
  readonly faults: readonly { readonly line: number | null; readonly message: string }[];
}

/** In a text, the line between calls of several lines each. */
const SEPARATOR = "---";
const USUAL_STRATUM = "calls";
/** The name of a function, too. */
const STRATUM = /^[a-z][a-z0-9_]*$/;

const rowSchema = z.strictObject({
  call: z.string().regex(/\S/),
  stratum: z.string().regex(STRATUM).default(USUAL_STRATUM),
});

/** The calls of a pool, or what is wrong with it by line. */
export function readCallPool(file: CallPoolFile, text: string): CallPool {
  const { calls, faults } = file === "calls.jsonl" ? readRows(text) : { calls: readTextPool(text), faults: [] };
  const found = [...faults, ...repeatedCalls(calls)].sort((one, other) => one.line - other.line);
  if (calls.length > 0 || found.length > 0) return { calls, faults: found };
  return { calls, faults: [{ line: null, message: "this file has no call; write some" }] };
}

/** The text of a pool's `calls.jsonl`, which holds each call once. */
export function writeCallPool(calls: readonly StratumCall[]): string {
  return calls.map(({ call, stratum }) => `${JSON.stringify({ call, stratum })}\n`).join("");
}

/** A call a line; or, where a line of three hyphens stands anywhere, whatever stands between such lines. */
function readTextPool(text: string): PooledCall[] {
  const lines = text.split("\n");
  const hasBlocks = lines.some((line) => line.trimEnd() === SEPARATOR);
  const calls: PooledCall[] = [];
  let block: string[] = [];
  let from = 1;
  const end = (next: number) => {
    const blank = block.findIndex((line) => line.trim() !== "");
    const call = block.join("\n").trim();
    if (blank !== -1 && !isComment(call)) calls.push({ call, stratum: USUAL_STRATUM, line: from + blank });
    block = [];
    from = next;
  };
  for (const [index, line] of lines.entries()) {
    const isSeparator = line.trimEnd() === SEPARATOR;
    if (!isSeparator) block.push(line);
    if (isSeparator || !hasBlocks) end(index + 2);
  }
  end(lines.length);
  return calls;
}

function isComment(call: string): boolean {
  return call.split("\n").every((line) => line.trim() === "" || line.trim().startsWith("#"));
}

function readRows(text: string): { calls: PooledCall[]; faults: { line: number; message: string }[] } {
  const calls: PooledCall[] = [];
  const faults: { line: number; message: string }[] = [];
  for (const [index, row] of text.split("\n").entries()) {
    if (row.trim() === "") continue;
    const read = rowSchema.safeParse(parseJson(row));
    if (read.success) calls.push({ ...read.data, call: read.data.call.trim(), line: index + 1 });
    else faults.push({ line: index + 1, message: ROW });
  }
  return { calls, faults };
}

const ROW =
  'write a JSON object such as {"call": "f(1)", "stratum": "small"}; stratum may be left out, and is in small letters, ' +
  "digits and underscores";

function repeatedCalls(calls: readonly PooledCall[]): { line: number; message: string }[] {
  const first = new Map<string, number>();
  return calls.flatMap(({ call, line }) => {
    const earlier = first.get(call);
    if (earlier === undefined) first.set(call, line);
    return earlier === undefined ? [] : [{ line, message: `remove this call: line ${earlier} has it already` }];
  });
}
