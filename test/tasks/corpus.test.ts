/**
 * Programs by people who did not write the generators, judged as an episode judges them: no wrong one is ever solved,
 * every right one always is.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Examiner, gradeTold } from "../../src/environment/examiner.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { Task } from "../../src/tasks/task.ts";
import { tellSubmitted } from "../../src/words/ending-words.ts";
import { sample } from "../support/sample.ts";
import { PROGRAMS_ROOT } from "./support/programs-root.ts";
import { rememberingSandbox } from "./support/remembering-sandbox.ts";
import { loadTaskSet } from "./support/task-set.ts";

const CORPUS = fileURLToPath(new URL("./corpus/python", import.meta.url));
/** As trainers count, and some that are far from each other. */
const SEEDS = sample(
  [...Array.from({ length: 16 }, (_, seed) => seed), 1234, 2 ** 31, 2 ** 40 + 1, Number.MAX_SAFE_INTEGER],
  7,
);
const PROGRAMS = readdirSync(join(PROGRAMS_ROOT, "python")).sort();

interface Verdict {
  readonly seed: number;
  readonly solved: boolean;
  readonly summary: string;
}

let sandbox: Sandbox;
const tasks = new Map<string, Task>();

beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 2 });
  // The bug an episode began from is only what counts as mended; one for each program is enough.
  for (const task of (await loadTaskSet(PROGRAMS_ROOT)).tasks) tasks.set(task.program.name, task);
});
afterAll(() => sandbox.close());

test("the corpus has programs of those that there are, and of no others", () => {
  expect(readdirSync(CORPUS).sort()).toEqual(PROGRAMS);
});

describe.each(PROGRAMS)("%s", (name) => {
  test("has at least 5 wrong programs and 10 right ones in the corpus", () => {
    expect(files(name, "wrong").length).toBeGreaterThanOrEqual(5);
    expect(files(name, "right").length).toBeGreaterThanOrEqual(10);
  });

  test.each(files(name, "wrong"))("is not solved by %s on any seed", async (file) => {
    const verdicts = await judge(name, readFileSync(file, "utf8"));
    expect(verdicts.filter(({ solved }) => solved).map(describeVerdict)).toEqual([]);
  });

  test.each(files(name, "right"))("is solved by %s on every seed", async (file) => {
    const verdicts = await judge(name, readFileSync(file, "utf8"));
    expect(verdicts.filter(({ solved }) => !solved).map(describeVerdict)).toEqual([]);
  });
});

/** None of a program that nobody has written any for. */
function files(name: string, kind: "wrong" | "right"): string[] {
  const folder = join(CORPUS, name, kind);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".py"))
    .sort()
    .map((file) => join(folder, file));
}

/** The seeds go in turn, so that what the programs have in common is run once and remembered. */
async function judge(name: string, text: string): Promise<readonly Verdict[]> {
  const task = tasks.get(name);
  if (task === undefined) throw new Error(`There is no program ${name}`);
  const { program, code: given } = task;
  return Promise.all(
    SEEDS.map(async (seed) => {
      const examiner = new Examiner({
        program,
        given,
        seed,
        hiddenCount: "shown",
        sandbox: remembered(),
        session: String(seed % 2),
      });
      const grade = await examiner.grade(given.with(text));
      return { seed, solved: grade.solved, summary: tellSubmitted(gradeTold(grade)) };
    }),
  );
}

let memory: Sandbox | undefined;
function remembered(): Sandbox {
  memory ??= rememberingSandbox(sandbox);
  return memory;
}

function describeVerdict({ seed, summary }: Verdict): string {
  return `seed ${seed}: ${summary}`;
}
