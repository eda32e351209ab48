/** The desk an agent works at: the file, the way back through its edits, and what the agent has been told. */

import type { TestResult } from "../protocol/protocol.ts";
import type { Source } from "../sandbox/source.ts";
import { fileListing } from "../words/file-words.ts";
import { changedLines, type LineRange } from "../words/lines.ts";
import { toLines, toText } from "./document.ts";
import { type Past, rememberEdit, textBefore } from "./history.ts";
import { localizedContext } from "./localized-context.ts";
import type { Standing } from "./reward/facts.ts";
import type { TestRun } from "./test-run.ts";

/** Never changed, only replaced: a step that fails half-way leaves the one before. */
export interface Workspace {
  /** The program as it was given. */
  readonly given: Source;
  readonly source: Source;
  /** Of the file that edits go to. */
  readonly text: string;
  /** Stands for the source in what is remembered of many. */
  readonly key: string;
  /** The text as lines, and as an agent is shown it: made when it changes, because most steps only look at it. */
  readonly lines: readonly string[];
  readonly codeDict: Readonly<Record<string, string>>;
  /** The whole file, numbered, under a line that says its length. */
  readonly listing: string;
  readonly past: Past | null;
  /** Names of the programs that edits have made of the file; kept only where a reward asks for them. */
  readonly programs: ReadonlySet<string>;
  /** The lines around the last edit or error; empty before the first. */
  readonly context: string;
  /** Keys of the texts that VIEW_CODE has shown. */
  readonly viewed: ReadonlySet<string>;
  /** What RUN_TESTS has reported, by the text's key, the newest last. */
  readonly told: ReadonlyMap<string, ToldResults>;
}

/** What stays of a report: how the text stands for good, the single results while they are among the newest. */
export interface ToldResults {
  readonly standing: Standing;
  readonly results: TestResult[];
  /** Memory that report and results take while they are kept. */
  readonly bytes: number;
}

/** Texts whose single results are kept, to be shown again when an edit is taken back. */
const KEPT_RESULTS = 16;

/** What an episode is about, as far as the desk is concerned. */
interface Given {
  readonly code: Source;
}

/** Desks at the start, which all episodes of a task share. */
const opened = new WeakMap<Given, Workspace>();

/** The desk at the start of an episode about the task. */
export function openWorkspace(task: Given): Workspace {
  const known = opened.get(task);
  if (known !== undefined) return known;
  const given = task.code.with(toText(toLines(task.code.text)));
  const workspace = {
    given,
    ...shown(given),
    past: null,
    programs: new Set<string>(),
    context: "",
    viewed: new Set<string>(),
    told: new Map<string, ToldResults>(),
  };
  opened.set(task, workspace);
  return workspace;
}

/** Applies an edit: the text it replaces can be taken back. */
export function applyEdit(workspace: Workspace, source: Source): Workspace {
  return { ...moved(workspace, source), past: rememberEdit(workspace.past, workspace.text, source.text) };
}

/** Notes which program an edit made of the file. */
export function noteProgram(workspace: Workspace, program: string): Workspace {
  return { ...workspace, programs: new Set(workspace.programs).add(program) };
}

/** Takes the last edit back. */
export function takeBackEdit(workspace: Workspace, past: Past): Workspace {
  return { ...moved(workspace, workspace.source.with(textBefore(past, workspace.text))), past: past.before };
}

/** Notes that VIEW_CODE has shown the text. */
export function noteViewed(workspace: Workspace): Workspace {
  const { viewed, key } = workspace;
  return viewed.has(key) ? workspace : { ...workspace, viewed: new Set(viewed).add(key) };
}

/** Notes what the agent is told of the text, and looks where it failed. */
export function noteTestRun(workspace: Workspace, run: TestRun): Workspace {
  const { told, key } = workspace;
  const seen =
    run.errorLine === null ? workspace : lookAtLines(workspace, { first: run.errorLine, last: run.errorLine });
  if (told.has(key)) return seen;
  const { standing, results, report } = run;
  const later = new Map(told).set(key, { standing, results, bytes: textBytes(report, results) });
  const [aged, kept] = [...told].at(-KEPT_RESULTS) ?? [];
  if (aged !== undefined && kept !== undefined) later.set(aged, { ...kept, results: [], bytes: 0 });
  return { ...seen, told: later };
}

/** Turns to the place that an error names. */
export function lookAtLines(workspace: Workspace, focus: LineRange): Workspace {
  return { ...workspace, context: localizedContext(workspace.lines, focus) };
}

function textBytes(report: string, results: readonly TestResult[]): number {
  // Two bytes a character, and how a test failed is kept as a text and in its parts.
  return results.reduce((sum, { error_message }) => sum + 4 * (error_message?.length ?? 0), 2 * report.length);
}

function moved(workspace: Workspace, source: Source): Workspace {
  const present = shown(source);
  const context = localizedContext(present.lines, changedLines(workspace.lines, present.lines));
  return { ...workspace, ...present, context };
}

function shown(source: Source): Pick<Workspace, "source" | "text" | "key" | "lines" | "codeDict" | "listing"> {
  const { text, key } = source;
  const lines = toLines(text);
  const codeDict = Object.fromEntries(lines.map((line, index) => [`${index + 1}`, line]));
  return { source, text, key, lines, codeDict, listing: fileListing(lines) };
}
