/** What the agent sees of an episode. */
import type { CodeObservation, StepResult, TestResult } from "../protocol/protocol.ts";
import { GREETING } from "../words/file-words.ts";
import type { Episode, LastStep } from "./episode.ts";
import { capOutput, printedIn } from "./execution-output.ts";
import { systemPrompt } from "./prompt.ts";
import { toWire } from "./reward/reward.ts";

/** One list for all, so that its JSON is made once. */
const NO_RESULTS: TestResult[] = [];

/** The result of the last step, or of the reset before the first. */
export function presentEpisode(episode: Episode): StepResult {
  const reward = toWire(episode.last?.reward ?? 0);
  return { observation: observe(episode, reward), reward, done: episode.done };
}

function observe(episode: Episode, reward: number): CodeObservation {
  const { workspace, ledger, rules, choice, last } = episode;
  const { path, files } = workspace;
  const said = last?.output ?? GREETING;
  const output = last?.isListing ? said : capOutput(said);
  const results = workspace.told.get(workspace.key)?.results ?? NO_RESULTS;
  return {
    code_dict: workspace.codeDict,
    code_text: workspace.text,
    ...(files && { path, files }),
    // It is of the file of the last edit or error, which need not be the one that was looked at.
    localized_context: path === workspace.aim ? workspace.context : "",
    last_execution_output: output,
    syntax_error: last?.syntaxError ?? null,
    // What is known of this very text: an edit empties the list, and undoing it brings the list back.
    test_results: results,
    step_count: ledger.deeds.steps,
    steps_remaining: episode.done ? 0 : rules.maxSteps - ledger.deeds.steps,
    reward_last_step: reward,
    info: {
      episode_id: episode.id,
      // A task's name may give its bug away, so it is told when it can help no more.
      task_name: episode.done ? choice.task.name : choice.task.program.name,
      task_difficulty: choice.task.difficulty,
    },
    metadata: last === null ? resetMetadata(episode) : stepMetadata(last, { output, total: ledger.total }),
  };
}

function resetMetadata(episode: Episode): CodeObservation["metadata"] {
  const { choice, rules, promptForm: form, seed, workspace, failing } = episode;
  const { profile, maxSteps } = rules;
  return {
    system_prompt: systemPrompt({
      program: choice.task.program,
      given: workspace.given,
      maxSteps,
      profile,
      form,
      failing,
    }),
    seed,
    split: choice.split,
    index: choice.index,
    max_steps: maxSteps,
    reward_profile: profile,
    ...(choice.curriculum && { curriculum: choice.curriculum }),
  };
}

function stepMetadata(
  { components, normalised, fault, ending, printed }: LastStep,
  { output, total }: { readonly output: string; readonly total: number },
): CodeObservation["metadata"] {
  const places = printedIn(output, printed);
  return {
    reward_components: {
      step_cost: toWire(components.step_cost),
      run_tests: toWire(components.run_tests),
      progress: toWire(components.progress),
      penalty: toWire(components.penalty),
      final: toWire(components.final),
    },
    return: toWire(total),
    fault,
    ...(ending && { ending }),
    ...(places.length > 0 && { printed: places }),
    ...(normalised.length > 0 && { normalised: [...normalised] }),
  };
}
