/** Counts connections by client from the moment they come in: one client's cannot be all that the server can hold. */
import type { IncomingMessage, Server, ServerResponse } from "node:http";
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
  client: string;
  /** Whether the connection is one of those that its client may have. */
  admitted: boolean;
}

/** What counts: a connection, or of a proxy's connection a request for as long as it is under way. */
type Counted = Duplex | ServerResponse;

export class ConnectionLimits {
  readonly #identity: ClientIdentity;
  readonly #shares: Shares;
  readonly #tickets = new WeakMap<Counted, Ticket>();
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
      // One that wished for another protocol comes twice.
      if (this.#tickets.has(socket)) return;
      const client = this.#identity.ofPeer(socket.remoteAddress);
      // A proxy's connections are not those of its clients; what these ask for through it is counted by itself.
      if (client !== null && !this.#arrive(socket, client)) socket.destroy();
    });
  }

  /** Lets a socket in: at once, after a while, or not at all. A socket is counted for the client that opens it. */
  enterSocket(request: IncomingMessage, stream: Duplex): boolean | Promise<boolean> {
    if (this.#claim(stream, request)) return this.#enter(stream);
    stream.destroy();
    return false;
  }

  /**
   * Lets a request in: at once, after a while, or not at all. Over a connection of its client's own that is the
   * connection's question; what comes through a proxy counts until it is answered.
   */
  enterRequest(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean> {
    const counted = this.#tickets.has(request.socket) ? request.socket : response;
    return this.#claim(counted, request) && this.#enter(counted);
  }

  /** Counts it for the client that the request names, if it is not already. @returns whether it may wait */
  #claim(counted: Counted, request: IncomingMessage): boolean {
    const ticket = this.#tickets.get(counted);
    if (ticket === undefined) return this.#arrive(counted, this.#identity.of(request));
    // Before the first request nobody knew more than an address.
    const client = this.#identity.ofToken(request);
    if (client === null || client === ticket.client) return true;
    this.#leave(ticket);
    ticket.client = client;
    return this.#take(ticket);
  }

  #enter(counted: Counted): boolean | Promise<boolean> {
    const ticket = this.#tickets.get(counted);
    return ticket === undefined || ticket.admitted || this.#turn(counted, ticket);
  }

  /** Waits until the client may have this connection; false where that takes too long, or the connection ends. */
  async #turn(counted: Counted, ticket: Ticket): Promise<boolean> {
    const gone = new AbortController();
    const leave = () => gone.abort(new Error("The connection has ended"));
    if (counted.destroyed) leave();
    counted.once("close", leave);
    const { client } = ticket;
    try {
      const admitted = await this.#shares.turn(client, gone.signal);
      if (admitted) return this.#admit(counted, ticket, client);
      this.#refused += 1;
      return false;
    } catch {
      return false;
    } finally {
      counted.off("close", leave);
    }
  }

  /** @returns false where it may not even wait */
  #arrive(counted: Counted, client: string): boolean {
    const ticket = { client, admitted: false };
    if (!this.#take(ticket)) {
      this.#beyond -= 1;
      return false;
    }
    this.#tickets.set(counted, ticket);
    counted.once("close", () => this.#leave(ticket));
    return true;
  }

  /** Takes a place for the ticket if there is one. @returns false where there is none, and too many are told so already */
  #take(ticket: Ticket): boolean {
    ticket.admitted = this.#shares.take(ticket.client) === "taken";
    if (ticket.admitted) return true;
    this.#beyond += 1;
    if (this.#beyond <= this.#mayBeTold) return true;
    this.#refused += 1;
    return false;
  }

  #leave({ client, admitted }: Ticket): void {
    if (admitted) this.#shares.give(client);
    else this.#beyond -= 1;
  }

  /** Of several requests of one connection that waited, each was given a turn; one is enough. */
  #admit(counted: Counted, ticket: Ticket, client: string): boolean {
    if (ticket.admitted || ticket.client !== client || counted.destroyed) {
      this.#shares.give(client);
      return !counted.destroyed;
    }
    ticket.admitted = true;
    this.#beyond -= 1;
    return true;
  }
}
