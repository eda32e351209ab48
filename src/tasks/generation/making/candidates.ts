/** What operators make of a solution, before anybody has run it. */

import { lineAt } from "../../../ground/line-at.ts";
import { OPERATOR_CLASSES, type OperatorClass } from "../../../protocol/protocol.ts";
import type { Source } from "../../../sandbox/source.ts";
import { MULTIPLE_BUGS } from "../../mutants/operator-facts.ts";
import { inTextOrder, type PlacedEdit, type SourceEdit, spliceEdits, spliceSource } from "../../mutants/splice.ts";
import type { MutationOperator } from "../define-operator.ts";
import { enclosingFunction, isValidMutant, type ParsedProgram, parseProgram } from "../parsed-program.ts";

export interface Candidate {
  /** One, or two where there are two sites. */
  readonly operators: readonly string[];
  readonly bugType: string;
  readonly realism: OperatorClass;
  /** By path, those of one file in the order of its text. */
  readonly edits: readonly PlacedEdit[];
  /** The solution with the edits made. */
  readonly code: Source;
  /** Names the innermost function around each site, or the file where there is none. */
  readonly functions: readonly string[];
}

export function realismRank(realism: OperatorClass): number {
  return OPERATOR_CLASSES.indexOf(realism);
}

/**
 * Every mutant of one operator at one site of any file, each text once: of operators that make the same text the most
 * realistic one has it. What does not parse is left out.
 */
export function firstOrderCandidates(solution: Source, operators: readonly MutationOperator[]): Candidate[] {
  const files = [...solution.files].map(([path, text]) => ({
    path,
    program: parsedFile(solution, path),
    seen: new Set([text]),
  }));
  const candidates: Candidate[] = [];
  const ranked = operators.toSorted((a, b) => realismRank(a.realism) - realismRank(b.realism));
  for (const { name, bugType, realism, mutants } of ranked) {
    for (const { path, program, seen } of files) {
      for (const draft of mutants(program)) {
        const edits = inTextOrder(draft);
        const text = spliceEdits(program.text, edits);
        if (seen.has(text)) continue;
        seen.add(text);
        if (!isValidMutant(program, edits, text)) continue;
        const functions = [`${path} ${functionAt(program, edits)}`];
        const placed = edits.map((edit) => ({ ...edit, path }));
        candidates.push({
          operators: [name],
          bugType,
          realism,
          edits: placed,
          code: solution.with(text, path),
          functions,
        });
      }
    }
  }
  return candidates;
}

/** Where the innermost function around the first edit begins; -1 outside of any. */
function functionAt({ tree }: ParsedProgram, edits: readonly SourceEdit[]): number {
  return enclosingFunction(tree.resolveInner(edits[0]?.from ?? 0, 1))?.from ?? -1;
}

/** Both mistakes in one program; null where one would change what the other has written. */
export function joinCandidates(solution: Source, one: Candidate, other: Candidate): Candidate | null {
  const edits = inOrder([...one.edits, ...other.edits]);
  const overlaps = edits.some(({ to, path }, index) => {
    const next = edits[index + 1];
    return next !== undefined && next.path === path && next.from <= to;
  });
  if (overlaps) return null;
  const code = spliceSource(solution, edits);
  for (const path of new Set(edits.map((edit) => edit.path))) {
    const inFile = edits.filter((edit) => edit.path === path);
    if (!isValidMutant(parsedFile(solution, path), inFile, code.files.get(path) ?? "")) return null;
  }
  return {
    operators: [...one.operators, ...other.operators],
    bugType: MULTIPLE_BUGS,
    realism: realismRank(one.realism) > realismRank(other.realism) ? one.realism : other.realism,
    edits,
    code,
    functions: [...one.functions, ...other.functions],
  };
}

const parsedFiles = new WeakMap<Source, Map<string, ParsedProgram>>();

/** Of a solution that many mutants are made of. */
function parsedFile(solution: Source, path: string): ParsedProgram {
  const files = parsedFiles.get(solution) ?? new Map<string, ParsedProgram>();
  parsedFiles.set(solution, files);
  const parsed = files.get(path) ?? parseProgram(solution.files.get(path) ?? "");
  files.set(path, parsed);
  return parsed;
}

function inOrder(edits: readonly PlacedEdit[]): readonly PlacedEdit[] {
  return [...edits].sort((a, b) => (a.path === b.path ? a.from - b.from || a.to - b.to : a.path < b.path ? -1 : 1));
}

/** Of the program with the edits made: the lines that they wrote, each as its file's path and its number from 1. */
export function editedLines({ edits, code }: Pick<Candidate, "edits" | "code">): ReadonlySet<string> {
  const lines = new Set<string>();
  const moved = new Map<string, number>();
  for (const { path, from, to, text: put } of edits) {
    const text = code.files.get(path) ?? "";
    const before = moved.get(path) ?? 0;
    const start = from + before;
    const first = lineAt(text, start);
    const last = lineAt(text, start + Math.max(0, put.trimEnd().length - 1));
    for (let line = first; line <= last; line += 1) lines.add(placedLine(path, line));
    moved.set(path, before + put.length - (to - from));
  }
  return lines;
}

/** A line of a file, as one name. */
export function placedLine(path: string, line: number): string {
  return `${path}:${line}`;
}
