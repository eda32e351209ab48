/** What one validation after the other shares: sandboxes, and what was found before. */
import { join } from "node:path";
import type { Writable } from "node:stream";
import { openedOnce } from "../ground/opened-once.ts";
import { packageRoot, packageVersion } from "../ground/package-root.ts";
import { LANGUAGE_PACKS } from "../languages/languages.ts";
import { availableCores } from "../sandbox/pool/available-cores.ts";
import type { TaskSource } from "../tasks/supply/task-source.ts";
import { formatReport } from "../tasks/validate-report.ts";
import { validateTaskSet } from "../tasks/validate-task-set.ts";
import { KeptReports } from "../tasks/validation/kept-reports.ts";
import type { Shard } from "../tasks/validation/shard.ts";
import { openSandboxes, prepareLanguages } from "./open-sandboxes.ts";

export interface ValidatorOptions {
  /** Print one JSON document instead of the table. */
  readonly json: boolean;
  /** Threads that run the programs; default one a core. */
  readonly workers?: number;
  /** Which share of the programs; all if left out. */
  readonly shard?: Shard | undefined;
  /** Whether to prove again what was proved before. */
  readonly fresh?: boolean;
  /** Where it is kept what was proved. */
  readonly kept?: string;
  /** Where progress and errors go, apart from the report. */
  readonly log: Writable;
  readonly signal?: AbortSignal;
}

export class Validator {
  readonly #options: ValidatorOptions;
  readonly #preparations = openedOnce(async () => prepareLanguages());
  readonly #sandboxes = openedOnce(async () => {
    const { workers } = this.#options;
    const preparations = await this.#preparations();
    return openSandboxes([...LANGUAGE_PACKS.values()], { preparations, ...(workers !== undefined && { workers }) });
  });
  readonly #kept = openedOnce(async () => {
    const builds = [...(await this.#preparations()).values()].map(({ build }) => build());
    const folder = this.#options.kept ?? join(packageRoot(), ".cache", "validated");
    return KeptReports.open({ folder, image: (await Promise.all(builds)).join("-"), version: packageVersion() });
  });
  #hasOpened = false;

  constructor(options: ValidatorOptions) {
    this.#options = options;
  }

  /**
   * Prints the report of the tasks of these names, or of all.
   * @param told where to; and whether the source holds all that there is, which is not sound where some of it cannot be loaded
   * @returns whether all are sound
   * @throws UnknownNameError
   */
  async validate(
    source: TaskSource,
    names: readonly string[],
    { output, isWhole }: { readonly output: Writable; readonly isWhole: boolean },
  ): Promise<boolean> {
    const { json, workers, shard, fresh, log, signal } = this.#options;
    const sandboxFor = async (language: string) => {
      this.#hasOpened = true;
      return (await this.#sandboxes()).sandboxFor(language);
    };
    const found = await validateTaskSet(source, sandboxFor, {
      names,
      shard,
      atOnce: workers ?? availableCores(),
      ...(!fresh && { kept: await this.#kept() }),
      ...(signal && { signal }),
      onProgress: ({ task }, { done, total }) => log.write(`[${done}/${total}] ${task}\n`),
    });
    const report = { ...found, sound: found.sound && isWhole };
    output.write(json ? `${JSON.stringify(report, null, 2)}\n` : formatReport(report));
    return report.sound;
  }

  async close(): Promise<void> {
    if (this.#hasOpened) await (await this.#sandboxes()).close();
  }
}
