/**
 * Judges the corpus as an episode judges: no wrong program is ever solved, every right one always is. Which seeds are
 * tried, and which programs of the catalogue, is drawn again in each run; `npm run tasks:corpus` tries all of them.
 */
import { randomInt } from "node:crypto";
import { basename } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Examiner, gradeTold } from "../../../src/environment/examiner.ts";
import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { loadProgram } from "../../../src/tasks/load-program.ts";
import type { Task } from "../../../src/tasks/task.ts";
import { tellSubmitted } from "../../../src/words/ending-words.ts";
import { IS_ALL } from "../../support/sample.ts";
import {
  type CorpusPart,
  type CorpusWork,
  corpusFiles,
  corpusPrograms,
  corpusSource,
  drawCorpus,
  WHOLE_CORPUS,
} from "./corpus.ts";
import { rememberingSandbox } from "./remembering-sandbox.ts";

/** Test files that share the programs among them. */
const SHARES = 4;

const SAMPLE: CorpusPart = { seedsOfTheSixteen: 1, programsOfTheCatalogue: 1, seedsOfTheCatalogue: 1 };
const LARGER_SAMPLE: CorpusPart = { seedsOfTheSixteen: 2, programsOfTheCatalogue: 2, seedsOfTheCatalogue: 2 };

interface Verdict {
  readonly seed: number;
  readonly solved: boolean;
  readonly summary: string;
}

/** The tests of one share of the programs, 0 to 3. */
export function describeCorpus(share: number): void {
  const draw = Number(process.env.CORPUS_DRAW || randomInt(2 ** 31));
  const programs = corpusPrograms().filter(({ name }, at) => at % SHARES === share && isWanted(name));
  const work = drawCorpus(programs, partToJudge(), draw);

  describe(`the corpus as CORPUS_DRAW=${draw} draws it`, () => {
    if (work.length === 0) test.skip("nothing of what was asked for is in this share", () => {});
    for (const each of work) describe(each.program.name, () => describeProgram(each));
  });
}

function describeProgram({ program: { name, folder }, seeds }: CorpusWork): void {
  let sandbox: Sandbox;
  let task: Task | undefined;

  beforeAll(async () => {
    const { tasks } = await loadProgram(folder, { language: "python" });
    // The bug an episode began from is only what counts as mended; one is enough.
    task = tasks[0];
    sandbox = await openPythonSandbox({ workers: 1 });
  });
  afterAll(() => sandbox?.close());

  test.each(namesOf(corpusFiles(name, "wrong")))("is not solved by %s on any seed", async (_, file) => {
    const verdicts = await judge(file);
    expect(verdicts.filter(({ solved }) => solved).map(describeVerdict)).toEqual([]);
  });

  test.each(namesOf(corpusFiles(name, "right")))("is solved by %s on every seed", async (_, file) => {
    const verdicts = await judge(file);
    expect(verdicts.filter(({ solved }) => !solved).map(describeVerdict)).toEqual([]);
  });

  let remembered: Sandbox | undefined;
  /** What a program's episodes have in common is run once and remembered. */
  async function judge(file: string): Promise<readonly Verdict[]> {
    if (task === undefined) throw new Error(`The program ${name} has no bug`);
    const { program, code: given } = task;
    remembered ??= rememberingSandbox(sandbox);
    const source = corpusSource(program.solution, file);
    const shared = { program, given, hiddenCount: "shown", sandbox: remembered, session: "judge" } as const;
    return Promise.all(
      seeds.map(async (seed) => {
        const grade = await new Examiner({ ...shared, seed }).grade(source);
        return { seed, solved: grade.solved, summary: tellSubmitted(gradeTold(grade)) };
      }),
    );
  }
}

/** A program's name stands for itself where none is asked for. */
function isWanted(name: string): boolean {
  const wanted = (process.env.CORPUS_PROGRAMS ?? "").split(",").filter(Boolean);
  return wanted.length === 0 || wanted.includes(name);
}

function partToJudge(): CorpusPart {
  if (process.env.CORPUS_WHOLE) return WHOLE_CORPUS;
  return IS_ALL ? LARGER_SAMPLE : SAMPLE;
}

function namesOf(files: readonly string[]): readonly (readonly [string, string])[] {
  return files.map((file) => [basename(file), file]);
}

function describeVerdict({ seed, summary }: Verdict): string {
  return `seed ${seed}: ${summary}`;
}
