/** What stands in the brackets of `items[…]`. */
import type { SyntaxNode } from "@lezer/common";
import { childrenOf } from "./parsed-program.ts";

/** The index of `items[index]`; null of slices, of several indices and of attributes. */
export function subscriptOf(member: SyntaxNode): SyntaxNode | null {
  const [, open, index, close] = childrenOf(member);
  return open?.name === "[" && close?.name === "]" && index && index.name !== ":" ? index : null;
}

export interface SliceParts {
  readonly base: SyntaxNode;
  readonly open: SyntaxNode;
  readonly close: SyntaxNode;
  readonly start: SyntaxNode | null;
  readonly stop: SyntaxNode | null;
  readonly step: SyntaxNode | null;
  readonly colons: readonly SyntaxNode[];
}

/** The parts of `items[start:stop:step]`; null of what is no slice, or one of several dimensions. */
export function sliceOf(member: SyntaxNode): SliceParts | null {
  const parts = member.name === "MemberExpression" ? childrenOf(member) : [];
  const [base, open] = parts;
  const close = parts.at(-1);
  const inside = parts.slice(2, -1);
  const colons = inside.filter(({ name }) => name === ":");
  if (!base || !close || open?.name !== "[" || colons.length === 0 || inside.some(({ name }) => name === ","))
    return null;
  const bounds: (SyntaxNode | null)[] = [null, null, null];
  let at = 0;
  for (const part of inside) {
    if (part.name === ":") at += 1;
    else bounds[at] = part;
  }
  const [start = null, stop = null, step = null] = bounds;
  return { base, open, close, start, stop, step, colons };
}
