/** The sets whose tasks are listed: of impossible ones nobody is to know which they are. */
import type { TaskSetName } from "../protocol/protocol.ts";

export const LISTED_SETS = ["classic", "generated", "imported", "all"] as const satisfies readonly TaskSetName[];
export type ListedSet = (typeof LISTED_SETS)[number];
