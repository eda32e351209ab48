/** What one gym's episode is charged for its edits, out of the budget that all have together. */
import type { AdvancedEpisode } from "./advance.ts";
import type { EditBudget } from "./edit-budget.ts";
import type { Episode } from "./episode.ts";
import { keptBytes } from "./kept-bytes.ts";

export class EditCharge {
  readonly #budget: EditBudget | undefined;
  readonly #client: string;

  /** @param budget undefined where nothing is charged */
  constructor(budget: EditBudget | undefined, client: string) {
    this.#budget = budget;
    this.#client = client;
  }

  /**
   * Charges a step before it is true. Only an edit is refused for want of room: undo, reset and all else must go on.
   * @returns what charges it as before, should the step not be taken; undefined where nothing was charged
   * @throws TraceFixError CAPACITY_REACHED where all episodes together would keep too much; the edit is then not made
   */
  hold(before: Episode, { episode, facts }: AdvancedEpisode): (() => void) | undefined {
    const { workspace, done } = episode;
    if (this.#budget === undefined || workspace === before.workspace || done) return undefined;
    const bytes = keptBytes(workspace);
    if (facts.kind === "writes") this.#budget.hold(this, this.#client, bytes);
    else this.#budget.note(this, this.#client, bytes);
    return () => this.note(before);
  }

  /** Charges an episode that is kept already, so that there is no refusing it. */
  note({ workspace, done }: Episode): void {
    if (!done) this.#budget?.note(this, this.#client, keptBytes(workspace));
  }

  /** Harmless when repeated. */
  release(): void {
    this.#budget?.release(this);
  }
}
