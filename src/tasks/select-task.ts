/**
 * Chooses an episode's task by arithmetic alone, so that the same request means the same task on every server.
 *
 * `task_name` decides; without it `index`, a place in the split's list; without that the seed draws from the split's tasks
 * of the wanted difficulty, which `difficulty` or else the curriculum's `training_step` gives. Whatever else the request
 * says must hold for the task so chosen: a request that contradicts itself is refused, never half obeyed.
 */

import { truncate } from "../ground/truncate.ts";
import { type EpisodeRequest, invalidRequest, issueAbout } from "../protocol/protocol.ts";
import { didYouMean } from "./nearest-name.ts";
import { hashSeed } from "./seed-hash.ts";
import type { Task, TaskChoice } from "./task.ts";
import { type Condition, conditionsOf, countTasks, describeSplit } from "./task-conditions.ts";
import type { TaskSet } from "./task-set.ts";

export type TaskRequest = Pick<
  EpisodeRequest,
  "seed" | "task_name" | "index" | "difficulty" | "split" | "language" | "training_step"
>;

/** The task a request means. @throws TraceFixError VALIDATION_ERROR saying what is wrong and what there is instead. */
export function selectTask(set: TaskSet, request: TaskRequest): TaskChoice {
  const split = request.split ?? null;
  const list = set.inSplit(split);
  refuseUnknownLanguage(set, request);
  const task = findNamed(set, request) ?? findIndexed(list, request) ?? draw(list, request);
  return { task, index: list.indexOf(task), split };
}

function findNamed(set: TaskSet, request: TaskRequest): Task | null {
  const { task_name: name, split, index } = request;
  if (name == null) return null;
  const task = set.get(name);
  if (task === undefined)
    refuse("task_name", request, `Cannot find the task ${quote(name)}${explainUnknown(set, name)}`);

  const subject = `task_name ${name}`;
  if (split != null && split !== task.program.split) {
    refuse(
      "split",
      request,
      contradiction(subject, { says: `split ${split}`, fact: `is in split ${task.program.split}` }),
    );
  }
  const place = set.inSplit(split ?? null).indexOf(task);
  if (index != null && index !== place) {
    refuse(
      "index",
      request,
      contradiction(subject, { says: `index ${index}`, fact: `has the index ${place} in ${describeSplit(split)}` }),
    );
  }
  requireConditions(task, { request, subject });
  return task;
}

function findIndexed(list: readonly Task[], request: TaskRequest): Task | null {
  const { index, split } = request;
  if (index == null) return null;
  const task = list[index];
  if (task === undefined) {
    const range = list.length === 0 ? "" : `, with indices 0 to ${list.length - 1}`;
    refuse(
      "index",
      request,
      `Cannot take the task at index ${index}: ${describeSplit(split)} has ${countTasks(list)}${range}.`,
    );
  }
  requireConditions(task, { request, subject: `index ${index} of ${describeSplit(split)}` });
  return task;
}

function draw(list: readonly Task[], request: TaskRequest): Task {
  const conditions = conditionsOf(request);
  refuseTwoDifficulties(conditions, request);
  const pool = list.filter((task) => conditions.every(({ allows }) => allows(task)));
  const task = pool[Number(hashSeed(request.seed, "task") % BigInt(Math.max(1, pool.length)))];
  if (task !== undefined) return task;
  const wanted = conditions.map(({ says }) => says).join(" and ");
  const where = describeSplit(request.split);
  refuse(
    conditions.at(-1)?.field ?? "split",
    request,
    `Cannot draw a task from ${where}${wanted === "" ? "" : ` with ${wanted}`}: ${where} has ${countTasks(list)}.`,
  );
}

function requireConditions(task: Task, { request, subject }: { request: TaskRequest; subject: string }): void {
  for (const { field, says, allows, factOf } of conditionsOf(request)) {
    if (!allows(task)) refuse(field, request, contradiction(subject, { says, fact: factOf(task) }));
  }
}

function refuseTwoDifficulties(conditions: readonly Condition[], request: TaskRequest): void {
  const [first, second] = conditions.filter(({ difficulty }) => difficulty !== null);
  if (first === undefined || second === undefined || first.difficulty === second.difficulty) return;
  const message = `Cannot reset with ${first.says} and ${second.says}: they contradict each other. Leave one of them out.`;
  refuse(second.field, request, message);
}

function refuseUnknownLanguage(set: TaskSet, request: TaskRequest): void {
  const { language } = request;
  const known = [...new Set(set.programs.map((program) => program.language.name))];
  if (language == null || known.includes(language)) return;
  refuse(
    "language",
    request,
    `Cannot find tasks in the language ${quote(language)}: there are tasks in ${known.join(", ")}.`,
  );
}

/** Ends the sentence that a name is unknown: a program's name, a near miss, or what names look like. */
function explainUnknown(set: TaskSet, name: string): string {
  const siblings = set.tasks.filter(({ program }) => program.name === name).map((task) => task.name);
  if (siblings.length > 0) return `: that is a program. Its tasks are ${siblings.join(", ")}.`;
  const names = set.tasks.map((task) => task.name);
  return `.${didYouMean(name, names) || ` There are ${names.length}, such as ${names.slice(0, 3).join(", ")}.`}`;
}

function contradiction(subject: string, { says, fact }: { says: string; fact: string }): string {
  return `Cannot reset with ${subject} and ${says}: that task ${fact}. Leave one of the two out.`;
}

function quote(text: string): string {
  return JSON.stringify(truncate(text, 80));
}

function refuse(field: keyof TaskRequest, request: TaskRequest, message: string): never {
  throw invalidRequest(message, [issueAbout(request[field], { type: "value_error", loc: [field], msg: message })]);
}
