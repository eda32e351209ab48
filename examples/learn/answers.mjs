/**
 * What the server has answered already. An episode is a function of its reset and its actions, so what was played once
 * need not be played again: only actions that are new to an episode go to the server, after those before them.
 */

/** Later answers are used and not kept. */
const MOST_KEPT = 200_000;

export class Answers {
  #begun = new Map();
  #kept = 0;
  /** Equal parts of answers, each once. */
  #parts = new Map();
  asked = 0;

  /** The client with this memory before it: `reset` and `step` as it has them. */
  before(client) {
    let [request, taken, sent, place] = [null, [], null, null];
    const ask = async (branch, key, question) => {
      const known = branch?.get(key);
      if (known !== undefined) return this.#arrive(known, (next) => (place = next));
      const answer = await question();
      this.asked += 1;
      const node = { answer: this.#slim(answer), next: new Map() };
      if (branch !== null && this.#kept < MOST_KEPT) {
        this.#kept += 1;
        branch.set(key, node);
      }
      return this.#arrive(node, (next) => (place = next));
    };
    return {
      reset: (data) => {
        [request, taken, sent] = [data, [], null];
        return ask(this.#begun, JSON.stringify(data), () => {
          sent = 0;
          return client.reset(data);
        });
      },
      step: (action) => {
        const before = taken.length;
        taken.push(action);
        return ask(place, JSON.stringify(action), async () => {
          if (sent === null) await client.reset(request);
          for (const earlier of taken.slice(sent ?? 0, before)) await client.step(earlier);
          sent = before + 1;
          return client.step(action);
        });
      },
    };
  }

  #arrive({ answer, next }, moveTo) {
    moveTo(next);
    return answer;
  }

  /** The parts that a policy looks at. */
  #slim({ observation: { code_dict, test_results, metadata }, reward, done }) {
    const results = this.#once(test_results.map(({ passed }) => ({ passed })));
    const told = this.#once({ ending: metadata?.ending && { solved: metadata.ending.solved } });
    return { observation: { code_dict: this.#once(code_dict), test_results: results, metadata: told }, reward, done };
  }

  #once(part) {
    const key = JSON.stringify(part);
    if (!this.#parts.has(key) && this.#parts.size < MOST_KEPT) this.#parts.set(key, part);
    return this.#parts.get(key) ?? part;
  }
}
