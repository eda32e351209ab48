/** Takes a model's thoughts out of its answer, so that braces within them are not taken for actions. */

export interface SplitAnswer {
  /** What stood in `<thought>`, if anything did; a model's own reasoning in `<think>` is nobody's business. */
  readonly thought: string | null;
  readonly rest: string;
}

const OPENING = /<(thought|think|thinking)>/i;
const CLOSED_ONLY = /^[\s\S]*<\/(?:think|thinking|thought)>/i;

export function splitThought(answer: string): SplitAnswer {
  const thoughts: string[] = [];
  let rest = answer;
  for (let found = openingOf(rest); found !== null; found = openingOf(rest)) {
    const { tag, from, to } = found;
    const close = rest.toLowerCase().indexOf(`</${tag}>`, to);
    const inside = close < 0 ? rest.slice(to) : rest.slice(to, close);
    if (tag === "thought") thoughts.push(inside.trim());
    rest = rest.slice(0, from) + (close < 0 ? "" : rest.slice(close + tag.length + 3));
  }
  // Some templates begin the block themselves, so that only its end is in the answer.
  const afterEnd = rest.replace(CLOSED_ONLY, "");
  if (afterEnd.includes("{")) rest = afterEnd;
  return { thought: thoughts.length === 0 ? null : thoughts.join("\n"), rest };
}

/** A block begins before the first brace; one that stands behind it is part of a text in the JSON. */
function openingOf(text: string): { tag: string; from: number; to: number } | null {
  const found = OPENING.exec(text);
  const brace = text.indexOf("{");
  if (found === null || (brace >= 0 && brace < found.index)) return null;
  return { tag: (found[1] ?? "").toLowerCase(), from: found.index, to: found.index + found[0].length };
}

export function writeThought(thought: string | null, action: string): string {
  return thought === null || thought === "" ? action : `<thought>${thought}</thought>\n${action}`;
}
