/** Reports a run of the visible tests: what each tells of itself, and all of it as one text. */
import { truncate } from "../ground/truncate.ts";
import type { LanguagePack } from "../languages/language-pack.ts";
import type { Printed, TestResult } from "../protocol/protocol.ts";
import type { FilePlace } from "../sandbox/sandbox.ts";
import type { TestsRun } from "../tasks/run-tests.ts";
import { printedBy, runReport } from "../words/failed-test-words.ts";
import { keepTail } from "./clip.ts";
import { fitsJson, jsonBytes, keepTailOfJson } from "./json-size.ts";
import { toTestResults } from "./test-parts.ts";
import type { PrintedPlace, TestRun } from "./test-run.ts";

/** Longest report of an action; a longer one keeps its tail, where the newest stands. */
const MAX_OUTPUT_CHARACTERS = 8_000;
/** Bytes it may take as JSON: what so many characters take, unless they are control characters. */
const MAX_OUTPUT_BYTES = 4 * MAX_OUTPUT_CHARACTERS;
/** `\n` in JSON. */
const LINE_END_BYTES = 2;
const MAX_STDOUT_CHARACTERS = 1_000;
const MAX_CALL_CHARACTERS = 120;
/** Lines at the start of a report that are no test's: its summary, and the blank one or the note of a cut below it. */
const HEAD_LINES = 2;

/** A report short enough to show, which a listing is anyway: its first line, which says the most, and as much of its end as fits. */
export function capOutput(output: string): string {
  if (output.length <= MAX_OUTPUT_CHARACTERS && fitsJson(output, MAX_OUTPUT_BYTES)) return output;
  const headline = truncate(/^.*/.exec(output)?.[0] ?? "", MAX_STDOUT_CHARACTERS);
  const characters = MAX_OUTPUT_CHARACTERS - headline.length - 1;
  const bytes = MAX_OUTPUT_BYTES - jsonBytes(headline) - LINE_END_BYTES;
  return `${headline}\n${keepTailOfJson(output.slice(headline.length + 1), { characters, bytes })}`;
}

/** What a run gave: what each test is told of itself, and a report short enough to keep and to show. @param entry path of the main file */
export function reportRun(
  { results: tests, syntax }: TestsRun,
  { literals, entry }: Pick<LanguagePack, "literals"> & { readonly entry: string },
): Omit<TestRun, "standing"> {
  const results = toTestResults(tests, literals);
  const printed = tests.flatMap(({ test: { call }, outcome: { stdout } }, test) => {
    if (stdout === "") return [];
    const text = keepTail(stdout, MAX_STDOUT_CHARACTERS).trimEnd();
    return [{ test, text: printedBy(truncate(call, MAX_CALL_CHARACTERS), text) }];
  });
  const report = runReport(
    results,
    printed.map(({ text }) => text),
  );
  return {
    results,
    report: capOutput(report),
    printed: placesOf(printed),
    // Where nothing was run, no line has failed.
    failedAt: syntax === null ? firstFailure(results, entry) : null,
    syntax,
  };
}

function firstFailure(results: readonly TestResult[], entry: string): FilePlace | null {
  const { path = entry, line = null } = results.find((result) => result.line != null) ?? {};
  return line === null ? null : { path, line };
}

/** They stand at the end of the report, one below the other with a blank line between them. */
function placesOf(printed: readonly { readonly test: number; readonly text: string }[]): readonly PrintedPlace[] {
  let below = 0;
  const places: PrintedPlace[] = [];
  for (const { test, text } of [...printed].reverse()) {
    const lines = countLines(text);
    // Above the output of the test stands whose it is.
    places.unshift({ test, first: below + lines - 2, last: below });
    below += lines + 1;
  }
  return places;
}

/** The places where more stands below the report. */
export function movedUp(places: readonly PrintedPlace[], below: string): readonly PrintedPlace[] {
  const lines = countLines(below) - 1;
  return places.map(({ test, first, last }) => ({ test, first: first + lines, last: last + lines }));
}

/** The lines of a report in which the tests' output stands; a test whose output was cut off has none. */
export function printedIn(output: string, places: readonly PrintedPlace[]): Printed[] {
  // Of nearly every step: no test printed anything, and nobody need count.
  if (places.length === 0) return [];
  const end = countLines(output);
  return places
    .map(({ test, first, last }) => ({ test, first_line: end - first, last_line: end - last }))
    .filter(({ first_line }) => first_line > HEAD_LINES + 1);
}

function countLines(text: string): number {
  return text.split("\n").length;
}
