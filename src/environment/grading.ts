/** How a server grades: what its hidden calls are drawn from, and how much of them an agent is told. */
import type { HiddenCount } from "../protocol/protocol.ts";

export interface Grading {
  /** Has a part in what hidden calls are drawn from; null where the seed alone decides. */
  readonly hiddenSecret: string | null;
  /** Whether an episode that is not solved is told how many hidden tests passed, and scored by it. */
  readonly hiddenCount: HiddenCount;
}

export const OPEN_GRADING: Grading = { hiddenSecret: null, hiddenCount: "shown" };
