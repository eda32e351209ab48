/** Lines of the intake on their way into the database: many steps a statement, each episode looked up and touched once. */
import { type PreparedStatements, ROWS_AT_ONCE } from "./prepared-statements.ts";
import type { StoredLine } from "./stored-line.ts";

/** A line to take over; `text` is all of it. */
export interface TakenLine extends StoredLine {
  readonly text: string;
}

const VALUES_A_ROW = 3;

export class TakenBatch {
  readonly #statements: PreparedStatements;
  /** By episode; null where none is kept. */
  readonly #keys = new Map<string, number | null>();
  /** When each episode that had a step had its last one, and the bytes of its steps. */
  readonly #touched = new Map<number, { readonly at: number; readonly bytes: number }>();
  /** Steps that are not added yet: key, number and line of each. */
  #waiting: (number | string)[] = [];

  constructor(statements: PreparedStatements) {
    this.#statements = statements;
  }

  /** To be called within a transaction. */
  take(lines: readonly TakenLine[]): void {
    for (const line of lines) {
      if (line.kind === "step") this.#takeStep(line);
      else this.#takeOther(line);
    }
    this.#addWaiting();
    for (const [key, { at, bytes }] of this.#touched) this.#statements.touch.run([at, bytes, key]);
  }

  #takeStep({ id, number, at, text }: TakenLine): void {
    const key = this.#keyOf(id);
    // Its episode was let go meanwhile.
    if (key === null) return;
    this.#waiting.push(key, number, text);
    const before = this.#touched.get(key)?.bytes ?? 0;
    this.#touched.set(key, { at, bytes: before + Buffer.byteLength(text) });
    if (this.#waiting.length < VALUES_A_ROW * ROWS_AT_ONCE) return;
    this.#statements.addSteps.run(this.#waiting);
    this.#waiting = [];
  }

  #takeOther({ kind, id, at, json, text }: TakenLine): void {
    this.#keys.delete(id);
    if (kind === "withdrawn") {
      this.#addWaiting();
      this.#statements.withdrawSteps.run([id]);
      this.#statements.withdraw.run([id]);
      return;
    }
    if (kind === "left") {
      this.#statements.leave.run([JSON.parse(json).session]);
      return;
    }
    const { session, request, task } = JSON.parse(json);
    this.#statements.begin.run([id, session, request.episode_id, task.name, at, at, Buffer.byteLength(text), text]);
  }

  #addWaiting(): void {
    while (this.#waiting.length > 0) this.#statements.addStep.run(this.#waiting.splice(0, VALUES_A_ROW));
  }

  #keyOf(id: string): number | null {
    let key = this.#keys.get(id);
    if (key === undefined) {
      const row = this.#statements.keyOf.get([id]);
      key = row === undefined || row === null ? null : Number((row as { key: unknown }).key);
      this.#keys.set(id, key);
    }
    return key;
  }
}
