/** The client for Python, in a process of its own that plays any number of sessions: `python-client.py` beside this. */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { CodeState } from "../../../src/protocol/protocol.ts";
import type { Door, Told } from "../door.ts";

const PROGRAM = fileURLToPath(new URL("python-client.py", import.meta.url));

interface Answer {
  readonly id: number;
  readonly error?: string;
  readonly result?: Omit<Told, "bytes"> & CodeState;
}

export class PythonClients implements AsyncDisposable {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #asked = 0;
  #doors = 0;

  /** @param python an interpreter that has the client and what it needs */
  constructor(python: string) {
    this.#process = spawn(python, [PROGRAM], { stdio: ["pipe", "pipe", "inherit"] });
    createInterface(this.#process.stdout).on("line", (line) => {
      const answer: Answer = JSON.parse(line);
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    });
  }

  /** @param call whether the door has a connection of its own, or a session in the batches of one that others share */
  async open(port: number, call: "open" | "open batch" = "open"): Promise<Door> {
    this.#doors += 1;
    const door = this.#doors;
    const told = async (call: string, data: object): Promise<Told> => {
      const result = await this.#ask({ door, call, data });
      return { ...result, bytes: JSON.stringify(result) };
    };
    await this.#ask({ door, call, data: `http://127.0.0.1:${port}` });
    return {
      reset: (request) => told("reset", request),
      step: (action) => told("step", action),
      state: () => this.#ask({ door, call: "state" }),
      [Symbol.asyncDispose]: async () => void (await this.#ask({ door, call: "close" })),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.#process, "close");
    this.#process.stdin.end();
    await ended;
  }

  #ask(question: object): Promise<Omit<Told, "bytes"> & CodeState> {
    this.#asked += 1;
    const id = this.#asked;
    this.#process.stdin.write(`${JSON.stringify({ id, ...question })}\n`);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ error, result }) => {
        if (error !== undefined || result === undefined) reject(new Error(error ?? "The client gave nothing"));
        else resolve(result);
      });
    });
  }
}
