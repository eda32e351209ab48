/** What an operator or a trainer sees of an episode. */
import type { CodeState } from "../protocol/protocol.ts";
import type { Episode } from "./episode.ts";
import { toWire } from "./reward/reward.ts";

/** Before the first reset. */
const NO_EPISODE: CodeState = {
  episode_id: null,
  step_count: 0,
  task_name: null,
  task_difficulty: null,
  split: null,
  seed: null,
  max_steps: null,
  reward_profile: null,
  done: false,
  return: 0,
};

export function describeState(episode: Episode | null): CodeState {
  if (episode === null) return { ...NO_EPISODE };
  const { choice, rules, ledger, workspace } = episode;
  return {
    episode_id: episode.id,
    step_count: ledger.deeds.steps,
    task_name: choice.task.name,
    task_difficulty: choice.task.difficulty,
    split: choice.split,
    seed: episode.seed,
    max_steps: rules.maxSteps,
    reward_profile: rules.profile,
    done: episode.done,
    return: toWire(ledger.total),
    ...(workspace.files && { path: workspace.aim }),
  };
}
