/** Which tasks are proved sound: kept by what they are made from and by what proved it. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { makeFolders } from "../ground/make-folders.ts";
import { parseJson } from "../ground/parse-json.ts";
import { replaceFile } from "../ground/replace-file.ts";
import { TraceFixError } from "../protocol/protocol.ts";
import { openProofFolder, type ProofFolderOptions } from "./proof-folder.ts";
import { SharedWork } from "./shared-work.ts";
import type { TaskFacts } from "./supply/task-source.ts";
import type { Task, TaskChoice } from "./task.ts";
import { type ValidateOptions, validateProgram } from "./validate-program.ts";
import { validateTask } from "./validate-task.ts";

/** A task that was chosen, with the hash of its program's files. */
export type ChosenTask = Pick<TaskChoice, "task" | "programHash">;

/** A task may not be played, because it is not sound. */
export class UnsoundTaskError extends TraceFixError {
  constructor({ program }: Task) {
    super(
      "VALIDATION_ERROR",
      `Cannot play this task of the program ${program.name}: it is not sound. ` +
        "Choose another; the one who serves it sees why with `tracefix tasks validate`.",
    );
  }
}

const problemsSchema = z.array(z.string());

export class Verdicts {
  readonly #folder: string;
  readonly #known = new SharedWork<readonly string[]>({
    most: 20_000,
    weigh: (problems) => 1 + problems.length,
    mostWeight: 100_000,
  });

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Forgets what other sandboxes, versions or rules have proved, so that the folder does not grow with every one of them. */
  static async open(options: ProofFolderOptions): Promise<Verdicts> {
    return new Verdicts(await openProofFolder(options));
  }

  /** Validates a task that has no verdict yet. @throws UnsoundTaskError */
  async requireSound({ task, programHash }: ChosenTask, options: ValidateOptions): Promise<void> {
    if ((await this.problemsOf(task, options)).length === 0) return;
    await keep(join(this.#unsoundFolder(), unsoundKey(task.name, programHash)), []);
    throw new UnsoundTaskError(task);
  }

  /** Those of the tasks that were found unsound when somebody played them, without opening any. */
  async knownUnsound<Facts extends TaskFacts>(tasks: readonly Facts[]): Promise<readonly Facts[]> {
    const known = new Set(await readdir(this.#unsoundFolder()).catch(() => []));
    if (known.size === 0) return [];
    return tasks.filter(({ name, program }) => known.has(unsoundKey(name, program.contentHash)));
  }

  /** Of files that are named by what is known of a task before it is opened. */
  #unsoundFolder(): string {
    return join(this.#folder, "unsound");
  }

  /** What is unsound about a task; empty if nothing is. */
  problemsOf(task: Task, { sandbox, ...options }: ValidateOptions): Promise<readonly string[]> {
    const hash = hashTask(task);
    const { client = "", signal } = options;
    return this.#known.get(hash, { client, signal }, async (givenUp) => {
      const path = join(this.#folder, hash.slice(0, 2), `${hash}.json`);
      const kept = problemsSchema.safeParse(parseJson(await readFile(path, "utf8").catch(() => "")));
      if (kept.success) return kept.data;
      const running = { ...options, sandbox, signal: givenUp };
      const check = await validateProgram(task.program, running);
      const problems = [...check.problems, ...(await validateTask(task, check, running)).problems];
      await keep(path, problems);
      return problems;
    });
  }
}

function unsoundKey(name: string, programHash: string): string {
  return createHash("sha256")
    .update(JSON.stringify([programHash, name]))
    .digest("hex");
}

/** Names all that a verdict depends on, the sandbox aside. */
function hashTask(task: Task): string {
  const { program } = task;
  const named = { ...task, program: { ...program, language: program.language.name } };
  return createHash("sha256").update(JSON.stringify(named, withIntegers)).digest("hex");
}

/** JSON has neither large integers nor what is no number. */
function withIntegers(_key: string, value: unknown): unknown {
  const isPlain = typeof value !== "bigint" && !(typeof value === "number" && !Number.isFinite(value));
  return isPlain ? value : `${typeof value} ${value}`;
}

/** Where nothing can be written, the task is validated again after the next start. */
async function keep(path: string, problems: readonly string[]): Promise<void> {
  try {
    await makeFolders(dirname(path));
    await replaceFile(path, JSON.stringify(problems));
  } catch {
    // A read-only folder is no fault of the task's.
  }
}
