/** Writes a group of a library's calls as a program of several files, and makes its tasks by mutation. */
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { writeTexts } from "../../../ground/write-texts.ts";
import type { LanguagePack } from "../../../languages/language-pack.ts";
import type { Split } from "../../../protocol/protocol.ts";
import type { RunOptions, Sandbox } from "../../../sandbox/sandbox.ts";
import { BrokenProgramError } from "../../broken-program.ts";
import { writeCallPool } from "../../call-pool.ts";
import type { Candidate } from "../../generation/making/candidates.ts";
import { makeMutants } from "../../generation/making/make-mutants.ts";
import { UnsoundProgramError } from "../../hidden-tests.ts";
import { loadProgram } from "../../load-program.ts";
import { MUTANTS_FILE, type Mutant, mutantTaskName, writeMutants } from "../../mutants/mutant.ts";
import { mutantDifficulty } from "../../mutants/mutant-difficulty.ts";
import type { Program } from "../../task.ts";
import { validateProgram } from "../../validate-program.ts";
import { type ImportedProgram, refusedProgram } from "../import-report.ts";
import { unsoundRefusal } from "../prove-program.ts";
import { takeName, titleOf } from "../raw-program.ts";
import type { CallGroup } from "./group-calls.ts";
import { type LibraryCall, mainText } from "./load-library.ts";

export interface LibraryFacts {
  /** As the index has it, with its version. */
  readonly name: string;
  readonly version: string;
  readonly summary: string;
  readonly license: string;
  readonly licenseText: string;
  readonly files: Readonly<Record<string, string>>;
  readonly split: Split;
}

export interface LibraryProgramOptions extends RunOptions {
  readonly sandbox: Sandbox;
  readonly language: LanguagePack;
  /** An empty folder, named as the program. */
  readonly folder: string;
  /** The most tasks of the program. */
  readonly budget: number;
  readonly atOnce: number;
  /** Mistakes that may be put into the library's files, as they are in the program. */
  readonly candidatesOf: (program: Program) => readonly Candidate[];
}

/** A bug that fewer of the generated calls show is too seldom to be found. */
const LEAST_DIFFERING = 0.05;

/** The program is in its folder if it is taken. */
export async function makeLibraryProgram(
  name: string,
  { group, library }: { readonly group: CallGroup; readonly library: LibraryFacts },
  options: LibraryProgramOptions,
): Promise<ImportedProgram> {
  const { folder, language, sandbox, budget, atOnce, candidatesOf, ...running } = options;
  await rm(folder, { recursive: true, force: true });
  await writeProgramFiles(folder, { name, group, library }, language);
  try {
    const loaded = await loadProgram(folder, { language: language.name, isToMutate: true });
    // Each call by itself is quicker than all together where each of them would import the whole library.
    const program = { ...loaded.program, language: { ...language, together: null } };
    const check = await validateProgram(program, { sandbox, ...running });
    if (check.problems.length > 0) return unsound(name, check.problems);
    const making = { budget, seed: 0, sandbox, atOnce, ...running };
    const made = await makeMutants({ program, bugs: [], candidates: candidatesOf(program) }, making);
    const mutants = made.mutants.filter(({ differs }) => differs >= LEAST_DIFFERING);
    if (mutants.length === 0) return unsound(name, ["no mistake in the code that its calls reach makes a sound task"]);
    await writeFile(join(folder, MUTANTS_FILE), writeMutants(mutants));
    const tasks = mutants.map((mutant) => taskOf(program, mutant)).sort((a, b) => (a.task < b.task ? -1 : 1));
    const counts = { visibleTests: group.visible.length, hiddenCalls: group.hidden.length };
    return { program: name, taken: { split: library.split, ...counts, tasks, warnings: [] }, refused: [] };
  } catch (error) {
    if (error instanceof UnsoundProgramError) return unsound(name, [error.message]);
    if (!(error instanceof BrokenProgramError)) throw error;
    return unsound(
      name,
      error.problems.map(({ message }) => message),
    );
  }
}

function unsound(name: string, problems: readonly string[]): ImportedProgram {
  return refusedProgram(name, unsoundRefusal(problems));
}

function taskOf(program: Program, mutant: Mutant) {
  return {
    task: mutantTaskName(program.name, mutant),
    difficulty: mutantDifficulty(program, mutant, undefined),
    failsVisible: mutant.fails.length,
    failsHidden: mutant.differs,
  };
}

interface Written {
  readonly name: string;
  readonly group: CallGroup;
  readonly library: LibraryFacts;
}

async function writeProgramFiles(
  folder: string,
  { name, group, library }: Written,
  language: LanguagePack,
): Promise<void> {
  const calls = [...group.visible, ...group.hidden];
  const main = mainText(
    calls.flatMap(({ modules }) => modules),
    group.topic,
  );
  const files: [string, string][] = [
    ["program.yaml", programYaml({ name, group, library }, language)],
    [join("solution", language.entry), main],
    ...Object.entries(library.files).map(([path, text]): [string, string] => [join("solution", path), text]),
    ["calls.jsonl", writeCallPool(group.hidden.map(({ call, member }) => ({ call, stratum: stratumOf(member) })))],
    ["LICENSE", library.licenseText],
  ];
  await writeTexts(folder, files);
}

/** Calls of different members have their turns. */
function stratumOf(member: string): string {
  const name = member.toLowerCase().replace(/[^a-z0-9]+/g, "_");
  return `of_${name.replace(/^_+|_+$/g, "") || "calls"}`;
}

function programYaml({ name, group, library }: Written, { literals }: LanguagePack): string {
  const { topic, visible } = group;
  const entryPoint = topic.slice(topic.lastIndexOf(".") + 1);
  const about = library.summary.trim().replace(/\s+/g, " ").replace(/\.$/, "");
  const data = {
    title: titleOf(name),
    description:
      `${library.name} ${library.version}${about === "" ? "" : ` (${about})`}: ${topic} and what it needs. The files of ` +
      "the library are all there, and say in their own texts what its functions do; tests call them by their full names.",
    entry_point: entryPoint,
    difficulty: "medium",
    split: library.split,
    tags: ["imported", "library"],
    source: `${library.name}==${library.version} of the package index`,
    license: library.license,
    tests: nameTests(visible).map(({ call: { call, expectation }, name: testName }) => ({
      name: testName,
      call,
      expect:
        expectation.kind === "value" ? literals.print(expectation.value) : { raises: literals.printError(expectation) },
    })),
  };
  return stringify(data, { lineWidth: 0, aliasDuplicateObjects: false });
}

const LONGEST_NAME = 72;

/** Each by the library's test that makes it. */
function nameTests(calls: readonly LibraryCall[]): readonly { readonly call: LibraryCall; readonly name: string }[] {
  const taken = new Set<string>();
  return calls.map((call) => {
    const last = call.test.split("::").at(-1) ?? "";
    const words = last
      .replace(/\[.*$/, "")
      .replace(/^test_?/, "")
      .replaceAll("_", " ")
      .replace(/\s+/g, " ")
      .trim();
    return { call, name: takeName((words || call.member).slice(0, LONGEST_NAME).trim(), taken, ", case ") };
  });
}
