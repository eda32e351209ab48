/** Counts the requests that are being worked on, so that a server that stops knows when the last one is answered. */
import type { FastifyInstance } from "fastify";

/** These only look, and a stream of events is one of them: it has no end of its own. */
const LOOKING: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

export class InFlight {
  #running = 0;
  #waiting: (() => void)[] = [];

  /** Resolves when nothing is being worked on. */
  async idle(): Promise<void> {
    if (this.#running > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** To be called before the routes are added. */
  watch(app: FastifyInstance): void {
    app.addHook("onRequest", (request, reply, done) => {
      if (!LOOKING.has(request.method)) {
        this.#running += 1;
        // Once for each, also where the client hangs up before it has its answer.
        reply.raw.once("close", () => this.#end());
      }
      done();
    });
  }

  #end(): void {
    this.#running -= 1;
    if (this.#running === 0) for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
