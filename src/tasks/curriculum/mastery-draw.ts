/** The curriculum `mastery`: draws a task where the group's solved share says that there is most to learn. */
import type { CurriculumDraw } from "../../protocol/protocol.ts";
import { hashSeed } from "../seed-hash.ts";
import { drawTask } from "../supply/draw-task.ts";
import type { TaskBucket, TaskEntry, TaskFilter, TaskSource } from "../supply/task-source.ts";
import { learnabilityOf, type Tries } from "./learnability.ts";

/** A group as a reset meets it. */
export interface MasteryGroupView {
  readonly group: string;
  readonly triesOf: (bucket: Omit<TaskBucket, "tasks">) => Tries;
}

interface WeighedBucket {
  readonly bucket: TaskBucket;
  readonly tries: Tries;
  readonly learnability: number;
  readonly weight: number;
  /** Its own weight and those before it. */
  readonly upTo: number;
}

/** What a reset may be given, each bucket as likely as it is large and as there is to learn. */
export interface MasteryChances {
  readonly source: TaskSource;
  readonly filter: TaskFilter;
  readonly group: string;
  readonly buckets: readonly WeighedBucket[];
  /** Of all weights. */
  readonly sum: number;
}

export async function weighByMastery(
  source: TaskSource,
  filter: TaskFilter,
  { group, triesOf }: MasteryGroupView,
): Promise<MasteryChances> {
  let sum = 0;
  const buckets = (await source.buckets(filter)).map((bucket) => {
    const tries = triesOf(bucket);
    const worth = learnabilityOf(tries);
    // As long as nothing was tried, each task is as likely as any other.
    const weight = worth * bucket.tasks;
    sum += weight;
    return { bucket, tries, learnability: worth, weight, upTo: sum };
  });
  return { source, filter, group, buckets, sum };
}

/** By arithmetic: the same seed among the same chances is the same task. Undefined where no task fits. */
export async function drawByMastery(
  seed: number,
  chances: MasteryChances,
  /** Names that are not drawn. */
  without: ReadonlySet<string> = new Set(),
): Promise<TaskEntry | undefined> {
  const { source, filter, buckets, sum } = chances;
  const point = (Number(hashSeed(seed, "mastery bucket") >> 11n) / 2 ** 53) * sum;
  // What rounding leaves over is the last one's.
  const chosen = buckets.find(({ upTo }) => point < upTo) ?? buckets.at(-1);
  if (chosen === undefined) return undefined;
  const { program, difficulty, tasks } = chosen.bucket;
  const bucket = { ...filter, program, difficulty };
  if (without.size === 0) return source.at(Number(hashSeed(seed, "mastery task") % BigInt(tasks)), bucket);
  const left = (await source.list(bucket, { start: 0, stop: tasks })).filter(({ name }) => !without.has(name));
  return drawTask(seed, left) ?? source.draw(seed, filter, without);
}

/** @param drawn whether the entry was drawn, or else named */
export function describeMastery(entry: TaskEntry, chances: MasteryChances, drawn: boolean): CurriculumDraw {
  const { buckets, sum, group } = chances;
  const { program, difficulty } = entry;
  const own = buckets.find(({ bucket }) => bucket.program === program.name && bucket.difficulty === difficulty);
  if (own === undefined) throw new Error(`Cannot describe the draw of ${entry.name}: it is in none of the buckets`);
  const all = (count: (one: WeighedBucket) => number) => buckets.reduce((total, one) => total + count(one), 0);
  return {
    curriculum: "mastery",
    group,
    task_name: entry.name,
    drawn,
    drawn_from: {
      buckets: buckets.length,
      tasks: all(({ bucket }) => bucket.tasks),
      attempts: all(({ tries }) => tries.attempts),
      solved: all(({ tries }) => tries.solved),
    },
    bucket: {
      program: program.name,
      difficulty,
      tasks: own.bucket.tasks,
      attempts: own.tries.attempts,
      solved: own.tries.solved,
      learnability: own.learnability,
      probability: own.weight / sum,
    },
  };
}
