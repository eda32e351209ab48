/** The connections to a database: opened when they are needed, and opened again where they have stopped answering. */
import postgres, { type Sql } from "postgres";
import { STORE_LIMIT_MS, withinStoreLimit } from "../store-limit.ts";

export interface ConnectionsOptions {
  readonly url: string;
  /** How many there may be. */
  readonly most: number;
}

const CONNECT_SECONDS = 5;
const FIRST_RETRY_SECONDS = 0.05;
const LONGEST_RETRY_SECONDS = 1;

export class DatabaseConnections {
  readonly #options: ConnectionsOptions;
  /** What is not answered yet. */
  readonly #asked = new Set<Promise<unknown>>();
  #sql: Sql;

  constructor(options: ConnectionsOptions) {
    this.#options = options;
    this.#sql = connect(options);
  }

  /**
   * Asks the database something, within the limit of the store. Of what has timed out nobody knows whether it was done;
   * connections that leave a question open are given up, since whatever is asked behind it would wait, too.
   */
  async ask<Result>(question: (sql: Sql) => Promise<Result>): Promise<Result> {
    const sql = this.#sql;
    let isAnswered = false;
    const answer = question(sql).finally(() => {
      isAnswered = true;
    });
    this.#asked.add(answer);
    try {
      return await withinStoreLimit(answer);
    } catch (error) {
      if (!isAnswered && this.#sql === sql) {
        this.#sql = connect(this.#options);
        void sql.end({ timeout: 0 }).catch(() => undefined);
      }
      throw error;
    } finally {
      this.#asked.delete(answer);
    }
  }

  /** Resolves when all is answered that was asked, or the limit is over. */
  async close(): Promise<void> {
    await withinStoreLimit(Promise.allSettled(this.#asked)).catch(() => undefined);
    // Asked to wait, the library would wait for connections that were lost long ago.
    await this.#sql.end({ timeout: 0 });
  }
}

function connect({ url, most }: ConnectionsOptions): Sql {
  return postgres(url, {
    max: most,
    connect_timeout: CONNECT_SECONDS,
    backoff: (retries: number) => Math.min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2 ** retries),
    // Of a connection that is lost while it asks for types the library tells nobody, which would end the process.
    fetch_types: false,
    onnotice: () => undefined,
    connection: {
      application_name: "tracefix",
      // An answered step survives a power cut, whatever the database does for others.
      synchronous_commit: "on",
      // What nobody waits for any more is given up there, too.
      statement_timeout: STORE_LIMIT_MS,
    },
  });
}
