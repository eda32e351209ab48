/** Loops and what leaves them. */
import type { SyntaxNode } from "@lezer/common";
import { enclosingLoop, nodesNamed, type ParsedProgram, type TextSpan } from "./parsed-program.ts";

/** Whether a `break` or `continue` of a loop stands in a part of it. */
export function hasExitOf(program: ParsedProgram, loop: SyntaxNode, { from, to }: TextSpan): boolean {
  return nodesNamed(program, "BreakStatement", "ContinueStatement").some(
    (exit) => exit.from >= from && exit.to <= to && enclosingLoop(exit)?.from === loop.from,
  );
}
