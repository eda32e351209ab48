/** Moves the slider of an episode, a step each frame, and counts what the page changes in its document for each. */
import type { Page } from "playwright-core";

export interface Touched {
  /** Nodes and attributes that were changed, in all, in the code, and in the list of the steps. */
  readonly all: number;
  readonly code: number;
  readonly rail: number;
}

/** @returns what each step but the first touched, and how often the address bar was written */
export function scrub(page: Page): Promise<{ readonly steps: readonly Touched[]; readonly addresses: number }> {
  return page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('input[type="range"]');
    if (slider === null) throw new Error("There is no slider");
    let records: MutationRecord[] = [];
    const observer = new MutationObserver((more) => records.push(...more));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const { replaceState } = history;
    let addresses = 0;
    history.replaceState = (...given) => {
      addresses += 1;
      replaceState.apply(history, given);
    };
    const steps = [];
    for (let step = 0; step < Number(slider.max); step += 1) {
      records = [];
      slider.value = String(step);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise(requestAnimationFrame);
      const inside = (place: string): number =>
        records.filter(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest(place))
          .length;
      steps.push({ all: records.length, code: inside(".code"), rail: inside(".rail") });
    }
    return { steps: steps.slice(1), addresses };
  });
}
