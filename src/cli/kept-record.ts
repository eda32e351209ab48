/** A kept episode as the record that report, export, replay and the page read: it is played again and held against its digests. */
import { type KeptReplayOptions, type ReplayedEpisode, replayKeptEpisode } from "../environment/replay-episode.ts";
import { outcomeOf, returnOf } from "../evaluation/ending.ts";
import {
  EPISODE_RECORD_VERSION,
  type EpisodeRecord,
  type EpisodeRequest,
  type GradingNames,
  TraceFixError,
} from "../protocol/protocol.ts";
import type { StoredEpisode } from "../storage/stored-episode.ts";

/** Stands for the agent, of which a server keeps nothing. */
const UNKNOWN_AGENT = "unknown";

export interface KeptRecordOptions extends KeptReplayOptions {
  readonly grading: GradingNames;
}

/** @throws TraceFixError RESUME_DIFFERS where an answer is another one here; it names the first */
export async function keptRecord(stored: StoredEpisode, options: KeptRecordOptions): Promise<EpisodeRecord> {
  const { kept, build } = stored;
  const replayed = await replayKeptEpisode(kept, options).catch((error: unknown) => {
    throw error instanceof TraceFixError && error.code === "RESUME_DIFFERS"
      ? differsHere(error, { version: build.version, task: kept.task.name })
      : error;
  });
  return toRecord(stored, replayed, options.grading);
}

function differsHere({ code, details }: TraceFixError, { version, task }: { version: string; task: string }): Error {
  const what = typeof details.step === "number" && details.step > 0 ? `step ${details.step}` : "the reset";
  const message =
    `${what} is answered otherwise here. It was played on ${version}, with task ${task}; ` +
    "the settings, tasks and version must be that server's.";
  return new TraceFixError(code, message, details);
}

/** What a group had mastered is not kept: the task by its name is the same episode. */
function withoutCurriculum(request: EpisodeRequest, task_name: string): EpisodeRequest {
  const { curriculum, group: _, ...rest } = request;
  return curriculum == null ? request : { ...rest, task_name };
}

function toRecord(
  { kept, begunAt, lastAt }: StoredEpisode,
  { begun, steps: taken, play }: ReplayedEpisode,
  grading: GradingNames,
): EpisodeRecord {
  const { request, task, id } = kept;
  const { program, bugType } = play.episode.choice.task;
  const steps = taken.map(({ attempt: { action, form }, result }) => ({
    action,
    ...result,
    ...(form !== undefined && { form }),
  }));
  const played = { initial_observation: begun.observation, steps };
  return {
    version: EPISODE_RECORD_VERSION,
    key: id,
    agent: UNKNOWN_AGENT,
    model: null,
    task_name: task.name,
    program: program.name,
    bug_type: bugType,
    difficulty: begun.observation.info.task_difficulty,
    split: program.split,
    ...(request.task_set != null && { task_set: request.task_set }),
    seed: request.seed,
    repetition: 0,
    training_step: null,
    reset: withoutCurriculum(request, task.name),
    ...grading,
    ...played,
    messages: [],
    usage: null,
    return: returnOf(steps),
    ...outcomeOf(played, null),
    error: null,
    started_at: new Date(begunAt).toISOString(),
    duration_ms: Math.max(0, lastAt - begunAt),
  };
}
