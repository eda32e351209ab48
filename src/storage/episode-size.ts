/** How much one episode may bring a store to keep: a player chooses how long its actions are. */

const EPISODE_BYTES = 16 * 1024 * 1024;
/** A line shorter than this is kept all the same, so that an episode that is full can be handed in. */
const SMALL_LINE_BYTES = 4 * 1024;

/** Bytes that lines take in a file, with the line breaks that they have. */
export function bytesOfLines(lines: readonly string[]): number {
  return lines.reduce((bytes, line) => bytes + Buffer.byteLength(line), 0);
}

/** @param kept bytes that the episode has @param more those of its next line @throws Error where that is too much */
export function refuseTooLarge(kept: number, more: number): void {
  if (kept + more <= EPISODE_BYTES || more < SMALL_LINE_BYTES) return;
  throw new Error(
    `The step was not kept: it has ${more} bytes, its episode has ${kept}, and ${EPISODE_BYTES} is the most that is kept ` +
      `of one. Steps of fewer than ${SMALL_LINE_BYTES} bytes are still kept.`,
  );
}
