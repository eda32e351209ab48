/** All tasks of a loaded program: those whose bug somebody wrote, and those that are spliced when they are asked for. */
import { lineAt } from "../../ground/line-at.ts";
import { TraceFixError } from "../../protocol/protocol.ts";
import type { Source } from "../../sandbox/source.ts";
import { impossibleTask, impossibleTaskName } from "../impossible/impossible-task.ts";
import type { LoadedProgram } from "../load-program.ts";
import { type PlacedEdit, spliceSource } from "../mutants/splice.ts";
import { readExpectation } from "../program-schema.ts";
import type { Program, Task, TaskTest } from "../task.ts";
import { type Mutant, mutantHash, mutantTaskName, placedEdit } from "./mutant.ts";
import { mutantDifficulty } from "./mutant-difficulty.ts";
import type { TaskMeasures } from "./task-measures.ts";

/** Of a program's mutants, so many have an impossible task made of them. */
const IMPOSSIBLE_A_PROGRAM = 4;

export type ListedTask = Pick<Task, "name" | "bugType" | "difficulty">;

/** What is known of each without making it, bugs before mutants. */
export function listTasks({ program, tasks, mutants, measures }: LoadedProgram): ListedTask[] {
  const written = tasks.map(({ name, bugType, difficulty }) => ({ name, bugType, difficulty }));
  const made = mutants.map((mutant) => ({
    name: mutantTaskName(program.name, mutant),
    bugType: mutant.bug_type,
    difficulty: mutantDifficulty(program, mutant, measures.get(mutant.id)),
  }));
  return [...written, ...made];
}

/** Those that nobody can solve, which are in a set of their own. */
export function listImpossible(loaded: LoadedProgram): ListedTask[] {
  return impossibleOf(loaded).map(({ name, bugType, difficulty }) => ({ name, bugType, difficulty }));
}

/** Made of the same mutants whatever others there are, as long as these are there. */
function impossibleOf({ program, mutants, measures }: LoadedProgram): readonly Task[] {
  const named = mutants.map((mutant) => {
    const sound = { name: mutantTaskName(program.name, mutant), program };
    return { mutant, name: impossibleTaskName(sound) };
  });
  const made: Task[] = [];
  for (const { mutant } of named.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (made.length >= IMPOSSIBLE_A_PROGRAM) break;
    const task = impossibleTask(mutantTask(program, mutant, measures.get(mutant.id)), mutant);
    if (task !== null) made.push(task);
  }
  return made;
}

/** Undefined where the program has no task of that name. @throws TraceFixError where a mutant is not of this solution */
export function openTask(loaded: LoadedProgram, name: string): Task | undefined {
  const written = loaded.tasks.find((task) => task.name === name);
  if (written !== undefined) return written;
  const mutant = loaded.mutants.find((one) => mutantTaskName(loaded.program.name, one) === name);
  if (mutant !== undefined) return mutantTask(loaded.program, mutant, loaded.measures.get(mutant.id));
  return impossibleOf(loaded).find((task) => task.name === name);
}

/** @throws TraceFixError EXECUTION_ERROR where the edits do not give the text that they gave when the task was made */
export function mutantTask(program: Program, mutant: Mutant, measures?: TaskMeasures): Task {
  const { solution } = program;
  const edits = mutant.edits.map((edit) => placedEdit(edit, solution));
  const code = spliceSource(solution, edits);
  const name = mutantTaskName(program.name, mutant);
  if (mutantHash(code) !== mutant.hash) {
    throw new TraceFixError(
      "EXECUTION_ERROR",
      `Cannot open the task ${name}: its program's solution is not the one that it was made from. ` +
        "Make the program's tasks again with `tracefix tasks generate`.",
    );
  }
  const lines = [...new Set(edits.map((edit) => lineOf(edit, solution)))];
  return {
    name,
    program: withTest(program, mutant),
    bugType: mutant.bug_type,
    title: `Changed by ${mutant.operators.join(" and ")}: ${lines.join(", ")}`,
    difficulty: mutantDifficulty(program, mutant, measures),
    code,
    operatorClass: mutant.realism,
  };
}

/** `line 3`; where there are several files, `line 3 of` and the path of one. */
function lineOf({ path, from }: PlacedEdit, { files, isOneFile }: Source): string {
  const line = `line ${lineAt(files.get(path) ?? "", from)}`;
  return isOneFile ? line : `${line} of ${path}`;
}

/** Programs that are alike are one object, so that whatever is remembered of a program serves all of its tasks. */
const widened = new WeakMap<Program, Map<string, Program>>();

function withTest(program: Program, { test }: Mutant): Program {
  if (test === undefined) return program;
  const ofProgram = widened.get(program) ?? new Map<string, Program>();
  widened.set(program, ofProgram);
  const known = ofProgram.get(test.call);
  if (known !== undefined) return known;
  const made = { ...program, tests: [...program.tests, promotedTest(program, test)] };
  ofProgram.set(test.call, made);
  return made;
}

/** No test of `program.yaml` has this name. */
const PROMOTED = "one more call gives what it should";

function promotedTest({ language, tolerance }: Program, { call, expect }: NonNullable<Mutant["test"]>): TaskTest {
  const expectation = readExpectation(expect, language.literals);
  if (typeof expectation === "string") throw new Error(`Cannot read what ${call} should give: ${expectation}`);
  return { name: PROMOTED, call, tolerance, expectation };
}
