/** A watched episode as the record that files hold and the page replays. */
import { EPISODE_RECORD_VERSION, type EpisodeRecord, UNFINISHED_SCORE } from "../../protocol/protocol.ts";
import type { Watched } from "./watched.ts";
import { shownReset } from "./what-watchers-see.ts";

export function toRecord(episode: Watched): EpisodeRecord {
  const { start, options, row, ending } = episode;
  return {
    version: EPISODE_RECORD_VERSION,
    key: episode.id,
    agent: row.agent ?? "unnamed",
    model: null,
    // As in the row: the task's own name may give its bug away while the episode lives.
    task_name: row.task,
    program: start.task?.program ?? row.task,
    bug_type: (episode.isLive ? undefined : start.task?.bugType) ?? "unknown",
    difficulty: row.difficulty,
    split: row.split,
    seed: row.seed,
    repetition: 0,
    training_step: start.request.training_step ?? null,
    reset: shownReset(start.request, episode.view),
    ...options.grading,
    initial_observation: episode.initial,
    steps: [...episode.stepsFrom(0)],
    messages: [],
    usage: null,
    return: row.return,
    score: ending?.score ?? UNFINISHED_SCORE,
    solved: ending?.solved ?? false,
    ending: ending?.ending ?? "gave_up",
    error: episode.isRecorded ? null : "The server's memory ended: later steps are not kept.",
    started_at: row.started_at,
    duration_ms: 0,
  };
}
