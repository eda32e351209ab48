/**
 * Work of ours that many sessions need alike is done once: what it gave is kept, bounded, and shared by all. It must hang on
 * nothing that an agent wrote.
 */
import { BoundedMap } from "../ground/bounded-map.ts";

export interface SharedWorkOptions<Value> {
  /** Results kept; the one asked for longest ago goes first. */
  readonly most: number;
  /** How much a result weighs, and how much all that are kept may. */
  readonly weigh: (value: Value) => number;
  readonly mostWeight: number;
}

export interface Waiting {
  /** Whose turn in the sandbox the work waits for: while it is under way only this client's sessions share it. */
  readonly client: string;
  readonly signal?: AbortSignal | undefined;
}

interface UnderWay<Value> {
  readonly promise: Promise<Value>;
  readonly giveUp: AbortController;
  waiting: number;
}

export class SharedWork<Value> {
  readonly #kept: BoundedMap<string, { readonly value: Value }>;
  readonly #underWay = new Map<string, UnderWay<Value>>();

  constructor({ most, weigh, mostWeight }: SharedWorkOptions<Value>) {
    // Nothing weighs nothing.
    const sizeCalculation = ({ value }: { readonly value: Value }) => Math.max(1, weigh(value));
    this.#kept = new BoundedMap({ max: most, maxSize: mostWeight, sizeCalculation });
  }

  /** @param work is given up through its signal once nobody waits for it any more; what fails is not kept */
  async get(key: string, waiting: Waiting, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept.value;
    const { client, signal } = waiting;
    signal?.throwIfAborted();
    // A client that has used much waits long: others would wait with it.
    const place = `${client.length} ${client} ${key}`;
    const known = this.#underWay.get(place);
    const one = known ?? this.#begin(place, key, work);
    try {
      return await this.#join(one, signal);
    } catch (error) {
      // What happened to another's request, a full queue for instance, is no answer to this one.
      if (known === undefined || signal?.aborted) throw error;
      return this.get(key, waiting, work);
    }
  }

  #begin(place: string, key: string, work: (signal: AbortSignal) => Promise<Value>): UnderWay<Value> {
    const giveUp = new AbortController();
    const promise = work(giveUp.signal).then((value) => {
      this.#kept.set(key, { value });
      return value;
    });
    const one: UnderWay<Value> = { promise, giveUp, waiting: 0 };
    this.#underWay.set(place, one);
    const ended = (): void => {
      if (this.#underWay.get(place) === one) this.#underWay.delete(place);
    };
    promise.then(ended, ended);
    giveUp.signal.addEventListener("abort", ended, { once: true });
    return one;
  }

  async #join(one: UnderWay<Value>, signal: AbortSignal | undefined): Promise<Value> {
    one.waiting += 1;
    let leave: (() => void) | undefined;
    try {
      if (signal === undefined) return await one.promise;
      const left = new Promise<never>((_, reject) => {
        leave = () => reject(signal.reason);
        signal.addEventListener("abort", leave, { once: true });
      });
      return await Promise.race([one.promise, left]);
    } finally {
      if (leave !== undefined) signal?.removeEventListener("abort", leave);
      one.waiting -= 1;
      if (one.waiting === 0 && signal?.aborted) one.giveUp.abort(signal.reason);
    }
  }
}

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

/** A number that stands for an object in the key of shared work. */
export function numberOf(object: object): number {
  const known = numbers.get(object);
  if (known !== undefined) return known;
  lastNumber += 1;
  numbers.set(object, lastNumber);
  return lastNumber;
}

/** The same shared work for all who use one sandbox; it goes with the sandbox. */
export function sharedBySandbox<Value>(options: SharedWorkOptions<Value>): (sandbox: object) => SharedWork<Value> {
  const all = new WeakMap<object, SharedWork<Value>>();
  return (sandbox) => {
    const known = all.get(sandbox) ?? new SharedWork(options);
    all.set(sandbox, known);
    return known;
  };
}
