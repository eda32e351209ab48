/** This process's end of the thread that has the database. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { FolderHeldError } from "./folder-held-error.ts";
import type { StorageAnswer, StorageQuestions, StorageThreadData } from "./storage-messages.ts";
import { threadScript } from "./thread-script.ts";

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** Rows are small; a thread's own memory need not be more. */
const LIMITS = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 256 };

export class StorageThread {
  readonly #thread: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #ended: Error | null = null;
  /** The intake's first file of this process. */
  readonly nextFile: number;
  /** Lines that were found damaged at the start. */
  readonly damaged: number;

  private constructor(thread: Worker, { nextFile, damaged }: { nextFile: number; damaged: number }) {
    this.#thread = thread;
    this.nextFile = nextFile;
    this.damaged = damaged;
    thread.on("message", (answer: StorageAnswer) => this.#take(answer));
    thread.on("error", (error) => this.#end(error));
    thread.on("exit", () => this.#end(new Error("The thread of the store of episodes has ended")));
    // Only who waits for an answer keeps the process alive.
    thread.unref();
  }

  /**
   * Resolves once it has the folder, and has taken over what the last process left.
   * @throws FolderHeldError where another process has it, another Error where it cannot be used
   */
  static async start(data: StorageThreadData): Promise<StorageThread> {
    const thread = new Worker(threadScript("storage-worker"), { workerData: data, resourceLimits: LIMITS });
    const failed = new AbortController();
    try {
      const [answer] = (await once(thread, "message", { signal: failed.signal })) as [StorageAnswer];
      if (answer.kind === "ready") return new StorageThread(thread, answer);
      const { message, reason } = answer.kind === "refused" ? answer : { message: "it did not start", reason: "other" };
      throw reason === "held" ? new FolderHeldError(message) : new Error(message);
    } catch (error) {
      await thread.terminate();
      throw error;
    }
  }

  /** Why it answers nothing any more; null while it does. */
  get ended(): Error | null {
    return this.#ended;
  }

  ask<Name extends keyof StorageQuestions>(
    name: Name,
    asked: StorageQuestions[Name]["asked"],
  ): Promise<StorageQuestions[Name]["answer"]> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    this.#asked += 1;
    const number = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#thread.ref();
      this.#thread.postMessage({ number, question: { name, ...asked } });
    });
  }

  /** Resolves once the thread is gone, and the folder is anybody's. */
  async close(asked: StorageQuestions["close"]["asked"]): Promise<void> {
    if (this.#ended !== null) return;
    const gone = once(this.#thread, "exit");
    await this.ask("close", asked).finally(() => {
      this.#thread.ref();
      return gone;
    });
  }

  #take(answer: StorageAnswer): void {
    if (answer.kind !== "answer" && answer.kind !== "failed") return;
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    if (this.#waiting.size === 0) this.#thread.unref();
    if (answer.kind === "answer") waiting?.resolve(answer.answer as never);
    else waiting?.reject(new Error(answer.message));
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}
