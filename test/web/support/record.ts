/** Plays whole episodes over the wire and records them as `episodes.jsonl` holds them. */
import {
  EPISODE_RECORD_VERSION,
  type EpisodeRecord,
  type PageTask,
  type StepData,
  USUAL_GRADING,
} from "../../../src/protocol/protocol.ts";
import { Player } from "../../support/player.ts";

export interface Recording {
  readonly port: number;
  readonly task: PageTask;
  readonly seed: number;
  readonly actions: readonly StepData[];
  readonly agent?: string;
  readonly training_step?: number;
}

export async function record({ port, task, seed, actions, agent = "scripted", training_step }: Recording) {
  await using player = await Player.connect(port);
  const reset = { task_name: task.task_name, seed, episode_id: `${agent}-${seed}` };
  const first = await player.reset(reset);
  const steps: EpisodeRecord["steps"] = [];
  for (const action of actions) {
    const { observation, reward, done } = await player.step(action);
    steps.push({ action, observation, reward, done });
  }
  const last = steps.at(-1);
  const metadata = last?.observation.metadata;
  const told = metadata !== undefined && "return" in metadata ? metadata : null;
  const score = told?.reward_components.final ?? 0.01;
  const episode: EpisodeRecord = {
    version: EPISODE_RECORD_VERSION,
    key: `${task.task_name}/${seed}`,
    agent,
    model: null,
    task_name: task.task_name,
    program: task.program,
    bug_type: task.bug_type,
    difficulty: task.difficulty,
    split: task.split,
    seed,
    repetition: 0,
    training_step: training_step ?? null,
    reset,
    ...USUAL_GRADING,
    initial_observation: first.observation,
    steps,
    messages: [],
    usage: null,
    return: told?.return ?? 0,
    score,
    solved: score > 0.5,
    ending: score > 0.5 ? "solved" : "wrong_fix",
    error: null,
    started_at: "2026-01-01T00:00:00.000Z",
    duration_ms: 0,
  };
  return episode;
}
