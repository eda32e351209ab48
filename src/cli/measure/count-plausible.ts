/** Counts the single edits of a buggy text that make it pass the visible tests: the more, the less these tests say. */
import { insertProbes, marksIn, probedLines } from "../../agents/search/probes.ts";
import { parsePython } from "../../agents/search/python-program.ts";
import { repairsOf } from "../../agents/search/repairs.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { runTests } from "../../tasks/run-tests.ts";
import type { Task } from "../../tasks/task.ts";

export interface PlausibleOptions {
  readonly sandbox: Sandbox;
  readonly signal?: AbortSignal | undefined;
}

/** What a repair may use before it counts as endless; the tests of the catalogue use a hundredth. */
const LIMITS = { fuel: 2_000_000, batchFuel: 12_000_000 };

/**
 * The edits are the search agent's repairs, all of them, but for those of statements that some failing test does not
 * execute: they cannot mend that test.
 */
export async function countPlausibleEdits(
  { program, code }: Task,
  { sandbox, signal }: PlausibleOptions,
): Promise<number> {
  const running = { sandbox, limits: LIMITS, ...(signal && { signal }) };
  const { results } = await runTests(code, program.tests, running);
  const failing = results.filter(({ passed }) => !passed).map(({ test }) => test);
  const [first] = failing;
  if (first === undefined) return 0;
  const python = parsePython(code.text);
  const probed = insertProbes(python);
  const traces = probed === null ? [] : (await runTests(code.with(probed), failing, running)).results;
  const executed = traces.map(({ outcome }) => marksIn(outcome.stdout));
  const placed = probedLines(python);
  let count = 0;
  for (const { line, text } of repairsOf(python, [])) {
    if (placed.has(line) && executed.some((lines) => !lines.has(line))) continue;
    const repaired = code.with(text);
    const [alone] = (await runTests(repaired, [first], running)).results;
    if (!alone?.passed) continue;
    const all = await runTests(repaired, program.tests, running);
    if (all.results.every(({ passed }) => passed)) count += 1;
  }
  return count;
}
