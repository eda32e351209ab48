/**
 * What others may see of an episode. What stays is named, field by field: one that is new is hidden until somebody
 * decides. Of the test split, which nobody should learn by watching, nothing stays that may quote its code.
 */
import {
  actionTypeOf,
  type ChatMessage,
  type CodeObservation,
  type EpisodeEnd,
  type EpisodeRecord,
  type Printed,
  type ProgramFileState,
  type RecordedStep,
  type ResetRequest,
  type Spent,
  type StepData,
  type Tally,
  type TestResult,
} from "../../protocol/protocol.ts";
import { keptAction } from "../../sessions/kept-action.ts";
import { MAX_FIELD_LENGTH } from "./limits.ts";

const LEFT_OUT = "(left out: this task is of the test split)";
/** Stand for a task's place in its list and for the seed that draws it. */
const NO_INDEX = -1;
export const NO_SEED = -1;

export interface View {
  /** Whether to leave out what may quote the code. */
  readonly hidesCode: boolean;
  /** Whether the episode is under way, so that its task must not be told. */
  readonly isLive: boolean;
  /** Whether to leave out what leads to the task, or draws the same episode again: its seed and its place. */
  readonly hidesDraw: boolean;
}

export function shownStep({ action, observation, reward, done, form, spent }: RecordedStep, view: View): RecordedStep {
  const shown = { action: shownAction(action, observation, view), observation: shownObservation(observation, view) };
  return { ...shown, reward, done, ...(form && { form }), ...(spent && { spent: shownSpent(spent) }) };
}

function shownSpent({ duration_ms, ...usage }: Spent): Spent {
  return { ...shownUsage(usage), duration_ms };
}

export function shownObservation(observation: CodeObservation, view: View): CodeObservation {
  const { hidesCode } = view;
  const { syntax_error, step_count, steps_remaining, reward_last_step, info, path, files } = observation;
  const { episode_id, task_name, task_difficulty } = info;
  return {
    code_dict: hidesCode ? {} : observation.code_dict,
    // Which files there are, how long and whether changed, quotes no code.
    ...(path !== undefined && { path }),
    ...(files && { files: files.map(shownFile) }),
    localized_context: hidesCode ? "" : observation.localized_context,
    last_execution_output: hidesCode ? LEFT_OUT : observation.last_execution_output,
    syntax_error: hidesCode && syntax_error !== null ? LEFT_OUT : syntax_error,
    test_results: observation.test_results.map((result) => shownResult(result, view)),
    step_count,
    steps_remaining,
    reward_last_step,
    info: { episode_id, task_name, task_difficulty },
    metadata: shownMetadata(observation.metadata, view),
  };
}

/** The reset as it was sent, without what names its task or leads to it while that must not be told. */
export function shownReset(request: ResetRequest, { isLive, hidesDraw }: Omit<View, "hidesCode">): ResetRequest {
  const { seed, episode_id, task_set, difficulty, split, language, training_step, max_steps, reward } = request;
  // Which form its player saw says nothing of what is kept, which is all of it.
  const { task_name, index, prompt } = request;
  const asked = { episode_id, difficulty, split, language, training_step, max_steps, reward, prompt };
  // The set leads to the task, too, and one of the sets tells by its name that nobody can solve what it has.
  return { ...asked, ...(!isLive && { task_name }), ...(!hidesDraw && { task_set, seed, index }) };
}

/** Of an episode that is over, in a file of a run: its rows name every seed. */
export function viewOfRun(hidesCode: boolean): View {
  return { hidesCode, isLive: false, hidesDraw: false };
}

/** A whole episode, but for its task's name, which is its caller's to hide. */
export function shownRecord(record: EpisodeRecord, view: View): EpisodeRecord {
  const { hidesCode, hidesDraw } = view;
  const { version, key, agent, model, task_name, program, bug_type, difficulty, split, seed, repetition } = record;
  const { training_step, usage, return: total, score, solved, ending, error, started_at, duration_ms } = record;
  const { hidden_secret, hidden_count } = record;
  const what = { version, key, agent, model, task_name, program, bug_type, difficulty, split, seed, repetition };
  const how = { return: total, score, solved, ending, error, started_at, duration_ms };
  return {
    ...what,
    ...how,
    ...(hidesDraw && { seed: NO_SEED }),
    hidden_secret,
    hidden_count,
    training_step,
    usage: usage && shownUsage(usage),
    reset: shownReset(record.reset, view),
    initial_observation: shownObservation(record.initial_observation, view),
    steps: record.steps.map((step) => shownStep(step, view)),
    messages: hidesCode ? [] : record.messages.map(shownMessage),
  };
}

