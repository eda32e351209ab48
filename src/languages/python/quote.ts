/** Writes texts, and lists of them, as Python literals: what JSON writes means the same in Python. */

/** Lone surrogates come out escaped, and Python reads the escape. */
export function pythonLiteral(value: string | readonly string[]): string {
  return JSON.stringify(value);
}
