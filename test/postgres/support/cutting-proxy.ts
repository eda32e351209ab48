/** Connections that a test cuts when it likes, each to the next of its targets. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export class CuttingProxy {
  readonly #server: Server;
  readonly #targets: readonly number[];
  #joined = 0;
  readonly #sockets = new Set<Socket>();
  #isCut = false;
  /** What becomes of the next data: of a question before it is passed on, or of its answer. */
  #next: "lose question" | "lose answer" | null = null;

  private constructor(targets: readonly number[]) {
    this.#targets = targets;
    this.#server = createServer((client) => this.#join(client));
  }

  /** Closed with its test. @param targets ports of this machine */
  static async open(...targets: readonly number[]): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(targets);
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    onTestFinished(() => {
      proxy.cut();
      proxy.#server.close();
    });
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** The same database, by way of this. */
  through(url: string): string {
    const changed = new URL(url);
    changed.port = String(this.port);
    return changed.href;
  }

  /** Ends all connections, and every new one at once. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  restore(): void {
    this.#isCut = false;
  }

  /** The next question is lost with its connection. */
  loseQuestion(): void {
    this.#next = "lose question";
  }

  /** The next answer is lost with its connection: what was asked for is done. */
  loseAnswer(): void {
    this.#next = "lose answer";
  }

  #join(client: Socket): void {
    if (this.#isCut) {
      client.destroy();
      return;
    }
    const database = connect(this.#targets[this.#joined++ % this.#targets.length] ?? 0, "127.0.0.1");
    const end = () => {
      client.destroy();
      database.destroy();
    };
    for (const socket of [client, database]) {
      this.#sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        this.#sockets.delete(socket);
        end();
      });
    }
    client.on("data", (data) => (this.#loses("lose question") ? end() : database.write(data)));
    database.on("data", (data) => (this.#loses("lose answer") ? end() : client.write(data)));
  }

  #loses(what: "lose question" | "lose answer"): boolean {
    if (this.#next !== what) return false;
    this.#next = null;
    return true;
  }
}