/** Which answers held no action says which led to the steps. */
function shownMessage({ role, content, is_correction }: ChatMessage): ChatMessage {
  return { role, content, ...(is_correction && { is_correction }) };
}

/** A player may send anything as its action's name, code too; what is no action is told by that alone. */
export function nameOfAction(action: StepData): string {
  return actionTypeOf(action) ?? "(no action)";
}

function shownAction(action: StepData, { files = [] }: CodeObservation, { hidesCode }: View): StepData {
  const kept = keptAction(action, MAX_FIELD_LENGTH);
  const { action_type, thought, path, start_line, end_line, new_code_block, old_code_block } = kept;
  if (!hidesCode) return defined({ action_type, thought, path, start_line, end_line, new_code_block, old_code_block });
  return {
    action_type: nameOfAction(action),
    // Anything may be sent as a path; one that is none of the program's is not told.
    ...(files.some((file) => file.path === path) && { path }),
    ...(isNumber(start_line) && { start_line }),
    ...(isNumber(end_line) && { end_line }),
  };
}

function shownFile({ path, lines, changed }: ProgramFileState): ProgramFileState {
  return { path, lines, changed };
}

function shownResult(result: TestResult, { hidesCode }: View): TestResult {
  const { test_name, passed, error_message, call, expected, got, raised, path, line, traceback } = result;
  if (error_message === null) return { test_name, passed, error_message };
  // Every part may quote the code, or says where in it the bug is.
  if (hidesCode) return { test_name, passed, error_message: LEFT_OUT };
  const parts = {
    call,
    expected,
    got,
    raised: raised && { type: raised.type, message: raised.message },
    ...(path !== undefined && { path }),
    line,
    traceback,
  };
  return { test_name, passed, error_message, ...parts };
}

function shownMetadata(metadata: CodeObservation["metadata"], view: View): CodeObservation["metadata"] {
  if ("reward_components" in metadata) {
    const { step_cost, run_tests, progress, penalty, final } = metadata.reward_components;
    const { fault, ending, printed, normalised } = metadata;
    return {
      reward_components: { step_cost, run_tests, progress, penalty, final },
      return: metadata.return,
      fault,
      ...(ending && { ending: shownEnd(ending) }),
      ...(printed && !view.hidesCode && { printed: printed.map(shownPlace) }),
      ...(normalised && { normalised }),
    };
  }
  const { system_prompt, seed, split, index, max_steps, reward_profile } = metadata;
  return {
    system_prompt: view.hidesCode ? LEFT_OUT : system_prompt,
    seed: view.hidesDraw ? NO_SEED : seed,
    split,
    index: view.hidesDraw ? NO_INDEX : index,
    max_steps,
    reward_profile,
  };
}

/** Of hidden tests it tells no more than the player was told. */
function shownEnd({ reason, solved, visible, hidden }: EpisodeEnd): EpisodeEnd {
  return { reason, solved, visible: shownTally(visible), hidden: hidden && shownTally(hidden) };
}

function shownTally({ passed, total }: Tally): Tally {
  return { passed, total };
}

function shownPlace({ test, first_line, last_line }: Printed): Printed {
  return { test, first_line, last_line };
}

function shownUsage(usage: NonNullable<EpisodeRecord["usage"]>): NonNullable<EpisodeRecord["usage"]> {
  const { requests, prompt_tokens, completion_tokens, cost } = usage;
  return { requests, prompt_tokens, completion_tokens, cost };
}

/** As it came: what was not sent is no field. */
function defined(action: StepData): StepData {
  return Object.fromEntries(Object.entries(action).filter(([, value]) => value !== undefined));
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}
