/** What groups of episodes have mastered: in the memory of this process alone, and no more than there is room for. */
import { BoundedMap } from "../../ground/bounded-map.ts";
import type { TaskBucket } from "../supply/task-source.ts";
import type { Tries } from "./learnability.ts";
import { MasteryWindow } from "./mastery-window.ts";

/** A client's group: nobody else can tell it anything. */
export interface MasteryGroupName {
  readonly client: string;
  readonly group: string;
}

/** Sets may have tasks of the same program, which are not mastered alike. */
export interface BucketName extends Pick<TaskBucket, "program" | "split" | "difficulty"> {
  /** The hash of the set that the tasks are of. */
  readonly set: string;
}

export interface MasteryLimits {
  /** Groups of all clients together. */
  readonly groups: number;
  readonly groupsByClient: number;
  /** Buckets that a group has tries at. */
  readonly buckets: number;
}

const LIMITS: MasteryLimits = { groups: 256, groupsByClient: 16, buckets: 1024 };

interface MasteryGroup {
  readonly client: string;
  readonly windows: BoundedMap<string, MasteryWindow>;
}

const UNTRIED: Tries = { attempts: 0, solved: 0 };

/** Where there is no more room, what was asked for longest ago is forgotten, a client's own groups first. */
export class MasteryGroups {
  readonly #limits: MasteryLimits;
  readonly #groups: BoundedMap<string, MasteryGroup>;

  constructor(limits: MasteryLimits = LIMITS) {
    this.#limits = limits;
    this.#groups = new BoundedMap({ max: limits.groups });
  }

  get size(): number {
    return this.#groups.size;
  }

  /** The group's tries at each bucket as they are now; none of a group that is new. */
  triesOf(name: MasteryGroupName): (bucket: BucketName) => Tries {
    const windows = this.#groups.get(keyOf(name))?.windows;
    return (bucket) => windows?.peek(bucketKey(bucket)) ?? UNTRIED;
  }

  /** Counts an episode that has ended. */
  count(name: MasteryGroupName, { bucket, solved }: { readonly bucket: BucketName; readonly solved: boolean }): void {
    const { windows } = this.#groups.get(keyOf(name)) ?? this.#begin(name);
    const key = bucketKey(bucket);
    const window = windows.get(key) ?? new MasteryWindow();
    window.add(solved);
    windows.set(key, window);
  }

  #begin(name: MasteryGroupName): MasteryGroup {
    const { client } = name;
    // From the one that was asked for longest ago.
    const own = [...this.#groups.rkeys()].filter((key) => this.#groups.peek(key)?.client === client);
    const most = this.#limits.groupsByClient - 1;
    for (const key of own.slice(0, Math.max(0, own.length - most))) this.#groups.delete(key);
    // By size: a map with a number of places takes them all at once.
    const windows = new BoundedMap<string, MasteryWindow>({ maxSize: this.#limits.buckets, sizeCalculation: () => 1 });
    const group = { client, windows };
    this.#groups.set(keyOf(name), group);
    return group;
  }
}

function keyOf({ client, group }: MasteryGroupName): string {
  return JSON.stringify([client, group]);
}

function bucketKey({ set, split, difficulty, program }: BucketName): string {
  return `${set} ${split} ${difficulty} ${program}`;
}
