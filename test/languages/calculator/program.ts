/**
 * A pretend guest language: a program is lines like `double n = n + n`, `#` begins a comment, values are whole numbers.
 * What it lacks shows what a language may do without: it has no strings, no indentation and no classes.
 */

export class CalculatorSyntaxError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, { line, column }: { readonly line: number; readonly column: number }) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/** What a calculation ended in. */
export class CalculatorFault extends Error {
  readonly type: string;
  line: number | null = null;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

export class OutOfFuel extends Error {}

type Expression =
  | { readonly kind: "number"; readonly value: bigint }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: "operation"; readonly sign: string; readonly left: Expression; readonly right: Expression };

interface Definition {
  readonly parameters: readonly string[];
  readonly body: Expression;
  readonly line: number;
}

export type Program = ReadonlyMap<string, Definition>;

/** @throws CalculatorSyntaxError */
export function parseProgram(text: string): Program {
  const program = new Map<string, Definition>();
  for (const [index, raw] of text.split("\n").entries()) {
    const line = index + 1;
    const code = raw.replace(/#.*/, "");
    if (code.trim() === "") continue;
    const head = /^([a-z_]+)((?: [a-z_]+)*) = /.exec(code);
    if (head === null) throw new CalculatorSyntaxError("a line is `name parameters = sum`", { line, column: 1 });
    const [all, name = "", parameters = ""] = head;
    const body = parseExpression(code, { line, at: all.length });
    program.set(name, { parameters: parameters.split(" ").filter(Boolean), body, line });
  }
  return program;
}

/** @throws CalculatorSyntaxError */
export function parseExpression(code: string, { line = 1, at = 0 }: { line?: number; at?: number } = {}): Expression {
  let place = at;
  const take = (pattern: RegExp): string | null => {
    const sticky = new RegExp(` *(${pattern.source})`, "y");
    sticky.lastIndex = place;
    const found = sticky.exec(code);
    if (found !== null) place = sticky.lastIndex;
    return found?.[1] ?? null;
  };
  const fail = (wanted: string): never => {
    throw new CalculatorSyntaxError(`expected ${wanted}`, { line, column: place + 1 });
  };
  const term = (): Expression => {
    const digits = take(/-?\d+/);
    if (digits !== null) return { kind: "number", value: BigInt(digits) };
    const name = take(/[a-z_]+/) ?? fail("a number or a name");
    const args: Expression[] = [];
    if (take(/\(/) !== null && take(/\)/) === null) {
      do args.push(sum());
      while (take(/,/) !== null);
      if (take(/\)/) === null) fail(")");
    }
    return { kind: "call", name, args };
  };
  const sum = (): Expression => {
    let left = term();
    for (let sign = take(/[-+*/]/); sign !== null; sign = take(/[-+*/]/)) {
      left = { kind: "operation", sign, left, right: term() };
    }
    return left;
  };
  const expression = sum();
  take(/ */);
  if (place < code.trimEnd().length) fail("the end of the line");
  return expression;
}

/** @param meter is told of each step, and may throw `OutOfFuel` @throws CalculatorFault */
export function evaluate(
  expression: Expression,
  { program, meter }: { readonly program: Program; readonly meter: () => void },
): bigint {
  const value = (one: Expression, scope: ReadonlyMap<string, bigint>): bigint => {
    meter();
    if (one.kind === "number") return one.value;
    if (one.kind === "operation") return operate(one.sign, value(one.left, scope), value(one.right, scope));
    const known = scope.get(one.name);
    if (known !== undefined && one.args.length === 0) return known;
    const definition = program.get(one.name);
    if (definition === undefined) throw new CalculatorFault("UnknownName", `nothing is called ${one.name}`);
    const { parameters, body, line } = definition;
    if (parameters.length !== one.args.length) throw new CalculatorFault("WrongCount", `${one.name} takes others`);
    const given = parameters.map((name, index): [string, bigint] => [name, value(one.args[index] ?? body, scope)]);
    try {
      return value(body, new Map(given));
    } catch (error) {
      if (error instanceof CalculatorFault) error.line ??= line;
      throw error;
    }
  };
  return value(expression, new Map());
}

function operate(sign: string, left: bigint, right: bigint): bigint {
  if (sign === "+") return left + right;
  if (sign === "-") return left - right;
  if (sign === "*") return left * right;
  if (right === 0n) throw new CalculatorFault("NoQuotient", "nothing can be divided by 0");
  return left / right;
}
