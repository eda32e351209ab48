/** Python's words as people read them, line by line: keywords, strings, numbers, comments, names that are defined. */

export type TokenKind = "keyword" | "string" | "number" | "comment" | "definition" | "builtin" | "plain";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const KEYWORDS = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from global if " +
    "import in is lambda nonlocal not or pass raise return try while with yield match case"
  ).split(" "),
);
const BUILTINS = new Set(
  (
    "abs all any bool bytes callable chr dict divmod enumerate filter float frozenset getattr hasattr hash int isinstance " +
    "iter len list map max min next object ord pow print range repr reversed round self set setattr slice sorted str sum " +
    "super tuple type zip"
  ).split(" "),
);

const WORD =
  /(?<comment>#.*)|(?<open>[rbfuRBFU]{0,2}("""|'''))|(?<string>[rbfuRBFU]{0,2}(?:"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?))|(?<number>\b(?:0[xXoObB][\da-fA-F_]+|\d[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?\d+)?j?)\b)|(?<name>[\p{L}_][\p{L}\p{N}_]*)/uy;

/** The lines of a file, each as its tokens; a string of three quotes goes on over lines. */
export function tokenizeLines(lines: readonly string[]): readonly (readonly Token[])[] {
  let quote: string | null = null;
  return lines.map((line) => {
    const [tokens, open] = tokenizeLine(line, quote);
    quote = open;
    return tokens;
  });
}

export function sameTokens(one: readonly Token[], other: readonly Token[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ kind, text }, at) => kind === other[at]?.kind && text === other[at]?.text)
  );
}

function tokenizeLine(line: string, quote: string | null): [tokens: readonly Token[], open: string | null] {
  const tokens: Token[] = [];
  let open = quote;
  let at = 0;
  let defines = false;
  const push = (kind: TokenKind, end: number): void => {
    const last = tokens.at(-1);
    const text = line.slice(at, end);
    if (kind === "plain" && last?.kind === "plain") tokens[tokens.length - 1] = { kind, text: last.text + text };
    else if (text !== "") tokens.push({ kind, text });
    at = end;
  };
  while (at < line.length) {
    if (open !== null) {
      const close = line.indexOf(open, at);
      push("string", close < 0 ? line.length : close + open.length);
      if (close >= 0) open = null;
      continue;
    }
    WORD.lastIndex = at;
    const found = WORD.exec(line);
    const groups = found?.groups;
    if (!found || !groups) {
      push("plain", at + (/^[\uD800-\uDBFF]/.test(line.slice(at)) ? 2 : 1));
      continue;
    }
    const end = at + found[0].length;
    if (groups.open !== undefined) {
      open = groups.open.slice(-3);
      const close = line.indexOf(open, end);
      push("string", close < 0 ? line.length : close + 3);
      if (close >= 0) open = null;
    } else if (groups.name !== undefined) {
      push(defines ? "definition" : kindOfName(groups.name), end);
      defines = groups.name === "def" || groups.name === "class";
    } else if (groups.comment !== undefined) push("comment", end);
    else if (groups.string !== undefined) push("string", end);
    else push("number", end);
  }
  return [tokens, open];
}

function kindOfName(name: string): TokenKind {
  if (KEYWORDS.has(name)) return "keyword";
  return BUILTINS.has(name) ? "builtin" : "plain";
}
