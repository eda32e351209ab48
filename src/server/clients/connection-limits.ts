/** Counts connections by client from the moment they come in: one client's cannot be all that the server can hold. */
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Clock } from "../../sessions/clock.ts";
import { allButATenth, Shares } from "../../sessions/shares.ts";
import { RESERVED_DESCRIPTORS } from "../descriptors.ts";
import type { ClientIdentity } from "./client-identity.ts";

/** OpenEnv's clients wait ten seconds for a connection. */
const WAIT_MS = 8_000;
/** Connections beyond the limits that may be told so, in parts of the limit; more are cut off without a word. */
const TOLD_PART = 0.05;
const MIN_TOLD = 16;
const [SPARE_CONNECTIONS, CONNECTIONS_PER_SESSION] = [100, 1.25];

export interface ConnectionLimitsOptions {
  readonly identity: ClientIdentity;
  readonly clock: Clock;
  readonly maxConnections?: number | undefined;
  readonly clientConnections?: number | undefined;
  /** How many sessions there may be, from which the limit follows where none is set. */
  readonly sessions: number;
  /** How many descriptors the process may have open; null or left out where nobody knows. */
  readonly descriptors?: number | null;
}

interface Ticket {
  readonly client: string;
  /** Whether the connection is one of those that its client may have. */
  admitted: boolean;
}

export class ConnectionLimits {
  readonly #identity: ClientIdentity;
  readonly #shares: Shares;
  readonly #tickets = new WeakMap<Duplex, Ticket>();
  readonly #mayBeTold: number;
  /** Connections beyond the limits that are still open. */
  #beyond = 0;
  #refused = 0;

  constructor(options: ConnectionLimitsOptions) {
    const { identity, clock, sessions, descriptors } = options;
    const { maxConnections = SPARE_CONNECTIONS + Math.ceil(sessions * CONNECTIONS_PER_SESSION) } = options;
    this.#identity = identity;
    const most = descriptors == null ? maxConnections : Math.max(1, descriptors - RESERVED_DESCRIPTORS);
    const capacity = Math.min(maxConnections, most);
    const perClient = options.clientConnections ?? allButATenth(capacity);
    this.#shares = new Shares({ capacity, perClient, waitMs: WAIT_MS, clock });
    this.#mayBeTold = Math.max(MIN_TOLD, Math.ceil(capacity * TOLD_PART));
  }

  get active(): number {
    return this.#shares.total;
  }

  get capacity(): number {
    return this.#shares.capacity;
  }

  get waiting(): number {
    return this.#shares.waiting;
  }

  /** Connections that were told to come again later, or cut off. */
  get refused(): number {
    return this.#refused;
  }

  /** How many connections would have to go until a tenth of them is free and nobody waits; 0 where that is so. */
  get short(): number {
    const { capacity, total, waiting } = this.#shares;
    return Math.max(waiting, total + waiting - allButATenth(capacity));
  }

  heldBy(client: string): number {
    return this.#shares.heldBy(client);
  }

  attach(server: Server): void {
    server.on("connection", (socket) => {
      const client = this.#identity.ofPeer(socket.remoteAddress);
      // A proxy's connections are not those of its clients; these are counted when they open a socket through it.
      if (client !== null && !this.#arrive(socket, client)) socket.destroy();
    });
  }

  /** Whether this connection need not wait. */
  isAdmitted(stream: Duplex): boolean {
    return this.#tickets.get(stream)?.admitted ?? true;
  }

  /** Counts a socket that comes through a proxy for the client behind it. */
  count(request: IncomingMessage, stream: Duplex): void {
    if (!this.#tickets.has(stream) && !this.#arrive(stream, this.#identity.of(request))) stream.destroy();
  }

  /** Waits until the client may have this connection; false where that takes too long, or the connection ends. */
  async turn(stream: Duplex): Promise<boolean> {
    const ticket = this.#tickets.get(stream);
    if (ticket === undefined || ticket.admitted) return true;
    const gone = new AbortController();
    const leave = () => gone.abort(new Error("The connection has ended"));
    if (stream.destroyed) leave();
    stream.once("close", leave);
    try {
      const admitted = await this.#shares.turn(ticket.client, gone.signal);
      if (admitted) return this.#admit(stream, ticket);
      this.#refused += 1;
      return false;
    } catch {
      return false;
    } finally {
      stream.off("close", leave);
    }
  }

  #arrive(stream: Duplex, client: string): boolean {
    const admitted = this.#shares.take(client) === "taken";
    if (!admitted && this.#beyond >= this.#mayBeTold) {
      this.#refused += 1;
      return false;
    }
    if (!admitted) this.#beyond += 1;
    const ticket = { client, admitted };
    this.#tickets.set(stream, ticket);
    stream.once("close", () => {
      if (ticket.admitted) this.#shares.give(client);
      else this.#beyond -= 1;
    });
    return true;
  }

  /** Of several requests of one connection that waited, each was given a turn; one is enough. */
  #admit(stream: Duplex, ticket: Ticket): boolean {
    if (ticket.admitted || stream.destroyed) {
      this.#shares.give(ticket.client);
      return !stream.destroyed;
    }
    ticket.admitted = true;
    this.#beyond -= 1;
    return true;
  }
}
