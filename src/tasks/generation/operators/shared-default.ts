/** `self.items = []` of `__init__` to an attribute of the class, `items=None` to `items=[]`: all share what each should have. Source: MN. */
import type { SyntaxNode } from "@lezer/common";
import type { SourceEdit } from "../../mutants/splice.ts";
import {
  clausesOf,
  indentationOf,
  isBlock,
  linesOf,
  statementsNamed,
  statementsOf,
  withoutStatement,
} from "../blocks.ts";
import { defineOperator, type MutationOperator } from "../define-operator.ts";
import { nameOfDefinition } from "../definitions.ts";
import {
  childrenOf,
  enclosingClass,
  enclosingFunction,
  isStringNode,
  nodesNamed,
  type ParsedProgram,
  sourceOf,
} from "../parsed-program.ts";

const EMPTY = /^(\[\]|\{\}|set\(\)|dict\(\)|list\(\)|deque\(\)|OrderedDict\(\)|defaultdict\(\w+\)|Counter\(\))$/;

export const sharedDefault: MutationOperator = defineOperator({
  name: "shared-default",
  bugType: "shared-state",
  realism: "realistic",
  mutants: (program) => [
    ...statementsNamed(program, "AssignStatement").flatMap((statement) => sharedAttribute(program, statement)),
    ...nodesNamed(program, "FunctionDefinition").flatMap((definition) => sharedParameter(program, definition)),
  ],
});

function sharedAttribute(program: ParsedProgram, statement: SyntaxNode): readonly (readonly SourceEdit[])[] {
  const parts = childrenOf(statement);
  const [target, , value] = parts;
  const method = enclosingFunction(statement);
  const owner = enclosingClass(statement);
  if (!target || !value || parts.length !== 3 || !method || !owner || statement.parent?.parent?.from !== method.from)
    return [];
  const attribute = /^self\.(\w+)$/.exec(sourceOf(program, target))?.[1];
  const isInit = nameOfDefinition(program, method) === "__init__" && statementsOf(statement.parent).length > 1;
  const body = owner.getChild("Body");
  if (!attribute || !isInit || !body || !isBlock(program, body) || !EMPTY.test(sourceOf(program, value))) return [];
  const statements = statementsOf(body);
  const first = statements.find((part) => part.firstChild === null || !isStringNode(part.firstChild)) ?? statements[0];
  const depth = first && indentationOf(program, first);
  if (!first || depth === null || depth === undefined) return [];
  const { from } = linesOf(program, first);
  const gap = /Definition$|^DecoratedStatement$/.test(first.name) ? "\n\n" : "\n";
  const shared = { from, to: from, text: `${depth}${attribute} = ${sourceOf(program, value)}${gap}` };
  return [[shared, ...withoutStatement(program, statement)]];
}

function sharedParameter(program: ParsedProgram, definition: SyntaxNode): readonly (readonly SourceEdit[])[] {
  const body = definition.getChild("Body");
  const list = definition.getChild("ParamList");
  if (!body || !list || statementsOf(body).length < 2) return [];
  return statementsOf(body).flatMap((statement) => {
    const clauses = statement.name === "IfStatement" ? clausesOf(statement) : [];
    const [only] = clauses;
    const [assignment, more] = only ? statementsOf(only.body) : [];
    const name = only?.head[0] && /^(\w+) is None$/.exec(sourceOf(program, only.head[0]))?.[1];
    if (!name || !assignment || more || clauses.length > 1) return [];
    const [target, equals, value] = sourceOf(program, assignment).split(/\s+/);
    if (target !== name || equals !== "=" || !value || !EMPTY.test(value)) return [];
    const parameter = childrenOf(list).find((part) => sourceOf(program, part) === name);
    const preset = parameter && childrenOf(list).find((part) => part.from > parameter.from && part.name === "None");
    const isOwn = preset && sourceOf(program, { from: parameter.to, to: preset.from }).split(",").length === 1;
    return isOwn ? [[{ from: preset.from, to: preset.to, text: value }, ...withoutStatement(program, statement)]] : [];
  });
}
