/** Finds steps by words: in what was asked for, what was thought, the code that was written, and what came of it. */
import type { Trace } from "./trace.ts";

/** @returns the numbers of the steps in which every word stands; null where no word is given */
export function searchSteps({ steps }: Trace, words: string): readonly number[] | null {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return null;
  return steps.flatMap(({ action, observation }, at) => {
    const said = Object.values(action).filter((value) => typeof value === "string");
    const text = [...said, observation.last_execution_output].join("\n").toLowerCase();
    return wanted.every((word) => text.includes(word)) ? [at + 1] : [];
  });
}
