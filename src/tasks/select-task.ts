/**
 * Chooses an episode's task by arithmetic alone, so that the same request means the same task on every server.
 *
 * `task_name` decides; without it `index`, a place in the split's list; without that the seed draws from the split's tasks
 * of the wanted difficulty, which `difficulty` or else the curriculum's `training_step` gives; with `curriculum`, also by
 * what the group has mastered, which is the one thing that servers do not share. Whatever else the request says must hold
 * for the task so chosen: a request that contradicts itself is refused, never half obeyed.
 */

import { truncate } from "../ground/truncate.ts";
import { type EpisodeRequest, invalidRequest, issueAbout } from "../protocol/protocol.ts";
import {
  describeMastery,
  drawByMastery,
  type MasteryChances,
  type MasteryGroupView,
  weighByMastery,
} from "./curriculum/mastery-draw.ts";
import { didYouMeanOf } from "./nearest-name.ts";
import type { TaskEntry, TaskFilter, TaskSource } from "./supply/task-source.ts";
import type { TaskChoice } from "./task.ts";
import { type Condition, countTasks, describeSplit, taskConditionsOf } from "./task-conditions.ts";

export type TaskRequest = Pick<
  EpisodeRequest,
  "seed" | "task_name" | "index" | "difficulty" | "split" | "language" | "training_step"
>;

/** The task a request means. @throws TraceFixError VALIDATION_ERROR saying what is wrong and what there is instead. */
export async function selectTask(
  source: TaskSource,
  request: TaskRequest,
  /** Draws in the seed's place, where there is a curriculum. */
  group: MasteryGroupView | null = null,
  /** Names that are not drawn: what the seed meant before, and cannot be played. */
  without: ReadonlySet<string> = new Set(),
): Promise<TaskChoice> {
  const split = request.split ?? null;
  await refuseUnknownLanguage(source, request);
  const chances = group && (await weighByMastery(source, filterOf(request), group));
  const named = (await findNamed(source, request)) ?? (await findIndexed(source, request));
  const entry = named ?? (await draw(source, request, { chances, without }));
  const { contentHash: programHash } = entry.program;
  const choice = { task: await source.open(entry), programHash, index: placeOf(entry, split), split };
  return chances === null ? choice : { ...choice, curriculum: describeMastery(entry, chances, named === null) };
}

function filterOf(request: TaskRequest): TaskFilter {
  const { split, language } = request;
  const difficulty = taskConditionsOf(request).find((condition) => condition.difficulty !== null)?.difficulty;
  return { split, language, difficulty };
}

/** Where it stands in the list that a request's `index` counts in. */
function placeOf({ index, indexInSplit }: TaskEntry, split: TaskRequest["split"]): number {
  return split == null ? index : indexInSplit;
}

async function findNamed(source: TaskSource, request: TaskRequest): Promise<TaskEntry | null> {
  const { task_name: name, split, index } = request;
  if (name == null) return null;
  const entry = await source.find(name);
  if (entry === undefined) {
    refuse("task_name", request, `Cannot find the task ${quote(name)}${await explainUnknown(source, name)}`);
  }
  const subject = `task_name ${name}`;
  if (split != null && split !== entry.program.split) {
    const fact = `is in split ${entry.program.split}`;
    refuse("split", request, contradiction(subject, { says: `split ${split}`, fact }));
  }
  const place = placeOf(entry, split);
  if (index != null && index !== place) {
    const fact = `has the index ${place} in ${describeSplit(split)}`;
    refuse("index", request, contradiction(subject, { says: `index ${index}`, fact }));
  }
  requireConditions(entry, { request, subject });
  return entry;
}

async function findIndexed(source: TaskSource, request: TaskRequest): Promise<TaskEntry | null> {
  const { index, split } = request;
  if (index == null) return null;
  const entry = await source.at(index, { split });
  if (entry === undefined) {
    const count = await source.count({ split });
    const range = count === 0 ? "" : `, with indices 0 to ${count - 1}`;
    const there = `${describeSplit(split)} has ${await countTasks(source, { split })}${range}`;
    refuse("index", request, `Cannot take the task at index ${index}: ${there}.`);
  }
  requireConditions(entry, { request, subject: `index ${index} of ${describeSplit(split)}` });
  return entry;
}

interface DrawConditions {
  readonly chances: MasteryChances | null;
  readonly without: ReadonlySet<string>;
}

async function draw(
  source: TaskSource,
  request: TaskRequest,
  { chances, without }: DrawConditions,
): Promise<TaskEntry> {
  const conditions = taskConditionsOf(request);
  refuseTwoDifficulties(conditions, request);
  const { split, seed } = request;
  const entry = await (chances === null
    ? source.draw(seed, filterOf(request), without)
    : drawByMastery(seed, chances, without));
  if (entry !== undefined) return entry;
  const wanted = conditions.map(({ says }) => says).join(" and ");
  const where = describeSplit(split);
  if (without.size > 0) refuse("split", request, `Cannot draw a task from ${where}: none that fits is sound.`);
  refuse(
    conditions.at(-1)?.field ?? "split",
    request,
    `Cannot draw a task from ${where}${wanted === "" ? "" : ` with ${wanted}`}: ${where} has ${await countTasks(source, { split })}.`,
  );
}

function requireConditions(entry: TaskEntry, { request, subject }: { request: TaskRequest; subject: string }): void {
  for (const { field, says, allows, factOf } of taskConditionsOf(request)) {
    if (!allows(entry)) refuse(field, request, contradiction(subject, { says, fact: factOf(entry) }));
  }
}

function refuseTwoDifficulties(conditions: readonly Condition[], request: TaskRequest): void {
  const [first, second] = conditions.filter(({ difficulty }) => difficulty !== null);
  if (first === undefined || second === undefined || first.difficulty === second.difficulty) return;
  const message = `Cannot reset with ${first.says} and ${second.says}: they contradict each other. Leave one of them out.`;
  refuse(second.field, request, message);
}

async function refuseUnknownLanguage(source: TaskSource, request: TaskRequest): Promise<void> {
  const { language } = request;
  if (language == null) return;
  const { languages } = await source.values();
  if (languages.includes(language)) return;
  const there = `there are tasks in ${languages.join(", ")}`;
  refuse("language", request, `Cannot find tasks in the language ${quote(language)}: ${there}.`);
}

/** Ends the sentence that a name is unknown: a program's name, a near miss, or what names look like. */
async function explainUnknown(source: TaskSource, name: string): Promise<string> {
  const siblings = await namesOf(source, { program: name }, MOST_SIBLINGS);
  if (siblings.length > 0) return `: that is a program. Its tasks are ${siblings.join(", ")}.`;
  const hint = didYouMeanOf(await source.near(name));
  if (hint !== "") return `.${hint}`;
  return `. There are ${await source.count()}, such as ${(await namesOf(source, {}, 3)).join(", ")}.`;
}

/** A program may have hundreds of bugs. */
const MOST_SIBLINGS = 20;

async function namesOf(source: TaskSource, filter: TaskFilter, stop: number): Promise<string[]> {
  return (await source.list(filter, { start: 0, stop })).map(({ name }) => name);
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
