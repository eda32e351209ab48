/** Sessions of `/mcp` that their clients have ended: nobody brings them back, at once not here, and once it is kept nowhere. */
import { TryAgainError } from "./failures.ts";
import { digestOfName } from "./session-names.ts";

const NOT_ENDED =
  "Cannot end the session now: the server could not keep that it has ended. It goes on; send the same again.";

export interface LeftSessionsOptions {
  /** How many are remembered here, whatever is kept. */
  readonly most: number;
  /** Has it kept that one has ended, by what it is kept as. @returns whether anything was kept of it */
  readonly leave: (session: string) => Promise<boolean>;
}

export class LeftSessions {
  readonly #options: LeftSessionsOptions;
  /** In the order in which they ended. */
  readonly #keys = new Set<string>();

  constructor(options: LeftSessionsOptions) {
    this.#options = options;
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  /** @returns whether anything was kept of it @throws TraceFixError where its end cannot be kept: it has not ended */
  async add(key: string): Promise<boolean> {
    this.#remember(key);
    try {
      return await this.#options.leave(keptName(key));
    } catch {
      this.#keys.delete(key);
      throw new TryAgainError(NOT_ENDED, { status: 503, code: "NOT_DURABLE" });
    }
  }

  /** For whose client has been answered already: where its end cannot be kept, it is remembered here. */
  addAnswered(key: string): void {
    this.add(key).catch(() => this.#remember(key));
  }

  #remember(key: string): void {
    this.#keys.add(key);
    const [oldest] = this.#keys;
    if (this.#keys.size > this.#options.most && oldest !== undefined) this.#keys.delete(oldest);
  }
}

/** What the episodes of a session with this key are kept as. */
export function keptName(key: string): string {
  return digestOfName("session", key);
}
