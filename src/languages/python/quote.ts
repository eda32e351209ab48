/** Writes texts, and lists of them, as Python literals: what JSON writes means the same in Python. */

type TextTree = string | readonly TextTree[];

/** Lone surrogates come out escaped, and Python reads the escape. */
export function pythonLiteral(value: TextTree): string {
  return JSON.stringify(value);
}
