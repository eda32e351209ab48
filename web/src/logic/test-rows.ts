/** The test table: how each visible test stands, and whether that is news. */
import type { TestResult } from "../../../src/protocol/test-result.ts";

/** How a failing test failed, in parts. */
export interface TestMessage {
  readonly call: string;
  readonly expected: string;
  readonly got: string;
  readonly traceback: string;
}

export interface TestRow {
  readonly name: string;
  readonly status: "passed" | "failed";
  /** Whether the text has changed since. */
  readonly isStale: boolean;
  /** What is new against the run before. */
  readonly news: "fixed" | "broken" | null;
  readonly message: TestMessage | null;
}

export interface KnownResults {
  /** Of the text as it is; empty where they are not known. */
  readonly now: readonly TestResult[];
  /** Those known last before, to compare with; stale ones are shown where no others are known. */
  readonly before: readonly TestResult[];
  /** What a submission shows is no news: it is judged, and nothing comes after it. */
  readonly isOver?: boolean;
}

export function testRows({ now, before, isOver = false }: KnownResults): readonly TestRow[] {
  const known = now.length > 0;
  const earlier = new Map(before.map(({ test_name, passed }) => [test_name, passed]));
  return (known ? now : before).map((result) => {
    const { test_name, passed } = result;
    const was = earlier.get(test_name);
    const isSame = isOver || was === undefined || was === passed;
    const news = isSame ? null : passed ? "fixed" : "broken";
    const status = passed ? "passed" : "failed";
    return { name: test_name, status, isStale: !known, news, message: messageOf(result) };
  });
}

/** A result without its parts, as older runs have it and as others see the test split, is shown by its text. */
function messageOf({ error_message, call = "", expected = "", got, traceback }: TestResult): TestMessage | null {
  if (error_message === null) return null;
  return { call, expected, got: got ?? error_message, traceback: traceback ?? "" };
}

export function sameTestRow(one: TestRow, other: TestRow): boolean {
  return (
    one.name === other.name &&
    one.status === other.status &&
    one.isStale === other.isStale &&
    one.news === other.news &&
    sameMessage(one.message, other.message)
  );
}

function sameMessage(one: TestMessage | null, other: TestMessage | null): boolean {
  if (one === null || other === null) return one === other;
  return (["call", "expected", "got", "traceback"] as const).every((part) => one[part] === other[part]);
}

export interface FoldedRows {
  readonly shown: readonly TestRow[];
  readonly folded: readonly TestRow[];
}

/** What fails comes first, then what has come to pass; what passed before is folded away, unless nothing fails. */
export function foldPassing(rows: readonly TestRow[]): FoldedRows {
  const failing = rows.filter(({ status }) => status === "failed");
  if (failing.length === 0) return { shown: rows, folded: [] };
  const passing = rows.filter(({ status }) => status === "passed");
  const fresh = passing.filter(({ news }) => news !== null);
  return { shown: [...failing, ...fresh], folded: passing.filter(({ news }) => news === null) };
}
