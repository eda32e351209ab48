/** Tells the caller of a session what its environment shows: all of it, or what is new, as the reset asked. */
import type { ObservationForm, StepResult } from "../protocol/protocol.ts";
import { leanObservation } from "../words/lean/lean-observation.ts";
import { beginOf, type EpisodeBegin, type Heard, heardAtStart, tellStart, tellStep } from "../words/lean/lean-text.ts";

/** What a tool's caller is told. */
export interface ToldResult extends StepResult {
  /** What is new, for a model to read. */
  readonly text: string;
}

export class Teller {
  #form: ObservationForm = "full";
  /** Shared by all episodes of a task, so that an episode that is told in full keeps nothing of its own. */
  #given: EpisodeBegin = { code_dict: {} };
  /** Null until something is told as text. */
  #heard: Heard | null = null;

  begin(result: StepResult, form: ObservationForm): StepResult {
    this.#form = form;
    this.#given = beginOf(result.observation);
    this.#heard = null;
    if (form === "full") return result;
    const { text, heard } = tellStart(result.observation);
    this.#heard = heard;
    return { ...result, observation: leanObservation(result.observation, { text, before: null }) };
  }

  step(result: StepResult): StepResult {
    return this.#form === "full" ? result : this.tell(result);
  }

  /** As `step`, and as text whatever the form. What the caller of other steps was shown is told all the same. */
  tell(result: StepResult): ToldResult {
    const { observation } = result;
    const before = this.#heard ?? heardAtStart(this.#given);
    const { text, heard } = tellStep(observation, before);
    this.#heard = heard;
    const shown = this.#form === "full" ? observation : leanObservation(observation, { text, before });
    return { ...result, observation: shown, text };
  }
}
