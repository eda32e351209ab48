/** How much of what is played the server keeps for people to look at. Lengths are characters. */

/** Steps of one episode that are kept; later ones are only counted. */
export const MAX_KEPT_STEPS = 1_000;
/** One episode's texts. */
export const MAX_EPISODE_LENGTH = 2_000_000;
/** One episode as a whole, with the code that its steps share written out for each: so long is what a reader is sent. */
export const MAX_EPISODE_TEXT = 4_000_000;
/** The texts of all running episodes together, and of all finished ones. */
export const MAX_LIVE_LENGTH = 32_000_000;
export const MAX_RECENT_LENGTH = 32_000_000;
export const MAX_RECENT = 200;
/** Rows in a list of running episodes, and in one message of changes; there may be more. */
export const MAX_ROWS = 1_000;
/** Longest text kept of one field of an action. */
export const MAX_FIELD_LENGTH = 65_536;
export const MAX_LABEL_LENGTH = 80;
/** People who watch at one time. */
export const MAX_STREAMS = 100;
/** What a watcher may have unread before it is cut off; its browser comes back and goes on where it was. */
export const MAX_STREAM_UNREAD_BYTES = 1024 * 1024;
