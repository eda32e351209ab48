/** Looks at what each stratum of a program's generator adds to its hidden tests. */
import type { RunOptions, Sandbox } from "../sandbox/sandbox.ts";
import { DRAWING_LIMITS, readCalls } from "./hidden-tests.ts";
import { toCall } from "./run-tests.ts";
import { hashSeed } from "./seed-hash.ts";
import type { Program } from "./task.ts";

/** Calls that are drawn from each stratum. */
export const STRATUM_SAMPLE = 20;

export interface StratumReport {
  readonly name: string;
  /** Distinct calls of the sample that are neither visible tests nor calls of an earlier stratum. */
  readonly distinct: number;
}

/** @throws UnsoundProgramError if the generator does not do what it should */
export async function sampleStrata(
  program: Program,
  { sandbox, ...options }: RunOptions & { readonly sandbox: Sandbox },
): Promise<readonly StratumReport[]> {
  const drawing = { seed: hashSeed(0, "strata"), count: STRATUM_SAMPLE, solution: program.solution };
  const { code, call } = program.language.drawing.sampleStrata(program.generator, drawing);
  const { outcomes } = await sandbox.run({ code, calls: [toCall(call)], limits: DRAWING_LIMITS }, options);
  // Flat, a name before the calls of each: whatever is no list of texts is refused in one place.
  const texts = readCalls(outcomes[0], program);
  const known = new Set(program.tests.map((test) => test.call));
  const strata: StratumReport[] = [];
  for (let at = 0; at < texts.length; at += STRATUM_SAMPLE + 1) {
    const calls = new Set(texts.slice(at + 1, at + 1 + STRATUM_SAMPLE));
    strata.push({ name: texts[at] ?? "", distinct: [...calls].filter((one) => !known.has(one)).length });
    for (const one of calls) known.add(one);
  }
  return strata;
}

export function stratumProblems(strata: readonly StratumReport[]): string[] {
  return strata
    .filter(({ distinct }) => distinct === 0)
    .map(
      ({ name }) =>
        `the stratum ${name} of the generator adds nothing: all of ${STRATUM_SAMPLE} calls are visible tests or come ` +
        "from an earlier stratum; let it vary, or remove it",
    );
}
