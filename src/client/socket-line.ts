/** One connection to a server, as texts that go and come: how it opens, ends and is dropped. */
import { abortable } from "../ground/waits.ts";
import { ConnectionLost } from "./client-error.ts";
import { type ClientSocket, openSocket } from "./client-socket.ts";

/** How long a socket may take to say goodbye before it is dropped. */
const GOODBYE_MS = 1000;

export interface SocketLineOptions {
  readonly signal: AbortSignal;
  readonly headers: Readonly<Record<string, string>>;
  /** One that the server gave out; null for none. */
  readonly token?: string | null;
}

/** Who is told what comes. */
export interface LineListener {
  heard(text: string): void;
  /** The connection is gone; told once, and nothing after it. */
  ended(code: number, reason: string): void;
}

export class SocketLine {
  readonly #socket: ClientSocket;
  readonly #closed: Promise<void>;

  private constructor(socket: ClientSocket, listener: LineListener) {
    this.#socket = socket;
    socket.onmessage = ({ data }) => listener.heard(String(data));
    // A failing socket closes by itself; the close tells all that is to tell.
    socket.onerror = () => undefined;
    this.#closed = new Promise((resolve) => {
      socket.onclose = ({ code, reason }) => {
        listener.ended(code, reason);
        resolve();
      };
    });
  }

  /** @throws ConnectionLost when nobody answers there; the signal's reason when it is aborted first */
  static async open(url: string, listener: LineListener, options: SocketLineOptions): Promise<SocketLine> {
    const { signal, headers, token = null } = options;
    const socket = openSocket(url, { headers, token });
    const line = new SocketLine(socket, listener);
    const opened = new Promise<SocketLine>((resolve, reject) => {
      socket.onopen = () => resolve(line);
      socket.onerror = (event) => reject(new ConnectionLost(describe(event)));
    });
    try {
      return await abortable(opened, signal);
    } catch (error) {
      line.drop();
      throw error;
    }
  }

  send(text: string): void {
    this.#socket.send(text);
  }

  /** Says goodbye, and waits until the socket is closed; a server that does not answer is not waited for. */
  async close(): Promise<void> {
    this.#socket.close(1000);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        this.#socket.terminate?.();
        resolve();
      }, GOODBYE_MS);
    });
    await Promise.race([this.#closed, late]);
    clearTimeout(timer);
  }

  /** Ends the connection at once, as far as that can be done here. */
  drop(): void {
    if (this.#socket.terminate) this.#socket.terminate();
    else this.#socket.close();
  }
}

/** The many addresses of one name fail together, in an error without a message of its own; browsers tell nothing. */
function describe({ error, message }: { readonly error?: unknown; readonly message?: unknown }): string {
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error;
  if (inner instanceof Error && inner.message !== "") return inner.message;
  return typeof message === "string" && message !== "" ? message : "the connection failed";
}
