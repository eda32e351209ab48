/** Where a client's connections come in: under its session's name, or by the bare way of a server that knows no names. */
import { ConnectionLost } from "./client-error.ts";
import { ClientConnection } from "./connection.ts";
import { hasSessionName, namedSocketAddress } from "./session-address.ts";

export interface DoorOptions {
  /** Null for a session that ends with its connection. */
  readonly session: string | null;
  /** One that the server gave out; null for none. */
  readonly token?: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

export class ServerDoor {
  readonly #bare: string;
  readonly #sent: Pick<DoorOptions, "headers" | "token">;
  /** Null where there is no name, or the server knows none. */
  #named: string | null;
  /** Whether the server has been found to know names. */
  #knowsNames = false;

  /** @param address of the server's `/ws` */
  constructor(address: string, { session, headers, token = null }: DoorOptions) {
    this.#bare = address;
    this.#sent = { headers, token };
    this.#named = session === null ? null : namedSocketAddress(address, session);
  }

  /** Whether the server may find the session again. */
  get isNamed(): boolean {
    return this.#named !== null || hasSessionName(this.#bare);
  }

  /** @throws ConnectionLost when nobody answers there; the signal's reason when it is aborted first */
  async connect(signal: AbortSignal): Promise<ClientConnection> {
    const options = { signal, ...this.#sent };
    if (this.#named === null) return ClientConnection.open(this.#bare, options);
    try {
      const connection = await ClientConnection.open(this.#named, options);
      this.#knowsNames = true;
      return connection;
    } catch (error) {
      if (!(error instanceof ConnectionLost) || this.#knowsNames) throw error;
      const connection = await ClientConnection.open(this.#bare, options);
      this.#named = null;
      return connection;
    }
  }
}
