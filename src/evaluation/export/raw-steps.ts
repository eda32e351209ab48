/** Episodes as single steps: what was seen, what was done, what came of it. */
import type { EpisodeRecord } from "../../protocol/protocol.ts";

export function toRawSteps(record: EpisodeRecord): readonly object[] {
  const { key, agent, model, task_name, program, bug_type, difficulty, split, seed, repetition } = record;
  return record.steps.map(({ action, observation: next_observation, reward, done }, index) => ({
    ...{ key, agent, model, task_name, program, bug_type, difficulty, split, seed, repetition },
    step: index + 1,
    observation: index === 0 ? record.initial_observation : record.steps[index - 1]?.observation,
    action,
    reward,
    done,
    next_observation,
    return: record.return,
    score: record.score,
    solved: record.solved,
    ending: record.ending,
  }));
}
