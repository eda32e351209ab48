/** One session over a WebSocket, for the benchmark's clients: a question, then its answer, checked by its request_id. */
import { once } from "node:events";
import { WebSocket } from "ws";

export class Session {
  #socket;
  #waiting = null;
  #asked = 0;
  #canned = false;

  /**
   * @param options.canned the server gives one fixed answer, which cannot name the question
   * @param options.headers sent with the upgrade
   * @param options.path where the socket is, which may name the session
   */
  static async open(port, { canned = false, headers = {}, path = "/ws" } = {}) {
    const session = new Session();
    session.#canned = canned;
    session.#socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { perMessageDeflate: false, headers });
    session.#socket.on("message", (data) => session.#answer(data));
    session.#socket.on("close", () => session.#waiting?.reject(new Error("the server closed the socket")));
    await once(session.#socket, "open");
    return session;
  }

  /** @returns the answer's text, so that a client pays for reading it only where it must */
  ask(type, data) {
    this.#asked += 1;
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.send(JSON.stringify({ type, data, request_id: String(this.#asked) }));
    });
  }

  async reset(seed, more = {}) {
    return checked(await this.ask("reset", { seed, ...more }));
  }

  async step(action) {
    return checked(await this.ask("step", action));
  }

  /** Closes without waiting for the other side. */
  close() {
    this.#waiting = null;
    this.#socket.terminate();
  }

  #answer(data) {
    const text = data.toString();
    const { resolve, reject } = this.#waiting;
    // Looked for either way, so that both servers' clients do the same work.
    const names = text.includes(`"request_id":"${this.#asked}"`);
    if (names || this.#canned) resolve(text);
    else reject(new Error(`An answer to another question came: ${text.slice(0, 200)}`));
  }
}

/** An observation, and no false time-out in it. */
function checked(text) {
  if (!text.startsWith('{"type":"observation"')) throw new Error(`No observation: ${text.slice(0, 300)}`);
  return text;
}

/** Prints the client's result, the last line of its output. */
export function finish(result) {
  process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0));
}
