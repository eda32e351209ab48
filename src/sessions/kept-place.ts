/** Whether what a session has in memory may be behind what is kept of its episode, and how it catches up. */
import type { Environment, MissedEpisode } from "./environment.ts";

export class KeptPlace {
  readonly #environment: Environment;
  readonly #isNamed: boolean;
  /** Whether an episode may be kept under its name that is not in memory. */
  #mustLook: boolean;
  #mayHaveMoved = false;

  constructor(environment: Environment, { isNamed }: { readonly isNamed: boolean }) {
    this.#environment = environment;
    this.#isNamed = isNamed;
    this.#mustLook = isNamed;
  }

  /** Whether the log is to be asked before anything is answered. */
  get isBehind(): boolean {
    return this.#mustLook || this.#mayHaveMoved || this.#environment.isInDoubt === true;
  }

  /** Another server may have gone on with the episode since it was asked for here. */
  mayHaveMoved(): void {
    this.#mayHaveMoved = this.#isNamed;
  }

  /** The session has begun an episode. */
  hasBegun(): void {
    this.#mustLook = false;
  }

  /** @returns what was missed; null or undefined where that is nothing */
  async catchUp(signal: AbortSignal): Promise<MissedEpisode | null | undefined> {
    const mayHaveMoved = this.#mayHaveMoved;
    // Who asks for the episode from now on may have been elsewhere after the log was asked.
    this.#mayHaveMoved = false;
    try {
      const missed = await this.#environment.catchUp?.({ signal, fromLog: this.#mustLook, mayHaveMoved });
      this.#mustLook = false;
      return missed;
    } catch (error) {
      this.#mayHaveMoved ||= mayHaveMoved;
      throw error;
    }
  }
}
