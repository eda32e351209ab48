/** Writes an imported program as a folder of the shape that all programs have. */
import { stringify } from "yaml";
import { writeTexts } from "../../ground/write-texts.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import type { Difficulty, Split } from "../../protocol/protocol.ts";
import { type StratumCall, writeCallPool } from "../call-pool.ts";
import type { Expectation } from "../task.ts";
import type { RawProgram } from "./raw-program.ts";

export interface ProgramToWrite {
  readonly raw: RawProgram;
  readonly language: LanguagePack;
  readonly description: string;
  readonly entryPoint: string;
  readonly split: Split;
  readonly difficulty: Difficulty;
  readonly tolerance: number | null;
  readonly solution: string;
  /** Those of hidden tests. */
  readonly pool: readonly StratumCall[];
  readonly tests: readonly VisibleTest[];
  readonly bugs: readonly WrittenBug[];
}

export interface VisibleTest {
  readonly name: string;
  readonly call: string;
  readonly expectation: Expectation;
}

export interface WrittenBug {
  readonly name: string;
  readonly text: string;
  readonly bugType: string;
  readonly title: string;
  readonly difficulty: Difficulty;
}

/** Writes all files of the program into a folder. */
export async function writeProgram(folder: string, program: ProgramToWrite): Promise<void> {
  const { language, raw, solution, pool, bugs } = program;
  const files: [string, string][] = [
    ["program.yaml", toYaml(program)],
    [`solution.${language.extension}`, solution],
    ["calls.jsonl", writeCallPool(pool)],
    ...bugs.map(({ name, text }): [string, string] => [`bugs/${name}.${language.extension}`, text]),
  ];
  if (raw.licenseText !== null) files.push(["LICENSE", raw.licenseText]);
  await writeTexts(folder, files);
}

function toYaml({ raw, language, description, tests, bugs, ...program }: ProgramToWrite): string {
  const { literals } = language;
  const expected = (expectation: Expectation) =>
    expectation.kind === "value" ? literals.print(expectation.value) : { raises: literals.printError(expectation) };
  const data = {
    title: raw.title,
    description,
    entry_point: program.entryPoint,
    difficulty: program.difficulty,
    split: program.split,
    tags: ["imported", ...raw.tags],
    source: raw.source,
    license: raw.license,
    ...(program.tolerance !== null && { tolerance: String(program.tolerance) }),
    tests: tests.map(({ name, call, expectation }) => ({ name, call, expect: expected(expectation) })),
    bugs: Object.fromEntries(
      bugs.map(({ name, title, bugType, difficulty }) => [name, { title, bug_type: bugType, difficulty }]),
    ),
  };
  return stringify(data, { lineWidth: 0, aliasDuplicateObjects: false });
}
