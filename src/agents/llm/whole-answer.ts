/** Looks at an answer that is JSON and nothing else. */
import { parseJson } from "../../ground/parse-json.ts";

const FENCED = /^```[^\n]*\n([\s\S]*?)\n?```$/;

/** The answer without the space, and the fence, around all of it. */
export function withoutFence(rest: string): string {
  const text = rest.trim();
  return FENCED.exec(text)?.[1] ?? text;
}

/** The list that a text of JSON is, or that a text in it is. */
export function listIn(text: string): readonly unknown[] | null {
  const value = parseJson(text);
  const inner = typeof value === "string" ? parseJson(value) : value;
  return Array.isArray(inner) ? inner : null;
}
