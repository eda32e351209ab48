/** Makes a bug visible that no visible test shows: one of the generated calls becomes a test of the task. */
import type { LanguagePack } from "../../../languages/language-pack.ts";
import type { Mutant } from "../../mutants/mutant.ts";
import type { JudgedTest } from "../../run-tests.ts";

/** A longer call tells an agent little. */
const MOST_CHARACTERS = 200;

/** The shortest call, the first of several, on which the candidate differs; null where none is short enough to be read. */
export function promotedCall(
  results: readonly JudgedTest[],
  { literals }: Pick<LanguagePack, "literals">,
): NonNullable<Mutant["test"]> | null {
  const differing = results.filter(({ passed, outcome }) => !passed && outcome.kind !== "timeout");
  const [shortest] = differing.map(({ test }) => test).sort((a, b) => a.call.length - b.call.length);
  if (shortest === undefined || shortest.call.length > MOST_CHARACTERS) return null;
  const { call, expectation } = shortest;
  if (expectation.kind === "raises") return { call, expect: { raises: literals.printError(expectation) } };
  const expect = literals.print(expectation.value, { maxLength: MOST_CHARACTERS + 1 });
  return expect.length > MOST_CHARACTERS ? null : { call, expect };
}
