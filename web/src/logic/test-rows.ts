/** The test table: how each visible test stands, and whether that is news. */
import type { TestResult } from "../../../src/protocol/observation.ts";
import { readTestMessage, type TestMessage } from "./test-message.ts";

export interface TestRow {
  readonly name: string;
  readonly status: "passed" | "failed" | "unknown";
  /** What is new against the run before. */
  readonly news: "fixed" | "broken" | null;
  readonly message: TestMessage | null;
}

/**
 * @param now results of the text as it is; empty where they are not known
 * @param before results known last before, to compare with
 */
export function testRows(now: readonly TestResult[], before: readonly TestResult[]): readonly TestRow[] {
  const known = now.length > 0;
  const earlier = new Map(before.map(({ test_name, passed }) => [test_name, passed]));
  return (known ? now : before).map(({ test_name, passed, error_message }) => {
    if (!known) return { name: test_name, status: "unknown", news: null, message: null };
    const was = earlier.get(test_name);
    const news = was === undefined || was === passed ? null : passed ? "fixed" : "broken";
    const message = error_message === null ? null : readTestMessage(error_message);
    return { name: test_name, status: passed ? "passed" : "failed", news, message };
  });
}

export function sameTestRow(one: TestRow, other: TestRow): boolean {
  return (
    one.name === other.name &&
    one.status === other.status &&
    one.news === other.news &&
    sameMessage(one.message, other.message)
  );
}

function sameMessage(one: TestMessage | null, other: TestMessage | null): boolean {
  if (one === null || other === null) return one === other;
  return (["call", "expected", "got", "traceback"] as const).every((part) => one[part] === other[part]);
}
