/** Closes sockets that have begun nothing, and only while sockets are short. */
import type { Clock } from "../../sessions/clock.ts";
import { TryAgainError } from "../../sessions/failures.ts";
import type { ConnectionLimits } from "../clients/connection-limits.ts";
import type { Connection } from "./connection.ts";

/** How long a socket may be open before it begins an episode, where others want its place. */
export const EMPTY_MS = 30_000;
const LOOK_MS = 1_000;
/** Goodbyes said in one go. */
const MAX_AT_ONCE = 200;

export interface EmptySocketsOptions {
  readonly clock: Clock;
  readonly limits: ConnectionLimits;
}

export class EmptySockets {
  readonly #connections: ReadonlySet<Connection>;
  readonly #options: EmptySocketsOptions;
  readonly stop: () => void;

  constructor(connections: ReadonlySet<Connection>, options: EmptySocketsOptions) {
    this.#connections = connections;
    this.#options = options;
    this.stop = options.clock.every(LOOK_MS, () => this.#look());
  }

  #look(): void {
    const wanted = Math.min(this.#options.limits.short, MAX_AT_ONCE);
    if (wanted === 0) return;
    const empty = this.#emptyByClient();
    for (let closed = 0; closed < wanted; closed += 1) {
      const connection = whoHasMost(empty)?.empty.shift();
      if (connection === undefined) return;
      connection.drop(askedToGo());
    }
  }

  #emptyByClient(): readonly Account[] {
    const { clock, limits } = this.#options;
    const latest = clock.now() - EMPTY_MS;
    const accounts = new Map<string, Account>();
    for (const connection of this.#connections) {
      if (connection.openedAt > latest || !connection.isEmpty) continue;
      const { client } = connection;
      const account = accounts.get(client) ?? { empty: [], others: limits.heldBy(client) };
      accounts.set(client, account);
      account.empty.push(connection);
      account.others -= 1;
    }
    return [...accounts.values()];
  }
}

interface Account {
  /** Oldest first. */
  readonly empty: Connection[];
  others: number;
}

function whoHasMost(accounts: readonly Account[]): Account | undefined {
  let most: Account | undefined;
  for (const account of accounts) {
    if (account.empty.length === 0) continue;
    if (most === undefined || held(account) > held(most)) most = account;
  }
  return most;
}

function held({ empty, others }: Account): number {
  return empty.length + others;
}

function askedToGo(): TryAgainError {
  const message =
    `Connections are short, and this one has begun no episode in ${EMPTY_MS / 1000} s. ` +
    "Connect again when you want to send a reset.";
  return new TryAgainError(message, { status: 503, code: "SESSION_ERROR" });
}
