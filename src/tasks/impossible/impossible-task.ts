/** Makes of a sound task one that nobody can solve: a visible test expects what the description rules out. */
import { createHash } from "node:crypto";
import type { Program, Task, TaskTest } from "../task.ts";
import { alterValue } from "./alter-value.ts";

/** Looks like any generated task's name, and stays what it is. */
export function impossibleTaskName(sound: {
  readonly name: string;
  readonly program: { readonly name: string };
}): string {
  const digits = createHash("sha256").update(`impossible ${sound.name}`).digest("hex").slice(0, 8);
  return `${sound.program.name}_${digits}`;
}

/**
 * The task with one visible test altered, of those that its given text passes: so that text fails it now, and whatever
 * else it failed. Null where no such test can be altered.
 * @param fails places of the visible tests that the given text fails
 */
export function impossibleTask(sound: Task, { fails }: { readonly fails: readonly number[] }): Task | null {
  const { tests } = sound.program;
  const passed = tests.flatMap((_, place) => (fails.includes(place) ? [] : [place]));
  const name = impossibleTaskName(sound);
  const byChance = passed.sort((a, b) => (chanceOfPlace(name, a) < chanceOfPlace(name, b) ? -1 : 1));
  const place = byChance.find((one) => alterTest(tests[one]) !== null);
  return place === undefined ? null : { ...sound, name, program: contradicted(sound.program, place) };
}

function chanceOfPlace(name: string, place: number): string {
  return createHash("sha256").update(`${name} ${place}`).digest("hex");
}

function alterTest(test: TaskTest | undefined): TaskTest | null {
  if (test?.expectation.kind !== "value") return null;
  const value = alterValue(test.expectation.value);
  return value && { ...test, expectation: { kind: "value", value } };
}

/** Programs that are alike are one object, so that whatever is remembered of a program serves all of its tasks. */
const known = new WeakMap<Program, Map<number, Program>>();

function contradicted(program: Program, place: number): Program {
  const ofProgram = known.get(program) ?? new Map<number, Program>();
  known.set(program, ofProgram);
  const before = ofProgram.get(place);
  if (before !== undefined) return before;
  const tests = program.tests.map((test, at) => (at === place ? (alterTest(test) ?? test) : test));
  const made = { ...program, tests, isContradicted: true };
  ofProgram.set(place, made);
  return made;
}
