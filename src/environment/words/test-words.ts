/** What a run of the tests says: how each failing test failed, and what was printed. */
import { indentLines, type TestParts, type TestResult, writtenOut } from "../../protocol/protocol.ts";

/** How one test failed, of its parts. */
export function failedTest({ call, expected, got, traceback }: TestParts): string {
  const lines = [`call:${callOf(call)}`, `expected: ${expected}`, `got: ${got}`];
  return [...lines, ...(traceback === null ? [] : [traceback])].join("\n");
}

/** Several statements stand below each other, as they are written. */
function callOf(call: string): string {
  return call.includes("\n") ? `\n${indentLines(call)}` : ` ${call}`;
}

/** The report of a run: a summary line, the failing tests, what the calls printed. */
export function runReport(results: readonly TestResult[], printed: readonly string[]): string {
  return [writtenOut(results), ...printed].join("\n\n");
}

export function printedBy(call: string, text: string): string {
  return `PRINTED by ${call}\n${indentLines(text)}`;
}
