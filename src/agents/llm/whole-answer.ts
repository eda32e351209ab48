/** Looks at an answer that is JSON and nothing else. */

const FENCED = /^```[^\n]*\n([\s\S]*?)\n?```$/;

/** The answer without the space, and the fence, around all of it. */
export function withoutFence(rest: string): string {
  const text = rest.trim();
  return FENCED.exec(text)?.[1] ?? text;
}

/** The list that a text of JSON is, or that a text in it is. */
export function listIn(text: string): readonly unknown[] | null {
  const value = readWhole(text);
  const inner = typeof value === "string" ? readWhole(value) : value;
  return Array.isArray(inner) ? inner : null;
}

function readWhole(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
