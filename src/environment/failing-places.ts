/** Where a given program fails, for the prompt of one that is too long to stand in it. */
import type { FilePlace } from "../sandbox/sandbox.ts";
import type { Source } from "../sandbox/source.ts";
import type { Examiner } from "./examiner.ts";
import { isTooLongForPrompt } from "./prompt.ts";

interface AskedPlaces {
  readonly examiner: Examiner;
  readonly signal: AbortSignal | undefined;
}

/** The innermost lines at which visible tests stop, in the tests' order, each once; none where the prompt has all of the code. */
export async function failingPlaces(given: Source, { examiner, signal }: AskedPlaces): Promise<readonly FilePlace[]> {
  if (!isTooLongForPrompt(given)) return [];
  const { results } = await examiner.runVisible(given, signal);
  const places = new Map<string, FilePlace>();
  for (const { path, line } of results)
    if (path !== undefined && line != null) places.set(`${line} ${path}`, { path, line });
  return [...places.values()];
}
