/**
 * A player on a named socket that expects its server to be killed: it connects again, asks where its episode stands, sends what
 * was not answered once more, and tells of each answer that was lost, came twice or is another one.
 */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { WebSocket } from "ws";
import { EPISODES } from "../cluster/episodes.mjs";

const AGAIN_MS = 50;

/** A socket that is gone: what was asked of it may have happened. */
class LostSocketError extends Error {}

export class SocketPlayer {
  #address;
  #socket = null;
  #asked = 0;

  /** @param port of the server, whichever process has it */
  constructor(port) {
    this.#address = `ws://127.0.0.1:${port}/s/${randomUUID()}${randomUUID()}/ws`;
  }

  /**
   * Plays one episode after the other until the time is over.
   * @param quiet of each episode the data that a quiet run was answered with
   * @param figures counts: `steps` answered, `episodes` ended, `repeated` requests, and `faults` in words
   */
  async play({ place, quiet, isOver, figures }) {
    for (let round = place; !isOver(); round += 1) {
      const number = round % EPISODES.length;
      await this.#playEpisode(EPISODES[number], { quiet: quiet[number], name: `episode ${number}`, figures });
      figures.episodes += 1;
    }
    this.#socket?.terminate();
  }

  async #playEpisode({ reset, actions }, { quiet, name, figures }) {
    const begin = { type: "reset", data: reset };
    for (let answered = 0, isSentBefore = false; answered <= actions.length; ) {
      const request =
        answered === 0 ? begin : { type: "step", data: actions[answered - 1], request_id: `${name}, ${answered}` };
      try {
        await this.#connected();
        // Nobody was told that an episode began which no answer came to.
        if (isSentBefore && answered > 0) figures.faults.push(...(await this.#faultsOfPlace(answered - 1, name)));
        const told = await this.#ask(request);
        if (told === null) continue;
        if (told !== quiet[answered])
          figures.faults.push(`${name}: answer ${answered} is another one: ${told.slice(0, 300)}`);
        answered += 1;
        isSentBefore = false;
        figures.steps += 1;
      } catch (error) {
        if (!(error instanceof LostSocketError)) throw error;
        isSentBefore = true;
        figures.repeated += 1;
      }
    }
  }

  /** What was acknowledged must be there, and of what was not at most the one step. */
  async #faultsOfPlace(acknowledged, name) {
    const told = await this.#ask({ type: "reset", data: { resume: true } });
    if (told === null) return this.#faultsOfPlace(acknowledged, name);
    const steps = JSON.parse(told).observation?.step_count;
    if (steps === acknowledged || steps === acknowledged + 1) return [];
    return [`${name}: ${acknowledged} steps were acknowledged, and the server has ${steps}`];
  }

  async #connected() {
    while (this.#socket?.readyState !== WebSocket.OPEN) {
      const socket = new WebSocket(this.#address, { perMessageDeflate: false });
      socket.on("error", () => undefined);
      const isOpen = await Promise.race([
        once(socket, "open").then(() => true),
        once(socket, "close").then(() => false),
      ]).catch(() => false);
      if (isOpen) this.#socket = socket;
      else await wait(AGAIN_MS);
    }
  }

  /** @returns the answer's data as it came; null where the server says that nothing was kept, and to ask again */
  async #ask(request) {
    const socket = this.#socket;
    // Of one that is closed already nothing more is heard.
    if (socket?.readyState !== WebSocket.OPEN) throw new LostSocketError();
    this.#asked += 1;
    const request_id = request.request_id ?? `question ${this.#asked}`;
    const left = new AbortController();
    const lost = once(socket, "close", { signal: left.signal }).then(() => {
      throw new LostSocketError();
    });
    try {
      socket.send(JSON.stringify({ ...request, request_id }));
      const [text] = await Promise.race([once(socket, "message", { signal: left.signal }), lost]);
      const { type, data } = JSON.parse(String(text));
      if (type === "observation") return JSON.stringify(data);
      if (data.code !== "NOT_DURABLE") throw new Error(`The server answered ${String(text).slice(0, 300)}`);
      await wait(AGAIN_MS);
      return null;
    } finally {
      left.abort();
      lost.catch(() => undefined);
    }
  }
}
