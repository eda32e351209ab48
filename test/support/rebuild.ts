/** Makes the full observations of an episode again from its lean ones alone. */
import { capOutput } from "../../src/environment/execution-output.ts";
import type { CodeObservation, TestParts, TestResult } from "../../src/protocol/protocol.ts";
import { runReport, SAME_TRACEBACK } from "../../src/words/failed-test-words.ts";
import { numberLines } from "../../src/words/lines.ts";

/** What is known after an observation. */
interface Known {
  readonly full: CodeObservation;
  /** Names of the tests, once they were told. */
  readonly names: readonly string[];
  /** How each failed when it was last told. */
  readonly failures: ReadonlyMap<string, string>;
  /** The results that were told last. */
  readonly results: readonly TestResult[];
}

export function rebuild(lean: readonly CodeObservation[]): readonly CodeObservation[] {
  const full: CodeObservation[] = [];
  let known: Known | null = null;
  for (const observation of lean) {
    known = known === null ? begin(observation) : next(observation, known);
    full.push(known.full);
  }
  return full;
}

function begin({ text = "", ...lean }: CodeObservation): Known {
  const lines = text.slice(text.indexOf("\nThe file:\n") + "\nThe file:\n".length).split("\n");
  const { metadata } = lean;
  if (!("system_prompt" in metadata)) throw new Error("The first observation is not a reset's");
  const full = {
    ...lean,
    ...codeOf(text.endsWith("The file:\n") ? [] : lines.map(unnumbered)),
    last_execution_output: "The episode begins. Nothing has been run yet.",
    metadata: { ...metadata, system_prompt: `${metadata.system_prompt}\n\n${text}` },
  };
  return { full, names: [], failures: new Map(), results: [] };
}

const CHANGE = /(?:^|\n\n)(?:Lines (\d+) to (\d+) of (\d+) now:((?:\n *\d+ \| [^\n]*)+)|The file is empty now\.)$/;
const KNOWN = /(?:^|\n\n)Of this file (?:is known: (\d+ of \d+ visible tests passed\.[\s\S]*)|no results are known\.)$/;

function next({ text = "", ...lean }: CodeObservation, before: Known): Known {
  let rest = text.replace(/\n\n(?:Steps left: \d+|The episode is over\.)$/, "");
  const known = KNOWN.exec(rest);
  if (known !== null) rest = rest.slice(0, known.index);
  const change = CHANGE.exec(rest);
  if (change !== null) rest = rest.slice(0, change.index);

  const old = Object.values(before.full.code_dict);
  const code = change === null ? codeOf(old) : codeOf(changed(old, change));
  const lines = Object.values(code.code_dict);
  const report = reportOf(rest, { lines, before });
  const told = report.told ?? (known === null ? null : resultsOf(known[1], before));
  const results = told?.results ?? (change === null ? before.full.test_results : []);
  return {
    full: {
      ...lean,
      ...code,
      last_execution_output: report.output,
      test_results: [...results],
      localized_context: contextOf(lean.localized_context, lines, before.full.localized_context),
    },
    names: told?.names ?? before.names,
    failures: told?.failures ?? before.failures,
    results: told?.results ?? before.results,
  };
}

function changed(old: readonly string[], [, first = "1", last = "0", size = "0", lines = ""]: readonly string[]) {
  const shown = lines.split("\n").slice(1).map(unnumbered);
  const left = Number(size) - Number(last);
  return [...old.slice(0, Number(first) - 1), ...shown, ...(left === 0 ? [] : old.slice(-left))];
}

type Told = Pick<Known, "names" | "failures" | "results">;

function reportOf(text: string, { lines, before }: { lines: readonly string[]; before: Known }) {
  const listed = /^(The file has \d+ lines?), as it was listed before\.([\s\S]*)$/.exec(text);
  if (listed !== null) {
    return { output: capOutput([`${listed[1]}.`, ...numberLines(lines)].join("\n")) + listed[2], told: null };
  }
  const isRun = /^\d+ of \d+ visible tests passed\.(?:$|\n\n|\n(?:PASSED|FAILED|STILL FAILED) )/.test(text);
  if (!isRun) return { output: text, told: null };
  const told = resultsOf(text, before);
  return { output: capOutput(runReport(told.results) + told.after), told };
}

