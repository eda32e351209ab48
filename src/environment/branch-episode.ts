/** Begins an episode that has the first steps of a kept one behind it, for who would go on from there in another way. */
import { type EpisodeBranch, type EpisodeRequest, TraceFixError } from "../protocol/protocol.ts";
import { BRANCH_OF_TEST_SPLIT, branchTooLate, nothingToBranch } from "../words/caller-words.ts";
import { type AnyKeptEpisode, type EpisodeHead, type EpisodeLog, notLogged } from "./episode-log.ts";
import type { Play } from "./play.ts";
import { type KeptReplayOptions, playAgain, type ReplayedEpisode, replayKeptEpisode } from "./replay-episode.ts";

export interface BranchOptions extends KeptReplayOptions {
  /** Steps of the kept episode that the new one has behind it. */
  readonly step: number;
  /** The new one's label. */
  readonly episodeId: string;
  /** Whether who asks may read what others play, and what belongs to the test split. */
  readonly isReader: boolean;
}

export interface FindToBranchOptions {
  /** The session whose episodes have labels that who asks may use. */
  readonly session: string;
  readonly isReader: boolean;
}

/**
 * The episode that is left: the session's by its label, for a reader anybody's by its id.
 * @throws TraceFixError NOT_FOUND; NotLoggedError
 */
export async function findToBranch(
  log: EpisodeLog,
  { episode }: EpisodeBranch,
  { session, isReader }: FindToBranchOptions,
): Promise<AnyKeptEpisode> {
  const own = (await log.reopen(session, episode).catch(notLogged))?.kept;
  if (own?.request.episode_id === episode) return own;
  const found = isReader ? await log.find(episode).catch(notLogged) : null;
  if (found === null) throw new TraceFixError("NOT_FOUND", nothingToBranch(episode, { isReader }));
  return found;
}

export interface BranchedEpisode extends ReplayedEpisode {
  readonly request: EpisodeRequest;
}

/**
 * Plays the steps twice: as they were kept, to know that they are the same here, and under the new label.
 * @throws TraceFixError VALIDATION_ERROR from or after the last step, FORBIDDEN of the test split, RESUME_DIFFERS
 */
export async function branchEpisode(kept: AnyKeptEpisode, options: BranchOptions): Promise<BranchedEpisode> {
  const { step, episodeId, isReader } = options;
  if (step >= kept.steps.length) throw new TraceFixError("VALIDATION_ERROR", branchTooLate(kept.steps.length));
  const steps = kept.steps.slice(0, step);
  const { play } = await replayKeptEpisode({ ...kept, steps }, options);
  // What it comes to would be another look at the same hidden tests.
  const isTest = play.episode.choice.task.program.split === "test";
  if (isTest && !isReader) throw new TraceFixError("FORBIDDEN", BRANCH_OF_TEST_SPLIT);
  const request = { ...withoutGroup(kept.request), episode_id: episodeId };
  const asked = steps.map(({ number, attempt }) => ({ number, attempt }));
  const again = await playAgain({ request, task: kept.task, steps: asked }, { ...options, check: () => undefined });
  return { ...again, request };
}

/** Has the new episode kept, with all that is behind it. */
export async function keepBranch(
  log: EpisodeLog,
  { branched, ...head }: Pick<EpisodeHead, "session" | "task"> & { readonly branched: BranchedEpisode },
): Promise<Play> {
  const { play, request, begun: result, steps } = branched;
  const record = await log.begin({ ...head, request, result, branchedSteps: steps.length });
  for (const [index, step] of steps.entries()) {
    const { attempt, result: answer } = step;
    await record.append({ number: index + 1, attempt, result: answer });
  }
  return { ...play, record };
}

/** Its outcome counts for no curriculum: its first steps were another's. */
function withoutGroup({ curriculum: _, group: __, ...request }: EpisodeRequest): EpisodeRequest {
  return request;
}
