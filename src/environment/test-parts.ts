/** What one test tells agents and people: in parts, and as the text that is made of them. */
import { truncate } from "../ground/truncate.ts";
import type { Literals } from "../languages/language-pack.ts";
import type { TestParts, TestResult } from "../protocol/protocol.ts";
import type { Outcome } from "../sandbox/sandbox.ts";
import { describeExpectation, describeOutcome } from "../tasks/describe.ts";
import type { JudgedTest } from "../tasks/run-tests.ts";
import { failedTest } from "../words/failed-test-words.ts";
import { keepTail } from "./clip.ts";
import { jsonBytes, truncateToJson } from "./json-size.ts";

const MAX_CALL_CHARACTERS = 500;
const MAX_VALUE_CHARACTERS = 500;
const MAX_TYPE_CHARACTERS = 200;
const MAX_TRACEBACK_CHARACTERS = 1_000;
/** Bytes that the messages of all tests may take as JSON: an answer has them twice, and common clients take 1 MiB. */
const MAX_MESSAGES_BYTES = 64 * 1024;
/** Bytes that their parts may take beside them. */
const MAX_PARTS_BYTES = 32 * 1024;
/** Texts that a failing test's parts are. */
const TEXTS_A_TEST = 6;

/** What single tests tell, each cut to its share where together they would be too much for one answer. */
export function toTestResults(tests: readonly JudgedTest[], literals: Literals): TestResult[] {
  const results = tests.map((test) => toTestResult(test, literals));
  const failing = results.flatMap(({ error_message, ...rest }) =>
    error_message === null ? [] : [{ error_message, rest }],
  );
  const messages = failing.reduce((sum, { error_message }) => sum + jsonBytes(error_message), 0);
  const parts = failing.reduce((sum, { rest }) => sum + Buffer.byteLength(JSON.stringify(rest)), 0);
  if (messages <= MAX_MESSAGES_BYTES && parts <= MAX_PARTS_BYTES) return results;
  const message = messages <= MAX_MESSAGES_BYTES ? null : Math.floor(MAX_MESSAGES_BYTES / failing.length);
  const part = parts <= MAX_PARTS_BYTES ? null : Math.floor(MAX_PARTS_BYTES / failing.length / TEXTS_A_TEST);
  return results.map((result) => cut(result, { message, part }));
}

function toTestResult({ test, outcome, passed }: JudgedTest, literals: Literals): TestResult {
  if (passed) return { test_name: test.name, passed, error_message: null };
  const form = { literals, maxLength: MAX_VALUE_CHARACTERS };
  const parts: TestParts = {
    call: truncate(test.call, MAX_CALL_CHARACTERS),
    expected: describeExpectation(test.expectation, form),
    got: describeOutcome(outcome, form),
    raised: raisedBy(outcome, literals),
    ...placeOf(outcome),
    traceback: tracebackOf(outcome),
  };
  return { test_name: test.name, passed, error_message: failedTest(parts), ...parts };
}

function raisedBy(outcome: Outcome, literals: Literals): TestParts["raised"] {
  if (outcome.kind !== "raised") return null;
  const type = truncate(literals.printError(outcome), MAX_TYPE_CHARACTERS);
  return { type, message: truncate(outcome.message, MAX_VALUE_CHARACTERS - type.length) };
}

/** The path is told where there are several files. */
function placeOf(outcome: Outcome): Pick<TestParts, "path" | "line"> {
  const ended = outcome.kind === "syntax" ? outcome.problem : outcome;
  if ("place" in ended && ended.place !== undefined) return ended.place;
  return { line: "line" in ended ? ended.line : null };
}

/** The last lines of what a failing test tells, if any: they end it. */
function tracebackOf(outcome: Outcome): string | null {
  const hasTraceback = "traceback" in outcome && outcome.traceback !== "";
  return hasTraceback ? keepTail(outcome.traceback, MAX_TRACEBACK_CHARACTERS) : null;
}

interface Shares {
  /** Bytes of each; null where it stays whole. */
  readonly message: number | null;
  readonly part: number | null;
}

function cut(result: TestResult, { message, part }: Shares): TestResult {
  const { error_message, call = "", expected = "", got = "", raised = null, traceback = null } = result;
  if (error_message === null) return result;
  const within = (text: string, bytes: number | null) => (bytes === null ? text : truncateToJson(text, { bytes }));
  return {
    ...result,
    error_message: within(error_message, message),
    call: within(call, part),
    expected: within(expected, part),
    got: within(got, part),
    raised: raised && { type: within(raised.type, part), message: within(raised.message, part) },
    traceback: traceback && within(traceback, part),
  };
}