/** Reads what was told of the tests; every line that is not ours is indented or empty. */
function resultsOf(text: string | undefined, before: Known): Told & { readonly after: string } {
  if (text === undefined) return { ...before, results: [], after: "" };
  const [headline = "", ...lines] = text.split("\n");
  if (headline.endsWith("It stands as last reported.")) return { ...before, after: "" };
  const end = lines.findIndex((line) => !OWN_LINE.test(line));
  const own = end < 0 ? lines : lines.slice(0, end - 1);
  const failures = new Map(before.failures);
  const verdicts = new Map<string, string>();
  let above: string | null = null;
  for (const { verdict, name, body } of itemsIn(own)) {
    verdicts.set(name, verdict);
    if (verdict !== "FAILED") continue;
    const isLikewise = body.at(-1) === SAME_TRACEBACK;
    const message: string = (isLikewise ? body.slice(0, -1) : body).join("\n").replace(/^ {2}/gm, "");
    const whole: string = isLikewise ? `${message}\n${above}` : message;
    above = partsOf(whole).traceback ?? above;
    failures.set(name, whole);
  }
  const names = before.names.length === 0 ? [...verdicts.keys()] : before.names;
  const results = names.map((name) => {
    const passed = (verdicts.get(name) ?? "PASSED") === "PASSED";
    if (passed) return { test_name: name, passed, error_message: null };
    const message = failures.get(name) ?? "";
    return { test_name: name, passed, error_message: message, ...partsOf(message) };
  });
  return { names, failures, results, after: end < 0 ? "" : `\n\n${lines.slice(end).join("\n")}` };
}

const SHAPE =
  /^call:(?<call>[\s\S]*?)\nexpected: (?<expected>[\s\S]*?)\ngot: (?<got>[^\n]*(?:\n(?!Traceback |\[\d+ characters cut\])[^\n]*)*)(?:\n(?<traceback>[\s\S]*))?$/;

/** The parts that the text of a failing test is made of. */
function partsOf(text: string): TestParts {
  const { call = "", expected = "", got = "", traceback = null } = SHAPE.exec(text)?.groups ?? {};
  const [, type, message = ""] = /^([\w.]+) raised(?:: ([\s\S]*))?$/.exec(got) ?? [];
  const line = /^ {2}File "solution\.py", line (\d+)/m.exec(traceback ?? "")?.[1];
  return {
    call: call.startsWith("\n") ? call.slice(1).replace(/^ {2}/gm, "") : call.slice(1),
    expected,
    got,
    raised: type === undefined ? null : { type, message },
    line: line === undefined ? null : Number(line),
    traceback,
  };
}

const ITEM = /^(PASSED|FAILED|STILL FAILED) (.*)$/;
const OWN_LINE = /^(?:$|[ \r\u2028\u2029]|PASSED |FAILED |STILL FAILED |\(the same traceback as above\)$)/;

function itemsIn(lines: readonly string[]) {
  const items: { verdict: string; name: string; body: string[] }[] = [];
  for (const line of lines) {
    const [, verdict, name = ""] = ITEM.exec(line) ?? [];
    if (verdict === undefined) items.at(-1)?.body.push(line);
    else items.push({ verdict, name, body: [] });
  }
  return items;
}

function contextOf(lean: string, lines: readonly string[], before: string): string {
  const named = /^lines (\d+) to (\d+)$/.exec(lean);
  if (named === null) return lean !== "" ? lean : lines.length === 0 ? "" : before;
  const [first, last] = [Number(named[1]), Number(named[2])];
  return numberLines(lines.slice(first - 1, last), first).join("\n");
}

function codeOf(lines: readonly string[]) {
  const code_dict = Object.fromEntries(lines.map((line, at) => [`${at + 1}`, line]));
  return { code_dict, code_text: lines.length === 0 ? "" : `${lines.join("\n")}\n` };
}

function unnumbered(line: string): string {
  return line.replace(/^ *\d+ \| /, "");
}
