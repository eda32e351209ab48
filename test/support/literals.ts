/** The texts that stand in a source, comments, types and plain errors apart: of a template only what stands between its values. */
import { parseAst } from "vite";

export function textsIn(source: string): readonly string[] {
  const found: string[] = [];
  collect(parseAst(source, { lang: "ts" }), found);
  return found;
}

function collect(node: unknown, found: string[]): void {
  if (Array.isArray(node)) {
    for (const each of node) collect(each, found);
    return;
  }
  if (!isNode(node)) return;
  if (node.type.startsWith("TS") && !HOLDS_VALUES.has(node.type)) return;
  if (node.type === "ImportDeclaration" || node.type.startsWith("Export") === true) {
    collect(node.declaration, found);
    return;
  }
  // What would be a fault of ours is told to nobody but us.
  if (node.type === "NewExpression" && isNode(node.callee) && node.callee.name === "Error") return;
  if (node.type === "Literal" && typeof node.value === "string") found.push(node.value);
  if (node.type === "TemplateLiteral" && Array.isArray(node.quasis)) {
    found.push(node.quasis.map(({ value }) => value.cooked).join("…"));
    collect(node.expressions, found);
    return;
  }
  for (const part of Object.values(node)) collect(part, found);
}

/** Of TypeScript's own nodes those in which there may be values. */
const HOLDS_VALUES: ReadonlySet<string> = new Set(["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"]);

interface SourceNode {
  readonly type: string;
  readonly declaration?: unknown;
  readonly value?: unknown;
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
  readonly expressions?: unknown;
  readonly callee?: unknown;
  readonly name?: unknown;
}

function isNode(value: unknown): value is SourceNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
