/** Calls: what is called and with what. */
import type { SyntaxNode } from "@lezer/common";
import type { SourceEdit } from "../mutants/splice.ts";
import { defineOperator, type MutationOperator, replaceSpan } from "./define-operator.ts";
import { calleeName } from "./kinds.ts";
import { childrenOf, enclosingNode, nodesNamed, type ParsedProgram, sourceOf } from "./parsed-program.ts";

export interface CallParts {
  readonly call: SyntaxNode;
  /** `f` of `f(x)` and of `a.f(x)`; empty where what is called has no name. */
  readonly name: string;
  /** `a` of `a.f(x)`; null of `f(x)`. */
  readonly receiver: SyntaxNode | null;
  readonly list: SyntaxNode;
  readonly args: readonly CallArgument[];
}

/** One argument of a call: `x`, `*x` or `key=x`. */
export interface CallArgument {
  /** Before the value: null of a positional one, `*`, `**`, or the keyword. */
  readonly label: SyntaxNode | null;
  readonly value: SyntaxNode;
  readonly from: number;
  readonly to: number;
}

export function callsOf(program: ParsedProgram): readonly CallParts[] {
  return nodesNamed(program, "CallExpression").flatMap((call) => {
    const list = call.getChild("ArgList");
    const callee = call.firstChild;
    if (list === null || callee === null) return [];
    const receiver = callee.name === "MemberExpression" ? callee.firstChild : null;
    return [{ call, name: calleeName(program, call), receiver, list, args: argumentsOf(list) }];
  });
}

/** A generator that stands alone in the parentheses gives no arguments. */
function argumentsOf(list: SyntaxNode): readonly CallArgument[] {
  const groups: SyntaxNode[][] = [[]];
  for (const part of childrenOf(list).slice(1, -1)) {
    if (part.name === ",") groups.push([]);
    else groups.at(-1)?.push(part);
  }
  return groups.flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last || group.some(({ name }) => name === "for")) return [];
    const label = first.from === last.from ? null : first;
    return [{ label, value: last, from: first.from, to: last.to }];
  });
}

/** The arguments before the first that has a name or is unpacked. */
export function positionalOf({ args }: CallParts): readonly SyntaxNode[] {
  const end = args.findIndex(({ label }) => label !== null);
  return (end === -1 ? args : args.slice(0, end)).map(({ value }) => value);
}

/** The keyword of an argument such as `key=x`; null of others. */
export function keywordOf(program: ParsedProgram, { label }: CallArgument): string | null {
  return label?.name === "VariableName" ? sourceOf(program, label) : null;
}

/** A mutant without one argument, with the comma that goes with it. */
export function withoutArgument({ list, args }: CallParts, at: number): readonly SourceEdit[] {
  const [own, before, after] = [args[at], args[at - 1], args[at + 1]];
  if (!own) return [];
  if (before) return replaceSpan({ from: before.to, to: own.to }, "");
  return replaceSpan({ from: own.from, to: after?.from ?? list.to - 1 }, "");
}

/** What is told to people when something goes wrong; no bug that matters is in there. */
export function isInRaise(node: SyntaxNode): boolean {
  return enclosingNode(node, "RaiseStatement") !== null;
}

export interface CallOperator extends Omit<MutationOperator, "mutants"> {
  /** The mutants of one call. */
  readonly ofCall: (program: ParsedProgram, call: CallParts) => Iterable<readonly SourceEdit[]>;
}

/** An operator that looks at each call by itself; those in a `raise` are left out. */
export function callOperator({ ofCall, ...facts }: CallOperator): MutationOperator {
  return defineOperator({
    ...facts,
    mutants: (program) =>
      callsOf(program)
        .filter(({ call }) => !isInRaise(call))
        .flatMap((call) => [...ofCall(program, call)]),
  });
}
