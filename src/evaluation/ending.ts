/** How an episode ended, told from what the protocol shows and from nothing else. */
import {
  type CodeObservation,
  codeActionSchema,
  type EpisodeEnding,
  type EpisodeOutcome,
  type EpisodeRecord,
  isSameCode,
  nameOfStep,
  outcomeOfLast,
  type RecordedStep,
  type StepData,
  toPlainAction,
  UNFINISHED_SCORE,
} from "../protocol/protocol.ts";

type Played = Pick<EpisodeRecord, "initial_observation" | "steps">;

/** @param stopped why the agent or the runner ended the episode; null if the environment did */
export function outcomeOf({ initial_observation, steps }: Played, stopped: EpisodeEnding | null): EpisodeOutcome {
  const last = steps.at(-1);
  if (!last?.done) return { score: UNFINISHED_SCORE, solved: false, ending: stopped ?? "gave_up" };
  return outcomeOfLast(last, initial_observation.code_dict);
}

export function returnOf(steps: readonly RecordedStep[]): number {
  const metadata = steps.at(-1)?.observation.metadata;
  return metadata !== undefined && "return" in metadata ? metadata.return : 0;
}

/** Why the environment did not take an action; null where it did. A fault is told, whatever the penalty was. */
export function refusalOf(
  action: StepData,
  before: CodeObservation["code_dict"],
  { observation }: Pick<RecordedStep, "observation">,
) {
  const isKnown = codeActionSchema.safeParse(toPlainAction(action).action).success;
  const isEdit = EDITS.has(nameOfStep(action));
  if (isKnown && !(isEdit && isSameCode(before, observation.code_dict))) return null;
  return firstLine(observation.last_execution_output);
}

const EDITS: ReadonlySet<string> = new Set(["REPLACE_LINES", "UNDO_EDIT", "RESET_TO_ORIGINAL"]);

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
