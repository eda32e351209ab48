/** The curriculum: which difficulty a trainer's clock calls for. */
import type { Difficulty } from "../protocol/protocol.ts";

const MEDIUM_FROM_STEP = 1_000;
const HARD_FROM_STEP = 5_000;

/** The difficulty for a training step; null, for any, at 0. */
export function curriculumDifficulty(trainingStep: number): Difficulty | null {
  if (trainingStep === 0) return null;
  if (trainingStep < MEDIUM_FROM_STEP) return "easy";
  return trainingStep < HARD_FROM_STEP ? "medium" : "hard";
}
