/** Imports a library of the package index: fetches it, records what its tests call, and makes programs and tasks of that. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { groupBy } from "../../../ground/group-by.ts";
import type { LanguagePack } from "../../../languages/language-pack.ts";
import type { HarvestedCall } from "../../../languages/python/libraries/call-recorder.ts";
import type { FetchedFiles } from "../../../languages/python/libraries/fetched-library.ts";
import type { Split } from "../../../protocol/protocol.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { firstOrderCandidates } from "../../generation/making/candidates.ts";
import { MUTATION_OPERATORS } from "../../generation/operators.ts";
import type { Program } from "../../task.ts";
import { type ImportedProgram, type ImportReport, type LibraryStages, toImportReport } from "../import-report.ts";
import { type ImportStaging, importKey } from "../import-staging.ts";
import { slugOf, UnreadableImportError } from "../raw-program.ts";
import { splitOf } from "../split-of.ts";
import { cannotImport, fetchLibrary, type LibraryName } from "./fetch-library.ts";
import { type CallGroup, groupCalls, shareCandidates } from "./group-calls.ts";
import { harvestLibrary, packagesOf } from "./harvest-library.ts";
import { loadLibrary, neededFiles, usableCalls } from "./load-library.ts";
import { type LibraryFacts, makeLibraryProgram } from "./make-library-program.ts";

export interface ImportLibraryOptions {
  readonly sandbox: Sandbox;
  readonly language: LanguagePack;
  readonly staging: ImportStaging;
  /** Null where the library's name is to tell. */
  readonly split: Split | null;
  /** Said by the user, in place of what the library says. */
  readonly license: string | null;
  readonly testRequires: readonly string[];
  /** The most tasks of one program. */
  readonly budget: number;
  readonly atOnce: number;
  readonly maker: string;
  readonly signal?: AbortSignal;
  readonly onStage?: (text: string) => void;
  readonly onProgress?: (program: ImportedProgram, progress: { readonly done: number; readonly total: number }) => void;
}

const MOST_OF_A_TOPIC = 160;
/** Mistakes that are tried for one that is wanted. */
const CANDIDATES_A_TASK = 10;

