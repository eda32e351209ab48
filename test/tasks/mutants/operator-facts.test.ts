/** What a mutant's line leaves out, because its operators tell it. */
import { expect, test } from "vitest";
import { MUTATION_OPERATORS } from "../../../src/tasks/generation/operators.ts";
import { factsOfOperators, MULTIPLE_BUGS, OPERATOR_FACTS } from "../../../src/tasks/mutants/operator-facts.ts";

test("the facts of each operator are those that it has itself", () => {
  const own = MUTATION_OPERATORS.map(({ name, bugType, realism }) => [name, [bugType, realism]]);
  expect(OPERATOR_FACTS).toEqual(Object.fromEntries(own));
});

test("two operators make two bugs, as realistic as the one that is less so", () => {
  expect(factsOfOperators(["cmp-boundary"])).toMatchObject({ bug_type: "wrong-comparison" });
  const [one = "", other = ""] = ["realistic", "silly"].map(
    (realism) => MUTATION_OPERATORS.find((operator) => operator.realism === realism)?.name,
  );
  expect(factsOfOperators([one, other])).toEqual({ bug_type: MULTIPLE_BUGS, realism: "silly" });
  expect(factsOfOperators([other, one])).toEqual({ bug_type: MULTIPLE_BUGS, realism: "silly" });
});

test("of an operator that nobody knows there are none", () => {
  expect(factsOfOperators(["cmp-boundary", "gone"])).toBeNull();
  expect(factsOfOperators([])).toBeNull();
});
