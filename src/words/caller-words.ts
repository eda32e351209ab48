/** What a caller of the environment is told where a call cannot be served. */

export const CANNOT_RESUME = "Cannot resume an episode: this server keeps none. Leave resume out to begin a new one.";
export const NOT_BEGUN = "Cannot step: no episode has begun. Send a reset first.";
export const EPISODE_OVER = "Cannot step: the episode is over. Send a reset to begin another.";
export const NO_ROOM_FOR_EDITS =
  "Cannot make the edit: the server has no memory left for the edits of more episodes. The file is unchanged. " +
  "Undo edits or end episodes, or try again later.";
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