/** The report, once everything is in its place. @throws UnreadableImportError; nothing is left then */
export async function importLibrary(library: LibraryName, options: ImportLibraryOptions): Promise<ImportReport> {
  const { staging } = options;
  const scratch = await mkdtemp(join(tmpdir(), "tracefix-library-"));
  try {
    const { programs, stages } = await importInto(library, { ...options, scratch });
    const report = { ...toImportReport("pypi", programs), stages };
    if (report.takenPrograms > 0) await staging.finish(report);
    else await staging.discard();
    return report;
  } catch (error) {
    // A stopped import goes on from what is there; a refused one has made nothing.
    if (error instanceof UnreadableImportError && staging.isEmpty) await staging.discard();
    throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

interface Importing extends ImportLibraryOptions {
  readonly scratch: string;
}

async function importInto(
  library: LibraryName,
  options: Importing,
): Promise<{ readonly programs: readonly ImportedProgram[]; readonly stages: LibraryStages }> {
  const { sandbox, language, signal, scratch, testRequires, onStage = () => undefined } = options;
  const loading = { sandbox, language, ...(signal && { signal }) };
  const native = { scratch, ...(signal && { signal }) };
  onStage(`Fetching ${library.name}==${library.version} …`);
  const fetched = await fetchLibrary(library, native);
  const license = licenseOf(library, fetched, options.license);
  const packages = packagesOf(fetched);
  const { problem, fuel } = await loadLibrary(fetched.files, packages, loading);
  if (problem !== null) throw cannotImport(library, `the sandbox cannot import it: ${problem}`);
  onStage("Running its own tests …");
  const recording = await harvestLibrary(fetched, { ...native, library, testRequires });
  onStage(`Making calls in the sandbox, of ${recording.calls.length} that were recorded …`);
  const calling = { ...loading, loading: fuel };
  const usable = await usableCalls(fewOfEach(recording.calls), fetched.files, calling);
  const groups = groupCalls(usable);
  if (groups.length === 0) {
    throw cannotImport(
      library,
      `of ${recording.calls.length} recorded calls ${usable.length} give the same each time in the sandbox, which is too few.`,
    );
  }
  const files = await neededFiles(usable, fetched.files, loading);
  const facts: LibraryFacts = {
    ...library,
    ...license,
    summary: fetched.summary,
    files,
    split: options.split ?? splitOf(slugOf(library.name)),
  };
  const programs = await makePrograms(groups, facts, options);
  const kept = groups.reduce((sum, { visible, hidden }) => sum + visible.length + hidden.length, 0);
  const { seen, calls, outcomes } = recording;
  return { programs, stages: { tests: outcomes, seen, recorded: calls.length, usable: usable.length, kept } };
}

/** Of a function or class that tests call again and again, calls from the first to the last: a program uses no more. */
function fewOfEach(calls: readonly HarvestedCall[]): readonly HarvestedCall[] {
  const byTopic = groupBy(calls, ({ topic }) => topic);
  const chosen = new Set([...byTopic.values()].flatMap((ofTopic) => someOf(ofTopic, MOST_OF_A_TOPIC)));
  return calls.filter((call) => chosen.has(call));
}

/** At most so many, from the first to the last. */
function someOf<Item>(items: readonly Item[], most: number): readonly Item[] {
  const place = (at: number) => Math.floor((at * most) / items.length);
  return items.length <= most ? items : items.filter((_, at) => place(at) !== place(at - 1));
}

/** A library without a licence gives nobody leave to use it. */
function licenseOf(library: LibraryName, fetched: FetchedFiles, said: string | null) {
  const license = said ?? (fetched.license || null);
  const { licenseText } = fetched;
  if (licenseText === null && said === null) {
    throw cannotImport(
      library,
      "there is no licence file in it. If you know under which licence it may be used, say so with --license.",
    );
  }
  return { license: license ?? "see the file LICENSE", licenseText: licenseText ?? `${said ?? ""}\n` };
}

/** One after the other: each uses all threads by itself. */
async function makePrograms(
  groups: readonly CallGroup[],
  library: LibraryFacts,
  options: Importing,
): Promise<readonly ImportedProgram[]> {
  const { staging, sandbox, language, budget, atOnce, maker, signal, onProgress } = options;
  const programs: ImportedProgram[] = [];
  let shared: ReturnType<typeof shareCandidates> | null = null;
  for (const group of groups) {
    signal?.throwIfAborted();
    const name = `${slugOf(library.name)}_${group.name}`;
    const key = importKey([name, library, textsOf(group), budget, maker]);
    let program = staging.before(key);
    if (program === null) {
      const candidatesOf = ({ solution }: Program) => {
        shared ??= shareCandidates(groups, solution, firstOrderCandidates(solution, MUTATION_OPERATORS));
        // What each program tests differs, but for the file that calls it all have the same files.
        return someOf(shared.get(group) ?? [], CANDIDATES_A_TASK * budget).map((one) => ({
          ...one,
          code: withMain(one.code, solution),
        }));
      };
      const making = { sandbox, language, folder: staging.workFolder(name), budget, atOnce, candidatesOf };
      program = await makeLibraryProgram(name, { group, library }, { ...making, ...(signal && { signal }) });
      await staging.keep(key, program);
    }
    programs.push(program);
    onProgress?.(program, { done: programs.length, total: groups.length });
  }
  return programs;
}

/** What they give follows from the library and the sandbox. */
function textsOf({ visible, hidden }: CallGroup): readonly (readonly string[])[] {
  return [visible, hidden].map((calls) => calls.map(({ call }) => call));
}

function withMain(code: Program["solution"], solution: Program["solution"]): Program["solution"] {
  return code.with(solution.text, solution.entry);
}
