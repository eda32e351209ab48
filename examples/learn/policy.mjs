/**
 * A small softmax policy: which kind of action, by the situation, and which edit, by the task. Every weight begins at 0,
 * so that an untrained policy takes all kinds, and then all edits, alike.
 */

export const KINDS = ["VIEW_CODE", "RUN_TESTS", "REPLACE_LINES", "UNDO_EDIT", "RESET_TO_ORIGINAL", "SUBMIT"];
const EDIT = KINDS.indexOf("REPLACE_LINES");

export class Policy {
  /** Weights of the kinds by the situation, which all tasks share. */
  #kinds = new Table();
  #edits;

  /** @param edits how an edit is chosen: has `chances` and `learn`, as `EditsByHeart` */
  constructor(edits = new EditsByHeart()) {
    this.#edits = edits;
  }

  /**
   * @param seen.edits how many the task has
   * @param seen.tried places of those that this episode has made
   * @returns what was chosen, as `learn` takes it: `edit` is a place in the task's list, or null
   */
  choose(seen, draw) {
    const { situation, task, tried } = seen;
    const kind = pick(this.#kinds.chances(situation, KINDS.length), draw);
    return { situation, task, kind, tried, edit: kind === EDIT ? pick(this.#edits.chances(seen), draw) : null };
  }

  /**
   * One ascent of the policy gradient: each choice becomes likelier by the advantage of its episode.
   * @param episodes lists of choices with an advantage, and the task that they were about
   */
  learn(episodes, rate) {
    const kinds = new Map();
    for (const { choices, advantage } of episodes) {
      for (const { situation, kind } of choices) this.#kinds.note(kinds, situation, { chosen: kind, advantage });
    }
    // Each weight follows the mean over the episodes that could have used it.
    this.#kinds.climb(kinds, () => rate / episodes.length);
    this.#edits.learn(episodes, rate);
  }

  /** The chances of the kinds in a situation, by name. */
  habits(situation) {
    const chances = this.#kinds.chances(situation, KINDS.length);
    return Object.fromEntries(KINDS.map((kind, index) => [kind, chances[index]]));
  }
}

/** A weight for each edit of each task: what is learnt of one task says nothing of another. */
class EditsByHeart {
  #weights = new Table();

  chances({ task, edits }) {
    return this.#weights.chances(task, edits);
  }

  learn(episodes, rate) {
    const slopes = new Map();
    for (const { choices, advantage } of episodes) {
      for (const { task, edit } of choices) {
        if (edit !== null) this.#weights.note(slopes, task, { chosen: edit, advantage });
      }
    }
    const played = (task) => episodes.filter((episode) => episode.task === task).length;
    this.#weights.climb(slopes, (task) => rate / played(task));
  }
}

/** Rows of weights, each the logarithms of chances but for a constant. */
class Table {
  #rows = new Map();

  chances(key, count) {
    if (!this.#rows.has(key)) this.#rows.set(key, new Array(count).fill(0));
    return softmax(this.#rows.get(key));
  }

  /** Adds to a gradient what one choice says: the logarithm of its chance, derived by the row. */
  note(gradient, key, { chosen, advantage }) {
    const chances = this.chances(key, this.#rows.get(key).length);
    const slope = gradient.get(key) ?? chances.map(() => 0);
    gradient.set(
      key,
      slope.map((sum, index) => sum + advantage * ((index === chosen ? 1 : 0) - chances[index])),
    );
  }

  climb(gradient, rateOf) {
    for (const [key, slope] of gradient) {
      const weights = this.#rows.get(key);
      this.#rows.set(
        key,
        weights.map((weight, index) => weight + rateOf(key) * slope[index]),
      );
    }
  }
}

/** Chances of which the scores are the logarithms, but for a constant. */
export function softmax(scores) {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function pick(chances, draw) {
  let left = draw();
  const found = chances.findIndex((chance) => {
    left -= chance;
    return left < 0;
  });
  return found < 0 ? chances.length - 1 : found;
}
