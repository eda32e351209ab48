/** Which episodes a run plays: the tasks in turn, then the next seed, each as often as it is to be repeated. */
import { createHash } from "node:crypto";
import {
  type CodeObservation,
  DEFAULT_MAX_STEPS,
  type Difficulty,
  type OperatorClass,
  type ResetRequest,
  type Split,
  type TaskSetName,
} from "../protocol/protocol.ts";

/** What a record says of a task besides its name. */
export interface PlannedTask {
  readonly name: string;
  readonly program: string;
  readonly bugType: string;
  readonly difficulty: Difficulty;
  readonly split: Split | null;
  /** Where they are known. */
  readonly taskSet?: TaskSetName | undefined;
  readonly operatorClass?: OperatorClass | undefined;
}

export interface PlannedEpisode {
  /** Unique in a run: task, seed and repetition. */
  readonly key: string;
  readonly task: PlannedTask;
  readonly seed: number;
  readonly repetition: number;
  readonly reset: ResetRequest;
}

export interface PlanOptions {
  readonly tasks: readonly PlannedTask[];
  /** The first seed; each further round of the tasks takes the next. */
  readonly seed: number;
  /** How many episodes, before repetition. */
  readonly episodes: number;
  /** How often each episode is played: same task, same seed. */
  readonly repeat: number;
  readonly maxSteps: number | null;
  /** Whether the model gets tools, so that the prompt tells it to call them. */
  readonly tools?: boolean | undefined;
  /** The set that resets choose from, so that places in it are the same on a server with another usual set. */
  readonly taskSet?: TaskSetName | null | undefined;
}

export function planEpisodes({
  tasks,
  seed: first,
  episodes,
  repeat,
  maxSteps,
  tools = false,
  taskSet = null,
}: PlanOptions): PlannedEpisode[] {
  const plan: PlannedEpisode[] = [];
  for (let count = 0; count < episodes; count += 1) {
    const task = tasks[count % tasks.length];
    if (task === undefined) throw new Error("Cannot plan a run without a task");
    const seed = first + Math.floor(count / tasks.length);
    for (let repetition = 0; repetition < repeat; repetition += 1) {
      const key = `${task.name}/${seed}/${repetition}`;
      const form = tools ? ({ prompt: "tools" } as const) : {};
      // The sixteen are what a server chooses from unless it is told otherwise; who cheats is told by what was asked for.
      const set = task.taskSet === "impossible" ? task.taskSet : taskSet;
      const from = set === null || set === "classic" ? {} : { task_set: set };
      const reset = { ...from, task_name: task.name, seed, episode_id: episodeId(key), max_steps: maxSteps, ...form };
      plan.push({ key, task, seed, repetition, reset });
    }
  }
  return plan;
}

/** The same in every run, so that its bytes are; and opaque, because the policy sees it and a task's name gives its bug away. */
function episodeId(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 16);
}

/** Stands for the observation of an episode whose reset was never answered: it shows no code. */
export function unbegunObservation({ task, seed, reset }: PlannedEpisode): CodeObservation {
  return {
    code_dict: {},
    localized_context: "",
    last_execution_output: "",
    syntax_error: null,
    test_results: [],
    step_count: 0,
    steps_remaining: 0,
    reward_last_step: 0,
    info: { episode_id: reset.episode_id ?? "", task_name: task.program, task_difficulty: task.difficulty },
    metadata: {
      system_prompt: "",
      seed,
      split: null,
      index: 0,
      max_steps: reset.max_steps ?? DEFAULT_MAX_STEPS,
      reward_profile: "dense",
    },
  };
}
