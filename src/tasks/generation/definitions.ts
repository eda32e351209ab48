/** What the functions and classes of a file take. */
import type { SyntaxNode } from "@lezer/common";
import { statementsOf } from "./blocks.ts";
import { childrenOf, nodesNamed, type ParsedProgram, sourceOf } from "./parsed-program.ts";

export interface ParameterFacts {
  readonly name: string;
  readonly hasDefault: boolean;
}

/** The parameters that a call of the name fills, those with defaults marked; null where the file defines no such name. */
export function parametersTaken(program: ParsedProgram, name: string): readonly ParameterFacts[] | null {
  const definition = nodesNamed(program, "FunctionDefinition", "ClassDefinition").find(
    (node) => nameOfDefinition(program, node) === name,
  );
  if (!definition) return null;
  const callable = definition.name === "ClassDefinition" ? initOf(program, definition) : definition;
  const list = callable?.getChild("ParamList");
  return list ? parametersIn(program, list) : [];
}

/** The names of the parameters that have defaults; null where the file defines no such function. */
export function presetsOf(program: ParsedProgram, name: string): readonly string[] | null {
  const taken = parametersTaken(program, name);
  const presets = taken?.filter(({ hasDefault }) => hasDefault).map((parameter) => parameter.name);
  return presets ?? null;
}

export function nameOfDefinition(program: ParsedProgram, definition: SyntaxNode): string {
  const name = definition.getChild("VariableName");
  return name ? sourceOf(program, name) : "";
}

function initOf(program: ParsedProgram, definition: SyntaxNode): SyntaxNode | undefined {
  const body = definition.getChild("Body");
  return body ? statementsOf(body).find((part) => nameOfDefinition(program, part) === "__init__") : undefined;
}

function parametersIn(program: ParsedProgram, list: SyntaxNode): readonly ParameterFacts[] {
  const groups: SyntaxNode[][] = [[]];
  for (const part of childrenOf(list).slice(1, -1)) {
    if (part.name === ",") groups.push([]);
    else groups.at(-1)?.push(part);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    if (first?.name !== "VariableName" || /^(self|cls)$/.test(sourceOf(program, first))) return [];
    return [{ name: sourceOf(program, first), hasDefault: group.some(({ name }) => name === "AssignOp") }];
  });
}
