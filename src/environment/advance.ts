/** The state machine: one step takes an episode to the next, or fails and leaves it as it was. */
import {
  actionTypeOf,
  type EpisodeEnd,
  inOrder,
  kindOf,
  type Normalisation,
  type PromptForm,
  type StepData,
} from "../protocol/protocol.ts";
import { tellOutOfSteps } from "../words/ending-words.ts";
import { actionFileOf } from "./actions/action-files.ts";
import { type ActionContext, type Effect, effectOf } from "./actions/effect.ts";
import type { Episode } from "./episode.ts";
import { type Examiner, type Grade, gradeTold } from "./examiner.ts";
import { movedUp } from "./execution-output.ts";
import { parseAction } from "./parse-action.ts";
import type { StepFacts } from "./reward/facts.ts";
import { priceStep } from "./reward/reward.ts";
import { noteProgram, noteTestRun } from "./workspace.ts";

export interface AdvanceOptions {
  readonly examiner: Examiner;
  readonly signal?: AbortSignal | undefined;
  /** What the action's form was off by before it came here. */
  readonly normalised?: readonly Normalisation[];
  /** In whose names the answer speaks of actions; in the prompt's, if left out. */
  readonly form?: PromptForm | undefined;
}

export interface AdvancedEpisode {
  readonly episode: Episode;
  /** What the reward was given to judge the step by. */
  readonly facts: StepFacts;
}

/** Whether a step, once it has begun, cannot be taken back: it ends the episode, and its grade tells of hidden tests. */
export function isFinal(episode: Episode, data: StepData): boolean {
  const action = actionTypeOf(data);
  // Only what may end it is read twice.
  const ends = action !== null && kindOf(action) === "ends" && parseAction(data, episode.promptForm).ok;
  return ends || isLastOf(episode);
}

export async function advanceEpisode(
  episode: Episode,
  data: StepData,
  options: AdvanceOptions,
): Promise<AdvancedEpisode> {
  const { examiner, signal } = options;
  const form = options.form ?? episode.promptForm;
  const context = { workspace: episode.workspace, examiner, signal, form };
  const parsed = parseAction(data, form, episode.workspace.source);
  const kind = parsed.ok ? kindOf(parsed.move.type) : null;
  const acted = parsed.ok
    ? await actionFileOf(parsed.move.type).act(context, parsed.move)
    : effectOf(episode.workspace, parsed.message, { fault: "invalid" });
  const revision = kind === "runs" && (await isRevision(episode, acted, options));
  const isRetraceable = kind === "writes" && episode.rules.profile !== "dense";
  const { retraced, workspace: desk } = isRetraceable
    ? await compareEdit(episode, acted, options)
    : { retraced: false, workspace: acted.workspace };
  const here = desk === acted.workspace ? acted : { ...acted, workspace: desk };
  const ended =
    isLastOf(episode) && acted.grade === null ? await runOutOfSteps(context, here, episode.rules.maxSteps) : here;

  const { output, isListing, syntaxError, fault, grade, printed } = ended;
  const ending = grade && endOf(grade, kind === "ends");
  const facts = factsOf(episode, ended, { kind, revision, retraced, ending });
  const { ledger, components, reward } = priceStep(episode.ledger, facts, episode.rules);
  const workspace = grade === null ? ended.workspace : noteTestRun(ended.workspace, grade.visible);
  const normalised = parsed.ok
    ? [...(options.normalised ?? []), ...(parsed.normalised ?? []), ...ended.normalised]
    : [];
  // Field by field: engines copy an unknown object far slower, and every step comes by here.
  const noticed = inOrder(normalised);
  const last = { output, isListing, syntaxError, normalised: noticed, printed, reward, components, fault, ending };
  const { id, seed, choice, rules, promptForm, failing } = episode;
  const done = grade !== null;
  return { episode: { id, seed, choice, rules, promptForm, failing, workspace, ledger, done, last }, facts };
}

function isLastOf({ ledger, rules }: Episode): boolean {
  return ledger.deeds.steps + 1 === rules.maxSteps;
}

/** The last step is used up without SUBMIT: the file is scored as it is, as one that is not solved. */
async function runOutOfSteps(
  { examiner, signal, form }: ActionContext,
  acted: Effect,
  maxSteps: number,
): Promise<Effect> {
  const grade = await examiner.grade(acted.workspace.source, signal);
  const notice = `\n\n${tellOutOfSteps(gradeTold(grade), { maxSteps, form })}`;
  return { ...acted, output: acted.output + notice, printed: movedUp(acted.printed, notice), grade };
}

/** The step limit never solves. */
function endOf(grade: Grade, isSubmitted: boolean): EpisodeEnd {
  const { visible, hidden, solved, isCountHidden } = gradeTold(grade);
  const reason = isSubmitted ? "submitted" : "out_of_steps";
  return { reason, solved: isSubmitted && solved, visible, hidden: isCountHidden ? null : hidden };
}

/** Asked only where the answer can matter: whether two texts are one program takes a run of its own. */
async function isRevision(
  { ledger: { deeds } }: Episode,
  { workspace, fault }: Effect,
  { examiner, signal }: AdvanceOptions,
): Promise<boolean> {
  if (!deeds.diagnosed || deeds.revised || fault !== null || workspace.source.equals(workspace.given)) return false;
  return examiner.isOtherProgram(workspace.source, signal);
}

/** Whether an edit made a program that the file has been before. Not asked in `dense`, which prices every step at once. */
async function compareEdit(
  { workspace: before }: Episode,
  { workspace }: Pick<Effect, "workspace">,
  { examiner, signal }: AdvanceOptions,
): Promise<Pick<StepFacts, "retraced"> & Pick<Effect, "workspace">> {
  if (workspace.source.equals(before.source)) return { retraced: false, workspace };
  const now = await examiner.programOf(workspace.source, signal);
  const given = await examiner.programOf(workspace.given, signal);
  const retraced = now === given || before.programs.has(now);
  return { retraced, workspace: retraced ? workspace : noteProgram(workspace, now) };
}

type Decided = Pick<StepFacts, "kind" | "revision" | "retraced"> & { readonly ending: EpisodeEnd | null };

function factsOf(
  episode: Episode,
  { workspace, fault, grade }: Effect,
  { kind, revision, retraced, ending }: Decided,
): StepFacts {
  const told = workspace.told.get(workspace.key);
  return {
    kind,
    edited: !workspace.source.equals(episode.workspace.source),
    revision,
    retraced,
    fault,
    known: told?.standing ?? null,
    end: grade && {
      solved: ending?.solved === true,
      verified: told !== undefined,
      standing: grade.standing,
    },
  };
}
