/** The same over HTTP, where every request may find another process than the one before. */
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { EPISODES } from "../cluster/episodes.mjs";

const AGAIN_MS = 50;
/** The server has not done what was asked, or nobody knows whether it has: the same request is sent again. */
const AGAIN = new Set([502, 503, 504]);

export class HttpPlayer {
  #address;
  #secret = `${randomUUID()}${randomUUID()}`;

  constructor(port) {
    this.#address = `http://127.0.0.1:${port}`;
  }

  /** As a `SocketPlayer` does. */
  async play({ place, quiet, isOver, figures }) {
    for (let round = place; !isOver(); round += 1) {
      const number = round % EPISODES.length;
      const { reset, actions } = EPISODES[number];
      const episode_id = randomUUID();
      const told = await this.#ask("/reset", { ...reset, episode_id }, figures);
      this.#compare(told, quiet[number][0], { answer: 0, number, episode_id, figures });
      for (const [at, action] of actions.entries()) {
        const request = { action, episode_id, request_id: `${episode_id}, ${at}` };
        const answer = await this.#ask("/step", request, figures);
        this.#compare(answer, quiet[number][at + 1], { answer: at + 1, number, episode_id, figures });
      }
      figures.episodes += 1;
    }
  }

  /** The episode's own name stands in each answer. */
  #compare({ status, text }, expected, { answer, number, episode_id, figures }) {
    figures.steps += 1;
    const { observation, reward, done } = status === 200 ? JSON.parse(text) : {};
    const quiet = JSON.parse(expected);
    const named = text.replaceAll(episode_id, quiet.observation.info.episode_id);
    const isSame =
      status === 200 &&
      reward === quiet.reward &&
      done === quiet.done &&
      observation.step_count === answer &&
      named.includes(JSON.stringify(quiet.observation));
    if (!isSame) figures.faults.push(`HTTP, episode ${number}: answer ${answer} is ${status}, ${text.slice(0, 300)}`);
  }

  async #ask(path, body, figures) {
    for (;;) {
      const headers = { "content-type": "application/json", "x-tracefix-session": this.#secret };
      try {
        const answer = await fetch(`${this.#address}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
        const text = await answer.text();
        if (!AGAIN.has(answer.status)) return { status: answer.status, text };
      } catch {
        // The server is gone, or went while it answered.
      }
      figures.repeated += 1;
      await wait(AGAIN_MS);
    }
  }
}
