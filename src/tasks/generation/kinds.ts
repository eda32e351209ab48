/** What kind of value an expression has, as far as its text tells: a guess that keeps mutants from being nonsense. */
import type { SyntaxNode } from "@lezer/common";
import { BINDING_STRENGTH, binaryPartsOf, bindingOfOperator, withoutParentheses } from "./expressions.ts";
import { isKeywordName } from "./names.ts";
import {
  childrenOf,
  enclosingFunction,
  isStringNode,
  nodesNamed,
  oncePerProgram,
  type ParsedProgram,
  sourceOf,
} from "./parsed-program.ts";

export type ValueKind = "number" | "text" | "list" | "dict" | "set" | "tuple" | "bool" | "deque";

const LITERALS: Readonly<Record<string, ValueKind>> = {
  Number: "number",
  Boolean: "bool",
  ArrayExpression: "list",
  ArrayComprehensionExpression: "list",
  DictionaryExpression: "dict",
  DictionaryComprehensionExpression: "dict",
  SetExpression: "set",
  SetComprehensionExpression: "set",
  TupleExpression: "tuple",
};

const RESULTS = kindsByName({
  number: "len int abs sum ord round float hash count index find rfind bit_length floor ceil bisect_left bisect_right",
  text: "str repr chr format join strip lstrip rstrip lower upper replace title capitalize zfill ljust rjust",
  list: "list sorted split rsplit splitlines",
  dict: "dict defaultdict Counter OrderedDict",
  set: "set frozenset",
  tuple: "tuple partition rpartition divmod",
  bool: "bool any all isinstance startswith endswith isdigit isalpha isalnum isspace isupper islower",
  deque: "deque",
});

/** Methods that values of one kind alone have. */
const METHODS = kindsByName({
  text: "strip lstrip rstrip lower upper split splitlines startswith endswith isdigit isalpha isalnum isspace join",
  list: "append extend sort reverse",
  dict: "items keys values get setdefault",
  set: "add discard",
  deque: "popleft appendleft",
});

function kindsByName(names: Readonly<Record<ValueKind, string>> | Readonly<Partial<Record<ValueKind, string>>>) {
  const kinds = new Map<string, ValueKind>();
  for (const [kind, words] of Object.entries(names)) {
    for (const word of words.split(" ")) kinds.set(word, kind as ValueKind);
  }
  return kinds;
}

/** The kind of the expression at a node; null where its text does not tell. */
export function valueKindOf(program: ParsedProgram, node: SyntaxNode): ValueKind | null {
  if (isStringNode(node)) return "text";
  const literal = LITERALS[node.name];
  if (literal) return literal;
  switch (node.name) {
    case "ParenthesizedExpression": {
      const inner = withoutParentheses(node);
      return inner === node ? null : valueKindOf(program, inner);
    }
    case "UnaryExpression":
      return node.firstChild?.name === "not" ? "bool" : "number";
    case "BinaryExpression":
      return kindOfBinary(program, node);
    case "ConditionalExpression":
      return node.firstChild && valueKindOf(program, node.firstChild);
    case "CallExpression":
      return kindOfCall(program, node);
    case "VariableName":
      return kindsOfNames(program).get(nameKey(program, node)) ?? null;
    case "MemberExpression":
      return kindsOfNames(program).get(attributeKey(program, node)) ?? null;
    default:
      return null;
  }
}

function kindOfBinary(program: ParsedProgram, node: SyntaxNode): ValueKind | null {
  const parts = binaryPartsOf(program, node);
  if (parts === null) return null;
  const binding = bindingOfOperator(parts.operator);
  if (binding === BINDING_STRENGTH.comparison) return "bool";
  const [left, right] = [valueKindOf(program, parts.left), valueKindOf(program, parts.right)];
  if (binding === BINDING_STRENGTH.and || binding === BINDING_STRENGTH.or) return right;
  if (left !== null && left !== "number") return left;
  if (right !== null && right !== "number") return right;
  return left === "number" || right === "number" || /^(-|\/|\/\/|\*\*|<<|>>)$/.test(parts.operator) ? "number" : null;
}

function kindOfCall(program: ParsedProgram, node: SyntaxNode): ValueKind | null {
  const callee = node.firstChild;
  if (callee === null) return null;
  const name = calleeName(program, node);
  const result = RESULTS.get(name);
  if (result) return result;
  if (name === "copy" && callee.firstChild) return valueKindOf(program, callee.firstChild);
  const first = node.getChild("ArgList")?.getChild("(")?.nextSibling;
  return (name === "min" || name === "max") && first?.nextSibling?.name === "," ? valueKindOf(program, first) : null;
}

