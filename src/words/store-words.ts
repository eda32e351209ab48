/** What operators are told of the store of episodes. */

const KEPT_IN_MEMORY = "Warning EPISODES_IN_MEMORY: episodes are kept in this server's memory alone and end with it";

/** Of the default folder, which nobody named. */
export const DEFAULT_STORE = `${KEPT_IN_MEMORY}: its folder cannot be used. Name one with DATA_DIR.`;
export const STORE_HELD = `${KEPT_IN_MEMORY}: another server has the folder. Name one for each with DATA_DIR.`;

/** @param why in the words of who could not use it */
export function storeUnusable(folder: string, why: string, isHeld: boolean): string {
  const remedy = isHeld
    ? "Stop that process, or name another folder with DATA_DIR."
    : "Name another folder with DATA_DIR, or mend this one; DURABILITY=none keeps no episodes.";
  return `Cannot keep episodes in ${folder}: ${why}. ${remedy}`;
}
