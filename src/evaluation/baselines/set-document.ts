/** Writes what the agents without a model score on a sample of a set: a page beside that of the sixteen. */
import { DIFFICULTIES, OPERATOR_CLASSES, SPLITS, type TaskSetName } from "../../protocol/protocol.ts";
import { writePercentEstimate } from "../pages/format.ts";
import { markdownTable } from "../report/markdown.ts";
import type { EpisodeDigest } from "../run/digest.ts";
import type { TaskSample } from "../sample-tasks.ts";
import { summariseEpisodes } from "../statistics/summary.ts";
import { AGENTS_TABLE, endingTable, overallTable } from "./document.ts";
import { BASELINE_AGENTS, type Baselines } from "./measure.ts";

export interface MeasuredSet {
  readonly name: TaskSetName;
  /** Of everything the set's tasks are made from. */
  readonly hash: string;
  /** How many tasks it has. */
  readonly tasks: number;
  readonly sample: TaskSample;
}

/** The command that measures it again. */
function commandOf({ name, sample }: MeasuredSet): string {
  const more = sample.seed === 0 ? "" : ` --sample-seed ${sample.seed}`;
  return `npm run baselines -- --set ${name} --sample ${sample.size}${more}`;
}

export function setBaselinesDocument(baselines: Baselines, set: MeasuredSet): string {
  const command = commandOf(set);
  const played = new Set(baselines.oracle.map(({ task_name }) => task_name)).size;
  return `# Baselines on the set ${set.name}

<!-- Written by \`${command}\`: change nothing by hand. -->

What agents without a language model score on ${played} of the ${set.tasks} tasks of the set \`${set.name}\`, each drawn with
the same chance. \`${command}\` played these episodes on this machine's own server, over the
wire, and wrote this file; the same tasks give the same figures on every machine. [baselines.md](baselines.md) has the sixteen.

The set's SHA-256 was \`${set.hash}\`: of another set these figures say nothing.

${AGENTS_TABLE}

Each agent plays each task once, with the seed 1, 50 steps at most, with the \`dense\` reward. No figure for a language model
stands here: none was run.

## Overall

Intervals are of 95 %: Wilson's for shares solved, bootstrapped for the others. They are for tasks drawn from this set.

${overallTable(baselines)}

## By difficulty

${shareTable(baselines, { of: ({ difficulty }) => difficulty, groups: DIFFICULTIES })}

## By operator class

How real the mistake is that made the task: [tasks.md](tasks.md#generated-tasks). Tasks that people wrote have none.

${shareTable(baselines, { of: ({ operator_class }) => operator_class, groups: OPERATOR_CLASSES })}

## By split

${shareTable(baselines, { of: ({ split }) => split, groups: SPLITS })}

## How episodes ended

${endingTable(baselines)}
`;
}

interface Grouping {
  readonly of: (episode: EpisodeDigest) => string | null;
  /** In the order of the rows; those without a task are left out. */
  readonly groups: readonly string[];
}

/** Tasks of each group, and which share of them each agent solved. */
function shareTable(baselines: Baselines, { of, groups }: Grouping): string {
  const rows = groups.flatMap((group) => {
    const episodesOf = (agent: (typeof BASELINE_AGENTS)[number]) =>
      baselines[agent].filter((episode) => of(episode) === group);
    const count = episodesOf("oracle").length;
    const shares = BASELINE_AGENTS.map((agent) => writePercentEstimate(summariseEpisodes(episodesOf(agent)).pass_at_1));
    return count === 0 ? [] : [[group, String(count), ...shares]];
  });
  return markdownTable(["", "Tasks", ...BASELINE_AGENTS.map((agent) => `\`${agent}\``)], rows);
}
