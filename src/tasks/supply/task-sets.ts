/** The sets of tasks that a server has, by the names that a reset's `task_set` takes. */
import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { openedOnce } from "../../ground/opened-once.ts";
import { invalidRequest, issueAbout, type TaskSetName } from "../../protocol/protocol.ts";
import type { Problem } from "../broken-program.ts";
import { openFolderSource } from "./folder-source.ts";
import { openImportedSource } from "./imported-source.ts";
import { lazySource } from "./lazy-source.ts";
import { hasPrograms, listPrograms } from "./read-programs.ts";
import type { TaskSource } from "./task-source.ts";
import { uniteSources } from "./united-source.ts";

export interface TaskSetsOptions {
  /** The folder of the server's own programs, which all have to be whole. */
  readonly own: string;
  /** The folder of the programs whose tasks are generated; without it, or where it is empty, there is no such set. */
  readonly catalogue?: string;
  /** Folders of other programs. */
  readonly imported: readonly string[];
  /** Told once a set, of the folders that are left out of it, as soon as that is known. */
  readonly onProblems?: (problems: readonly Problem[], set: TaskSetName) => void;
}

/** Why there may be no such set, and what to do. */
const REMEDIES: { readonly [name in TaskSetName]?: string } = {
  imported: " Its operator adds folders of programs with --programs or PROGRAMS_DIR.",
};

export class TaskSets {
  readonly #sources: ReadonlyMap<TaskSetName, TaskSource>;

  readonly #written: TaskSource;

  private constructor(sources: ReadonlyMap<TaskSetName, TaskSource>) {
    this.#sources = sources;
    const written = [sources.get("classic"), sources.get("imported")].filter((source) => source !== undefined);
    this.#written = lazySource(() => uniteSources(written));
  }

  /** Reads the server's own programs; all others when somebody asks for them. @throws BrokenProgramError */
  static async open({ own, catalogue, imported, onProblems }: TaskSetsOptions): Promise<TaskSets> {
    const classic = await openFolderSource(own);
    const sources = new Map<TaskSetName, TaskSource>([["classic", classic]]);
    /** Adds a set whose names must not be those of the sets before it. */
    const add = (name: TaskSetName, roots: readonly string[]) => {
      const before = [...sources.values()];
      const opened = openedOnce(async () => {
        const { problems, ...found } = await openImportedSource(roots, { beside: before });
        if (problems.length > 0) onProblems?.(problems, name);
        return found;
      });
      sources.set(
        name,
        lazySource(async () => (await opened()).source),
      );
      return opened;
    };
    const generated = catalogue !== undefined && (await hasPrograms(catalogue)) && add("generated", [catalogue]);
    const roots = await othersThan([own, ...(catalogue === undefined ? [] : [catalogue])], imported);
    if (roots.length > 0) add("imported", roots);
    const several = [...sources.values()];
    sources.set("all", several.length === 1 ? classic : lazySource(() => uniteSources(several)));
    if (generated)
      sources.set(
        "impossible",
        lazySource(async () => (await generated()).impossible),
      );
    return new TaskSets(sources);
  }

  /** @throws TraceFixError VALIDATION_ERROR where the server has no such set, with what to do */
  of(name: TaskSetName): TaskSource {
    const source = this.#sources.get(name);
    if (source !== undefined) return source;
    const there = `It has ${[...this.#sources.keys()].join(", ")}.`;
    const message = `Cannot reset with task_set ${name}: this server has no such tasks. ${there}${REMEDIES[name] ?? ""}`;
    throw invalidRequest(message, [issueAbout(name, { type: "value_error", loc: ["task_set"], msg: message })]);
  }

  /** The tasks whose bugs people wrote: all but the generated ones. */
  written(): TaskSource {
    return this.#written;
  }

  has(name: TaskSetName): boolean {
    return this.#sources.has(name);
  }

  names(): readonly TaskSetName[] {
    return [...this.#sources.keys()];
  }
}

/** Each root once, without the server's own; one that is not there is refused at once. */
async function othersThan(own: readonly string[], roots: readonly string[]): Promise<readonly string[]> {
  const others = new Set<string>();
  for (const root of roots) {
    await listPrograms(root);
    others.add(await realpath(resolve(root)));
  }
  for (const root of own) others.delete(await realpath(root).catch(() => root));
  return [...others];
}
