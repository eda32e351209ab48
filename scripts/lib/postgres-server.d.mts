/** A Postgres that runs in a folder of its own. */
export interface OwnPostgres {
  readonly port: number;
  start(): Promise<void>;
  /** SIGINT ends it after what runs, SIGQUIT at once, as a crash would. */
  end(signal: "SIGINT" | "SIGQUIT"): Promise<void>;
  /** The address of a new, empty database. */
  database(): Promise<string>;
  stop(): Promise<void>;
}

export function ensurePostgres(): Promise<string | null>;
export function startPostgres(
  programs: string,
  options?: { readonly settings?: Readonly<Record<string, string>> },
): Promise<OwnPostgres>;
