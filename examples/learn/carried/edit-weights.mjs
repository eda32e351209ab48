/**
 * Chooses an edit by what is known of it, with weights that all tasks share: what is learnt of one task says something of
 * every other.
 */
import { softmax } from "../policy.mjs";

export class EditsByFeatures {
  #featuresOf;
  #weights;
  /** Of an edit that this episode has made before. */
  #again = 0;

  /**
   * @param featuresOf gives the features of a task's edits by its name: of each the places of those that it has
   * @param count how many features there are
   */
  constructor(featuresOf, count) {
    this.#featuresOf = featuresOf;
    this.#weights = new Array(count).fill(0);
  }

  chances({ task, tried }) {
    const score = (features) => features.reduce((sum, feature) => sum + this.#weights[feature], 0);
    return softmax(
      this.#featuresOf(task).map((features, edit) => score(features) + (tried.has(edit) ? this.#again : 0)),
    );
  }

  learn(episodes, rate) {
    const slopes = this.#weights.map(() => 0);
    let again = 0;
    for (const { choices, advantage } of episodes) {
      for (const choice of choices) {
        if (choice.edit === null) continue;
        // The logarithm of the choice's chance, derived by each weight: what it has, less what was to be expected.
        for (const [edit, chance] of this.chances(choice).entries()) {
          const pull = advantage * ((edit === choice.edit ? 1 : 0) - chance);
          for (const feature of this.#featuresOf(choice.task)[edit]) slopes[feature] += pull;
          if (choice.tried.has(edit)) again += pull;
        }
      }
    }
    this.#weights = this.#weights.map((weight, feature) => weight + (rate / episodes.length) * slopes[feature]);
    this.#again += (rate / episodes.length) * again;
  }

  /** The weights as they are, and that of an edit made before. */
  get weights() {
    return { features: [...this.#weights], again: this.#again };
  }
}
