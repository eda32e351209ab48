/** Plays a kept episode again, and compares each answer with what is known of the one that was given. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { type Attempt, type StepResult, TraceFixError } from "../protocol/protocol.ts";
import { countingGroup } from "../tasks/curriculum/counting-group.ts";
import type { MasteryGroups } from "../tasks/curriculum/mastery-groups.ts";
import { selectTask } from "../tasks/select-task.ts";
import { chooseSet } from "../tasks/supply/choose-set.ts";
import type { TaskSource } from "../tasks/supply/task-source.ts";
import type { TaskChoice } from "../tasks/task.ts";
import { resumeDiffers } from "../words/caller-words.ts";
import { advanceEpisode } from "./advance.ts";
import { beginEpisode, type Episode } from "./episode.ts";
import { type AnyKeptEpisode, resultDigest } from "./episode-log.ts";
import { failingPlaces } from "./failing-places.ts";
import { examinerOf, type GymOptions } from "./gym-options.ts";
import { presentEpisode } from "./observation.ts";
import type { MissedStep, Play } from "./play.ts";
import { attemptDigest, type TakenStep } from "./taken-step.ts";

export interface KeptReplayOptions {
  readonly options: GymOptions & { readonly mastery: MasteryGroups };
  readonly signal: AbortSignal;
}

export interface ReplayedEpisode {
  readonly play: Omit<Play, "record">;
  readonly begun: StepResult;
  readonly steps: readonly MissedStep[];
}

/** In whose name all of them ask the sandbox: together they have no more of its time than one client, so others come first. */
const REPLAYS = "replays";

/** @throws TraceFixError RESUME_DIFFERS naming the first step that comes to something else */
export function replayKeptEpisode(kept: AnyKeptEpisode, given: KeptReplayOptions): Promise<ReplayedEpisode> {
  return playAgain(kept, { ...given, check: comparesDigests(kept) });
}

/**
 * Takes the further steps of a kept episode, the first ones of which are in memory.
 * @throws TraceFixError RESUME_DIFFERS naming the first step that comes to something else
 */
export function replayFurtherSteps(
  { episode, examiner, group, last }: Play,
  kept: AnyKeptEpisode,
  given: KeptReplayOptions,
): Promise<Omit<ReplayedEpisode, "begun">> {
  const steps = kept.steps.slice(episode.ledger.deeds.steps);
  const check = comparesDigests(kept);
  return inItsTurn(given, async () => {
    const taken = await takeSteps(episode, steps, { ...given, examiner, check });
    const end = taken.steps.at(-1);
    const play = { episode: taken.episode, examiner, group, last: end === undefined ? last : takenOf(end) };
    return { play, steps: taken.steps };
  });
}

function comparesDigests(kept: AnyKeptEpisode): PlayAgainOptions["check"] {
  const digests = [kept.digest, ...kept.steps.map(({ digest }) => digest)];
  return (result, step) => {
    if (resultDigest(result) !== digests[step]) throw differs(step);
  };
}

export interface PlayAgainOptions extends KeptReplayOptions {
  /** Shown what each step comes to; 0 is the beginning. It throws where that will not do. */
  readonly check: (result: StepResult, step: number) => void;
}

/** Plays what an episode was asked, in its turn. */
export function playAgain(asked: AskedEpisode, given: PlayAgainOptions): Promise<ReplayedEpisode> {
  return inItsTurn(given, () => playAlone(asked, given));
}

function inItsTurn<Result>({ options, signal }: KeptReplayOptions, play: () => Promise<Result>): Promise<Result> {
  const { replays, session = "", client = session } = options;
  return replays?.run(play, { client, signal }) ?? play();
}

/** What an episode was asked, from its reset on. */
export type AskedEpisode = Pick<AnyKeptEpisode, "request" | "task"> & {
  readonly steps: readonly Pick<AnyKeptEpisode["steps"][number], "number" | "attempt" | "requestId">[];
};

async function playAlone(kept: AskedEpisode, { options, signal, check }: PlayAgainOptions): Promise<ReplayedEpisode> {
  const { tasks: usual, taskSet: named, session = "", client = session, mastery: groups } = options;
  const place = { task_set: kept.request.task_set, task_name: kept.task.name };
  const source = await chooseSet(place, { usual, named }).catch(asDifference);
  const choice = await sameTask(kept, source);
  const group = await countingGroup(kept.request, { groups, client, source });
  const begun = beginEpisode(choice, kept.request);
  const examiner = examinerOf(begun, options);
  examiner.askAs(REPLAYS);
  const first: Episode = { ...begun, failing: await failingPlaces(begun.workspace.given, { examiner, signal }) };
  const beginning = presentEpisode(first);
  check(beginning, 0);
  const { episode, steps } = await takeSteps(first, kept.steps, { signal, examiner, check });
  const end = steps.at(-1);
  return { play: { episode, examiner, group, last: end === undefined ? null : takenOf(end) }, begun: beginning, steps };
}

async function takeSteps(
  from: Episode,
  asked: AskedEpisode["steps"],
  { signal, examiner, check }: Pick<PlayAgainOptions, "signal" | "check"> & Pick<Play, "examiner">,
): Promise<Pick<ReplayedEpisode, "steps"> & { readonly episode: Episode }> {
  examiner.askAs(REPLAYS);
  let episode = from;
  const steps: MissedStep[] = [];
  try {
    for (const { number, attempt, requestId } of asked) {
      // Others have their turn: many may come back at once.
      await nextTurn(undefined, { signal });
      ({ episode } = await advanceEpisode(episode, attempt.action, { examiner, signal, ...howOf(attempt) }));
      const result = presentEpisode(episode);
      check(result, number);
      steps.push({ attempt, requestId, result });
    }
  } finally {
    examiner.askAs(null);
  }
  return { episode, steps };
}

/** The task by its name, whatever a seed means by now. @throws TraceFixError RESUME_DIFFERS where its program is another */
async function sameTask({ task, request }: AskedEpisode, source: TaskSource): Promise<TaskChoice> {
  const chosen = { task_name: task.name, split: request.split, seed: request.seed };
  const choice = await selectTask(source, chosen).catch(asDifference);
  if (choice.programHash !== task.programHash) throw differs(null);
  return choice;
}

/** What cannot be had any more is not what it was. */
function asDifference(error: unknown): never {
  throw error instanceof TraceFixError ? differs(null) : error;
}

function howOf({ normalised, form }: Attempt): Pick<Attempt, "normalised" | "form"> {
  return form === undefined ? { normalised } : { normalised, form };
}

function takenOf({ requestId, attempt, result }: MissedStep): TakenStep {
  return { requestId, asked: attemptDigest(attempt), result };
}

function differs(step: number | null): TraceFixError {
  return new TraceFixError("RESUME_DIFFERS", resumeDiffers(step), { step });
}
