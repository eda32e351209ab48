/** What a session has told its caller last: the same result is told in the same words, however often it is asked for. */
import type { ObservationForm, PromptForm, StepResult } from "../protocol/protocol.ts";
import type { CalledResult } from "./session-calls.ts";
import { Teller } from "./teller.ts";

interface Told<Answer extends StepResult> {
  readonly result: StepResult;
  readonly answer: Answer;
}

export class ToldAnswers {
  readonly #teller = new Teller();
  #step: Told<StepResult> | null = null;
  #call: Told<CalledResult> | null = null;
  /** The answer to the last reset or step, whichever came later. */
  #latest: StepResult | null = null;
  /** The beginning of an episode that a call began, as long as no answer has told of it: the call's step may have failed. */
  #untold: StepResult | null = null;

  get latest(): StepResult | null {
    return this.#latest;
  }

  begin(result: StepResult, form: ObservationForm): StepResult {
    const answer = this.#teller.begin(result, form);
    this.#latest = answer;
    this.#untold = null;
    return answer;
  }

  /** An episode that a call began by itself: the answer to the first call that succeeds tells of it. */
  beganUntold(answer: StepResult): void {
    this.#untold = answer;
  }

  step(result: StepResult): StepResult {
    if (this.#step?.result === result) return this.#step.answer;
    const answer = this.#teller.step(result);
    this.#step = { result, answer };
    this.#heard(answer);
    return answer;
  }

  /** @param begins whether the answer tells of an episode that began with the call */
  call(result: StepResult, begins: boolean): CalledResult {
    if (this.#call?.result === result) return this.#call.answer;
    const answer = { ...this.#teller.tell(result), begun: begins ? this.#untold : null };
    this.#call = { result, answer };
    this.#heard(answer);
    return answer;
  }

  /** Tells nobody a step that was taken for this caller, as it would have been told. */
  missed(result: StepResult, form: PromptForm | undefined): void {
    if (form === "tools") this.call(result, true);
    else this.step(result);
  }

  #heard(answer: StepResult): void {
    this.#latest = answer;
    this.#untold = null;
  }
}
