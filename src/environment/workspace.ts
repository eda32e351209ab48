/** The desk an agent works at: the files, one of them shown, the way back through its edits, and what it has been told. */

import type { ProgramFileState, TestResult } from "../protocol/protocol.ts";
import type { FilePlace } from "../sandbox/sandbox.ts";
import { Source } from "../sandbox/source.ts";
import { changedLines, type LineRange } from "../words/lines.ts";
import { toLines, toText } from "./document.ts";
import { type Past, rememberEdit, sourceBefore } from "./history.ts";
import { localizedContext } from "./localized-context.ts";
import type { Standing } from "./reward/facts.ts";
import { listFiles, type ShownFile, showFile } from "./shown-file.ts";
import type { TestRun } from "./test-run.ts";
import { addRange } from "./viewed-ranges.ts";

/** Never changed, only replaced: a step that fails half-way leaves the one before. Its path, text and lines are the shown file's. */
export interface Workspace extends ShownFile {
  /** The program as it was given. */
  readonly given: Source;
  readonly source: Source;
  /** Stands for the source in what is remembered of many. */
  readonly key: string;
  /** All files; null where there is one. */
  readonly files: ProgramFileState[] | null;
  /** The file of the last edit or failure, which an action without a path is about; at first the main file. */
  readonly aim: string;
  readonly past: Past | null;
  /** Names of the programs that edits have made of the file; kept only where a reward asks for them. */
  readonly programs: ReadonlySet<string>;
  /** The lines around the last edit or error, of the file it was in; empty before the first. */
  readonly context: string;
  /** The lines that VIEW_CODE has shown, by the file's path and text. */
  readonly viewed: ReadonlyMap<string, readonly LineRange[]>;
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
  const { entry, files } = task.code;
  const given = new Source(
    entry,
    [...files].map(([path, text]) => [path, toText(toLines(text))]),
  );
  const workspace = {
    given,
    source: given,
    key: given.key,
    files: listFiles(given, given),
    ...showFile(given, { path: entry, given }),
    aim: entry,
    past: null,
    programs: new Set<string>(),
    context: "",
    viewed: new Map<string, readonly LineRange[]>(),
    told: new Map<string, ToldResults>(),
  };
  opened.set(task, workspace);
  return workspace;
}

/** Shows another file of the program. */
export function turnTo(workspace: Workspace, path: string): Workspace {
  const { source, given } = workspace;
  return path === workspace.path ? workspace : { ...workspace, ...showFile(source, { path, given }) };
}

/** Applies an edit to the shown file, or to all: what it replaces can be taken back. */
export function applyEdit(workspace: Workspace, source: Source): Workspace {
  return { ...moved(workspace, source), past: rememberEdit(workspace.past, workspace.source, source) };
}

/** Notes which program an edit made of the file. */
export function noteProgram(workspace: Workspace, program: string): Workspace {
  return { ...workspace, programs: new Set(workspace.programs).add(program) };
}

/** Takes the last edit back, in whichever file it was. */
export function takeBackEdit(workspace: Workspace, past: Past): Workspace {
  const paths = past.changes.map(({ path }) => path);
  const [first = workspace.aim] = paths;
  const there = turnTo(workspace, paths.includes(workspace.aim) ? workspace.aim : first);
  return { ...moved(there, sourceBefore(past, workspace.source)), past: past.before };
}

/** Whether VIEW_CODE has shown all of these lines of the shown file. */
export function wasViewed(workspace: Workspace, { first, last }: LineRange): boolean {
  const known = workspace.viewed.get(viewKey(workspace)) ?? [];
  return known.some((range) => range.first <= first && last <= range.last);
}

/** Notes that VIEW_CODE has shown these lines of the shown file. */
export function noteViewed(workspace: Workspace, range: LineRange): Workspace {
  if (wasViewed(workspace, range)) return workspace;
  const { viewed } = workspace;
  const key = viewKey(workspace);
  return { ...workspace, viewed: new Map(viewed).set(key, addRange(viewed.get(key) ?? [], range)) };
}

/** Other files do not count: what has been seen of one is known, whatever is done to the others. */
function viewKey({ source, key, path, text }: Workspace): string {
  return source.isOneFile ? key : Source.of(path, text).key;
}

/** Notes what the agent is told of the text, and looks where it failed. */
export function noteTestRun(workspace: Workspace, run: TestRun): Workspace {
  const { told, key } = workspace;
  const seen = run.failedAt === null ? workspace : lookAt(workspace, run.failedAt);
  if (told.has(key)) return seen;
  const { standing, results, report } = run;
  const later = new Map(told).set(key, { standing, results, bytes: textBytes(report, results) });
  const [aged, kept] = [...told].at(-KEPT_RESULTS) ?? [];
  if (aged !== undefined && kept !== undefined) later.set(aged, { ...kept, results: [], bytes: 0 });
  return { ...seen, told: later };
}

function lookAt(workspace: Workspace, { path, line }: FilePlace): Workspace {
  return lookAtLines(turnTo(workspace, path), { first: line, last: line });
}

/** Turns to the place in the shown file that an error names. */
export function lookAtLines(workspace: Workspace, focus: LineRange): Workspace {
  return { ...workspace, aim: workspace.path, context: localizedContext(workspace.lines, focus) };
}

function textBytes(report: string, results: readonly TestResult[]): number {
  // Two bytes a character, and how a test failed is kept as a text and in its parts.
  return results.reduce((sum, { error_message }) => sum + 4 * (error_message?.length ?? 0), 2 * report.length);
}

function moved(workspace: Workspace, source: Source): Workspace {
  const { given, path, lines } = workspace;
  const present = showFile(source, { path, given });
  const context = localizedContext(present.lines, changedLines(lines, present.lines));
  const files = listFiles(source, given, workspace);
  return { ...workspace, source, key: source.key, files, ...present, aim: path, context };
}
