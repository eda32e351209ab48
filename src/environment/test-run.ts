/** What a run of the visible tests on one text gave, as the agent may know it. */
import type { TestResult } from "../protocol/protocol.ts";
import type { FilePlace, SyntaxProblem } from "../sandbox/sandbox.ts";
import type { Standing } from "./reward/facts.ts";

/** A test's output in a report: in lines from the report's last, which is 0, because a report is cut at its start. */
export interface PrintedPlace {
  readonly test: number;
  readonly first: number;
  readonly last: number;
}

export interface TestRun {
  readonly results: TestResult[];
  /** The same for people: a summary line, each failing test, what was printed. */
  readonly report: string;
  /** Where in the report stands what tests printed. */
  readonly printed: readonly PrintedPlace[];
  /** The agent's line at which the first failing test stopped with an error; null if none did. */
  readonly failedAt: FilePlace | null;
  /** Why the text does not parse, if so. */
  readonly syntax: SyntaxProblem | null;
  /** Against the given text. */
  readonly standing: Standing;
}
