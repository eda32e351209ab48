/** The sets of tasks that a server has, by the names that a reset's `task_set` takes. */
import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { invalidRequest, issueAbout, type TaskSetName } from "../../protocol/protocol.ts";
import type { Problem } from "../broken-program.ts";
import { openFolderSource } from "./folder-source.ts";
import { openImportedSource } from "./imported-source.ts";
import { lazySource } from "./lazy-source.ts";
import { listPrograms } from "./read-programs.ts";
import type { TaskSource } from "./task-source.ts";
import { uniteSources } from "./united-source.ts";

export interface TaskSetsOptions {
  /** The folder of the server's own programs, which all have to be whole. */
  readonly own: string;
  /** Folders of other programs. */
  readonly imported: readonly string[];
  /** Told once, of the imported folders that are left out, as soon as that is known. */
  readonly onProblems?: (problems: readonly Problem[]) => void;
}

export class TaskSets {
  readonly #sources: ReadonlyMap<TaskSetName, TaskSource>;

  private constructor(sources: ReadonlyMap<TaskSetName, TaskSource>) {
    this.#sources = sources;
  }

  /** Reads the server's own programs; imported ones when somebody asks for them. @throws BrokenProgramError */
  static async open({ own, imported, onProblems }: TaskSetsOptions): Promise<TaskSets> {
    const classic = await openFolderSource(own);
    const roots = await othersThan(own, imported);
    if (roots.length === 0) {
      return new TaskSets(
        new Map<TaskSetName, TaskSource>([
          ["classic", classic],
          ["all", classic],
        ]),
      );
    }
    const others = lazySource(async () => {
      const { source, problems } = await openImportedSource(roots, { beside: classic });
      if (problems.length > 0) onProblems?.(problems);
      return source;
    });
    const all = lazySource(() => uniteSources([classic, others]));
    return new TaskSets(
      new Map([
        ["classic", classic],
        ["imported", others],
        ["all", all],
      ]),
    );
  }

  /** @throws TraceFixError VALIDATION_ERROR where the server has no such set, with what to do */
  of(name: TaskSetName): TaskSource {
    const source = this.#sources.get(name);
    if (source !== undefined) return source;
    const there = `It has ${[...this.#sources.keys()].join(", ")}.`;
    const remedy = name === "imported" ? " Its operator adds folders of programs with --programs or PROGRAMS_DIR." : "";
    const message = `Cannot reset with task_set ${name}: this server has no such tasks. ${there}${remedy}`;
    throw invalidRequest(message, [issueAbout(name, { type: "value_error", loc: ["task_set"], msg: message })]);
  }

  has(name: TaskSetName): boolean {
    return this.#sources.has(name);
  }

  names(): readonly TaskSetName[] {
    return [...this.#sources.keys()];
  }
}

/** Each root once, without the server's own; one that is not there is refused at once. */
async function othersThan(own: string, roots: readonly string[]): Promise<readonly string[]> {
  const ownPath = await realpath(own);
  const others = new Set<string>();
  for (const root of roots) {
    await listPrograms(root);
    const path = await realpath(resolve(root));
    if (path !== ownPath) others.add(path);
  }
  return [...others];
}
