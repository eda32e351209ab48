/** What a caller of the environment is told where a call cannot be served. */

export const CANNOT_RESUME =
  "Cannot resume an episode: the session has no name by which one is kept. Connect at /s/<a secret of yours>/ws, or leave " +
  "resume out to begin a new one.";
export const NOTHING_KEPT =
  "Cannot resume an episode: none is kept under this session's name. Leave resume out to begin one.";
export const RESUME_ALONE =
  "Cannot resume and begin an episode at once. Leave resume out to begin one, or all else out to go on with the last.";
export const NOT_BEGUN = "Cannot step: no episode has begun. Send a reset first.";
export const EPISODE_OVER = "Cannot step: the episode is over. Send a reset to begin another.";
export const NO_ROOM_FOR_EDITS =
  "Cannot make the edit: the server has no memory left for the edits of more episodes. The file is unchanged. " +
  "Undo edits or end episodes, or try again later.";
export const REQUEST_ID_REUSED =
  "Cannot step: the step before had the same request_id and another action. Give each request an id of its own.";
export const SESSION_ENDED = "The session has ended";
export const NOT_KEPT = "What came of the request could not be kept";
export const GRADE_PENDING = "The episode is handed in and could not be graded yet";
export const UNGRADABLE =
  "Cannot grade the episode: hidden tests cannot be drawn for its program, which another try would not change. " +
  "Send a reset to begin another.";

export function stillStepping(what: string): string {
  return `Cannot ${what}: a step of this episode is still running. Wait for its answer.`;
}

/** Why calls of a text ended badly that cost one worker after the other. */
export const NEVER_RAN = "it could not be run to its end, however often it was tried";

export const CANNOT_BRANCH =
  "Cannot branch: the session has no name by which an episode is kept. Connect at /s/<a secret of yours>/ws, over HTTP send " +
  "the X-Tracefix-Session header of that episode, show a token that may read, or leave branch out to begin a new one.";
export const BRANCH_ALONE =
  "Cannot branch with other wishes for the episode: it goes on as the one that it leaves. Leave out all but branch and episode_id.";
export const BRANCH_OF_TEST_SPLIT =
  "Cannot branch an episode of the test split: its outcome would tell of hidden tests. Begin a new one, or show a token " +
  "that may read.";

/** @param episode what was asked for: a label, from a reader also an id */
export function nothingToBranch(episode: string, { isReader }: { readonly isReader: boolean }): string {
  const name = JSON.stringify(episode);
  return isReader
    ? `Cannot branch: no episode ${name} is kept. Send an id of GET /api/episodes, or the episode_id of one that this session has played.`
    : `Cannot branch: no episode ${name} is kept under this session's name. Send the episode_id of one that is, or begin a new one.`;
}

/** @param steps that the episode has */
export function branchTooLate(steps: number): string {
  return steps === 0
    ? "Cannot branch: the episode has no step yet. Take one first."
    : `Cannot branch from or after the last step: the episode has ${steps}. Send a step from 0 to ${steps - 1}.`;
}

/** Somebody else has taken the step. @param step its number, from 1 */
export function stepMoved(step: number): string {
  return (
    `Cannot take step ${step}: another connection or server has taken it meanwhile. Ask for the state, or reset with ` +
    "resume, to see where the episode stands; then go on from there."
  );
}

/** @param step the first whose answer is not as it was; 0 for the beginning, null where the program is another */
export function resumeDiffers(step: number | null): string {
  const what =
    step === null
      ? "the program of its task is not here any more, or has changed"
      : `played again, ${step === 0 ? "its beginning" : `step ${step}`} gives another answer than it did`;
  return `Cannot go on with the episode: ${what}. It stays kept as it was played; send a reset to begin another.`;
}
