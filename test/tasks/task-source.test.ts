/** The contract of sources, over the folder of programs and over twenty thousand tasks that are made when they are asked for. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { DIFFICULTIES, SPLITS } from "../../src/protocol/protocol.ts";
import { openFolderSource } from "../../src/tasks/supply/folder-source.ts";
import { indexedSource } from "../../src/tasks/supply/indexed-source.ts";
import type { ProgramFacts, TaskFacts, TaskSource } from "../../src/tasks/supply/task-source.ts";
import type { Task } from "../../src/tasks/task.ts";
import { describeTaskSource } from "./source-contract.ts";
import { makeProgram, makeTask } from "./support/make-task.ts";
import { PROGRAMS_ROOT } from "./support/programs-root.ts";

const PROGRAMS = 400;
const BUGS = 50;
const BUG_TYPES = ["off-by-one", "wrong-operator", "missing-step"] as const;

describeTaskSource("the folder of programs", () => openFolderSource(PROGRAMS_ROOT));
describeTaskSource("twenty thousand made-up tasks", async () => syntheticSource().source);

/** Tasks that exist as facts only until one is opened; `opened` counts that. */
function syntheticSource(): { source: TaskSource; opened: string[] } {
  const facts: TaskFacts[] = [];
  for (let number = 0; number < PROGRAMS; number += 1) {
    const program = programFacts(number);
    for (let bug = 0; bug < BUGS; bug += 1) {
      const name = `${program.name}_bug_${String(bug).padStart(2, "0")}`;
      facts.push({ name, program, bugType: at(BUG_TYPES, bug), difficulty: at(DIFFICULTIES, number + bug) });
    }
  }
  const hash = createHash("sha256").update(JSON.stringify(facts)).digest("hex");
  const opened: string[] = [];
  const open = async ({ name, bugType, difficulty, program }: TaskFacts): Promise<Task> => {
    opened.push(name);
    const { title, description, split, tags } = program;
    return makeTask(
      { name, bugType, difficulty },
      makeProgram({ name: program.name, title, description, split, tags }),
    );
  };
  return { source: indexedSource(facts, { hash, open }), opened };
}

function programFacts(number: number): ProgramFacts {
  const name = `program_${String(number).padStart(4, "0")}`;
  return {
    name,
    language: "python",
    title: `Program ${number}`,
    description: `It is the program ${number}.`,
    split: at(SPLITS, number),
    tags: [],
    contentHash: createHash("sha256").update(name).digest("hex"),
  };
}

function at<Value>(values: readonly Value[], place: number): Value {
  const value = values[place % values.length];
  if (value === undefined) throw new Error("There is no value");
  return value;
}

test("a source of twenty thousand tasks makes the one that is opened, and no other", async () => {
  const { source, opened } = syntheticSource();
  await source.count({ split: "train" });
  await source.list({ words: "program 7" }, { start: 0, stop: 10 });
  const entry = await source.draw(1, { split: "test" });
  expect(opened).toEqual([]);
  if (entry === undefined) throw new Error("Nothing was drawn");
  await source.open(entry);
  expect(opened).toEqual([entry.name]);
});
