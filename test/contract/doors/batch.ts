/** The frame `batch` through the client for TypeScript: all doors of one server share a socket, a session each. */

import type { BatchItem } from "../../../src/client/tracefix-batch.ts";
import { stepResultOf, TraceFixBatch } from "../../../src/client/tracefix-batch.ts";
import type { BatchAnswer, StepResult } from "../../../src/protocol/protocol.ts";
import type { Door, DoorKind, Told } from "../door.ts";

type Question = BatchItem extends infer Item ? (Item extends BatchItem ? Omit<Item, "session"> : never) : never;

/** What is asked in the same turn goes out in the same batch. */
class SharedSocket {
  readonly #batch: TraceFixBatch;
  #asked: { readonly item: BatchItem; readonly resolve: (answer: Promise<BatchAnswer | undefined>) => void }[] = [];
  #doors = 0;
  open = 0;

  constructor(batch: TraceFixBatch) {
    this.#batch = batch;
  }

  name(): string {
    this.#doors += 1;
    this.open += 1;
    return `door ${this.#doors}`;
  }

  ask(item: BatchItem): Promise<BatchAnswer | undefined> {
    if (this.#asked.length === 0) setImmediate(() => this.#send());
    return new Promise((resolve) => this.#asked.push({ item, resolve }));
  }

  close(): Promise<void> {
    return this.#batch.close();
  }

  #send(): void {
    const asked = this.#asked;
    this.#asked = [];
    const answers = this.#batch.ask(asked.map(({ item }) => item));
    for (const [at, { resolve }] of asked.entries()) resolve(answers.then((told) => told[at]));
  }
}

const sockets = new Map<number, Promise<SharedSocket>>();

export const batch: DoorKind = {
  unknownAction: "step",
  open: async (port): Promise<Door> => {
    const opening = sockets.get(port) ?? connect(port);
    sockets.set(port, opening);
    const socket = await opening;
    const session = socket.name();
    const ask = (question: Question) => socket.ask({ session, ...question });
    const told = (result: StepResult): Told => ({ ...result, bytes: JSON.stringify(result) });
    return {
      reset: async (data) => told(stepResultOf(await ask({ type: "reset", data }))),
      step: async (data) => told(stepResultOf(await ask({ type: "step", data }))),
      state: async () => {
        const answer = await ask({ type: "state" });
        if (answer?.type !== "state") throw new Error(`No state came but ${JSON.stringify(answer)}`);
        return answer.data;
      },
      [Symbol.asyncDispose]: async () => {
        await ask({ type: "close" });
        socket.open -= 1;
        if (socket.open > 0) return;
        sockets.delete(port);
        await socket.close();
      },
    };
  },
};

async function connect(port: number): Promise<SharedSocket> {
  return new SharedSocket(await TraceFixBatch.connect(`http://127.0.0.1:${port}`));
}
