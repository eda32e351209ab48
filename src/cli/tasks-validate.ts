/** The verb `tracefix tasks validate`: proves tasks sound and prints what each bug fails. */
import type { Writable } from "node:stream";
import { BrokenProgramError } from "../tasks/broken-program.ts";
import { openWholeFolders, type WholeFolders } from "../tasks/supply/folder-source.ts";
import { UnknownNameError } from "../tasks/validate-task-set.ts";
import { Validator, type ValidatorOptions } from "./validator.ts";
import { watchPrograms } from "./watch-programs.ts";

export interface TasksValidateOptions extends ValidatorOptions {
  /** Folders of folders `<language>/<program>`. */
  readonly roots: readonly string[];
  /** Tasks or programs to validate; empty means all. */
  readonly names: readonly string[];
  /** Whether to go on, with the programs that change, until the signal is aborted. */
  readonly watch?: boolean;
}

/** @returns the exit code: 0 if all are sound, 1 if some are not or cannot be loaded, 2 if nothing could be validated. */
export async function tasksValidate(options: TasksValidateOptions, output: Writable): Promise<number> {
  const { roots, names, watch = false, log, signal = new AbortController().signal } = options;
  const validator = new Validator(options);
  try {
    if (!watch) return await validateOnce(() => openWholeFolders(roots), validator, { names, log, output });
    let code = 0;
    for await (const changed of watchPrograms(roots, signal)) {
      const open = async () => openWholeFolders(roots);
      code = await validateOnce(open, validator, { names, changed, log, output });
      log.write("Waiting for a change of the programs; Ctrl-C ends.\n");
    }
    return code;
  } catch (error) {
    if (!signal.aborted) throw error;
    return 0;
  } finally {
    await validator.close();
  }
}

interface OnceOptions {
  readonly names: readonly string[];
  /** Names of the programs that changed, all if left out; those that are validated are taken out of it. */
  readonly changed?: Set<string>;
  readonly log: Writable;
  readonly output: Writable;
}

async function validateOnce(
  open: () => Promise<WholeFolders>,
  validator: Validator,
  { names, changed, log, output }: OnceOptions,
): Promise<number> {
  try {
    const { source, problems, broken } = await open();
    if (problems.length > 0) log.write(`${new BrokenProgramError(problems).message}\n`);
    const whole = names.filter((name) => !broken.has(name));
    // Without names all is asked for.
    const isLeft = names.length === 0 ? (await source.count({})) > 0 : whole.length > 0;
    if (problems.length > 0 && !isLeft) return 2;
    const wanted = changed === undefined ? whole : await namesAmong(source, whole, changed);
    // What could not be read is looked at again with whatever changes next.
    for (const name of changed ?? []) if (!broken.has(name)) changed?.delete(name);
    const isWhole = problems.length === 0;
    if (changed !== undefined && wanted.length === 0) return isWhole ? 0 : 1;
    return (await validator.validate(source, wanted, { output, isWhole })) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UnknownNameError)) throw error;
    log.write(`${error.message}\n`);
    return 2;
  }
}

/** Tasks that are asked for, of the programs that changed. */
async function namesAmong(
  source: WholeFolders["source"],
  names: readonly string[],
  changed: ReadonlySet<string>,
): Promise<readonly string[]> {
  const entries = await source.list({}, { start: 0, stop: Number.POSITIVE_INFINITY });
  const asked = new Set(names);
  return entries
    .filter(({ name, program }) => names.length === 0 || asked.has(name) || asked.has(program.name))
    .flatMap(({ name, program }) => (changed.has(program.name) ? [name] : []));
}