/** `f` of `f(x)` and of `a.f(x)`; empty where what is called has no name. */
export function calleeName(program: ParsedProgram, call: SyntaxNode): string {
  const callee = call.firstChild;
  if (callee?.name === "VariableName") return sourceOf(program, callee);
  const last = callee?.name === "MemberExpression" ? callee.lastChild : null;
  return last?.name === "PropertyName" ? sourceOf(program, last) : "";
}

/**
 * By `nameKey` and `attributeKey`. What is assigned tells first, then how a name is used. While it is being made, what is
 * known already helps to tell more.
 */
function kindsOfNames(program: ParsedProgram): ReadonlyMap<string, ValueKind> {
  const memory = memoryOf(program);
  if (memory.isComplete) return memory.kinds;
  memory.isComplete = true;
  const learn = (key: string, kind: ValueKind | null) => {
    if (kind !== null && !memory.kinds.has(key)) memory.kinds.set(key, kind);
  };
  for (const statement of nodesNamed(program, "AssignStatement", "ForStatement", "UpdateStatement")) {
    learnFromStatement(program, statement, learn);
  }
  for (const node of nodesNamed(program, "VariableName", "MemberExpression")) {
    if (!isKeywordName(node)) learn(keyOf(program, node), kindByUse(program, node));
  }
  return memory.kinds;
}

const memoryOf = oncePerProgram(() => ({ kinds: new Map<string, ValueKind>(), isComplete: false }));

type Learn = (key: string, kind: ValueKind | null) => void;

function learnFromStatement(program: ParsedProgram, statement: SyntaxNode, learn: Learn): void {
  const parts = childrenOf(statement);
  const isAssignment = statement.name === "AssignStatement";
  if (isAssignment && parts.length === 3 && parts[0] && parts[2]) {
    learn(keyOf(program, parts[0]), valueKindOf(program, parts[2]));
  }
  if (isAssignment && parts.length === 7 && parts[3]?.name === "AssignOp") {
    for (const at of [0, 2]) {
      const [target, value] = [parts[at], parts[at + 4]];
      if (target && value) learn(keyOf(program, target), valueKindOf(program, value));
    }
  }
  if (statement.name === "UpdateStatement" && parts[0] && parts[2]) {
    learn(keyOf(program, parts[0]), valueKindOf(program, parts[2]));
  }
  if (statement.name !== "ForStatement" || !parts[1]) return;
  const over = parts[parts.findIndex(({ name }) => name === "in") + 1];
  const source = over?.name === "CallExpression" ? calleeName(program, over) : "";
  if (source === "range" || source === "enumerate") learn(keyOf(program, parts[1]), "number");
  if (over && valueKindOf(program, over) === "text") learn(keyOf(program, parts[1]), "text");
}

function kindByUse(program: ParsedProgram, node: SyntaxNode): ValueKind | null {
  const { parent } = node;
  if (parent === null) return null;
  if (
    parent.name === "MemberExpression" &&
    parent.firstChild?.from === node.from &&
    parent.parent?.name === "CallExpression"
  ) {
    const method = parent.lastChild;
    return method?.name === "PropertyName" ? (METHODS.get(sourceOf(program, method)) ?? null) : null;
  }
  if (parent.name === "ArgList" && parent.parent && calleeName(program, parent.parent) === "range") return "number";
  const binary = binaryPartsOf(program, parent);
  if (binary === null || !/^(<|<=|>|>=|==|!=|\+|-|\/|\/\/)$/.test(binary.operator)) return null;
  const other = binary.left.from === node.from ? binary.right : binary.left;
  const isNumber = other.name === "Number" || (other.name === "CallExpression" && calleeName(program, other) === "len");
  return isNumber || binary.operator === "//" ? "number" : null;
}

function keyOf(program: ParsedProgram, node: SyntaxNode): string {
  return node.name === "MemberExpression" ? attributeKey(program, node) : nameKey(program, node);
}

function nameKey(program: ParsedProgram, node: SyntaxNode): string {
  return `${enclosingFunction(node)?.from ?? ""}:${sourceOf(program, node)}`;
}

/** Of `a.x`: whatever `a` is, `x` is taken to mean the same in all of the file. */
function attributeKey(program: ParsedProgram, node: SyntaxNode): string {
  const last = node.lastChild;
  return last?.name === "PropertyName" ? `.${sourceOf(program, last)}` : `[${node.from}`;
}
