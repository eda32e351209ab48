/** The verb `tracefix tasks validate`: proves tasks sound and prints what each bug fails. */
import type { Writable } from "node:stream";
import { BrokenProgramError } from "../tasks/broken-program.ts";
import { openFolders } from "../tasks/supply/folder-source.ts";
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

/** @returns the exit code: 0 if all are sound, 1 if not, 2 if nothing could be validated. */
export async function tasksValidate(options: TasksValidateOptions, output: Writable): Promise<number> {
  const { roots, names, watch = false, log, signal = new AbortController().signal } = options;
  const validator = new Validator(options);
  try {
    if (!watch) return await validateOnce(() => openFolders(roots), validator, { names, log, output });
    let code = 0;
    for await (const changed of watchPrograms(roots, signal)) {
      const open = async () => openFolders(roots);
      code = await validateOnce(open, validator, { names, changed, log, output });
      // What could not be read is looked at again with whatever changes next.
      if (code !== 2) changed.clear();
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
  /** Names of the programs that changed; all if left out. */
  readonly changed?: ReadonlySet<string>;
  readonly log: Writable;
  readonly output: Writable;
}

async function validateOnce(
  open: () => ReturnType<typeof openFolders>,
  validator: Validator,
  { names, changed, log, output }: OnceOptions,
): Promise<number> {
  try {
    const source = await open();
    const wanted = changed === undefined ? names : await namesAmong(source, names, changed);
    if (changed !== undefined && wanted.length === 0) return 0;
    return (await validator.validate(source, wanted, output)) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BrokenProgramError) && !(error instanceof UnknownNameError)) throw error;
    log.write(`${error.message}\n`);
    return 2;
  }
}

/** Tasks that are asked for, of the programs that changed. */
async function namesAmong(
  source: Awaited<ReturnType<typeof openFolders>>,
  names: readonly string[],
  changed: ReadonlySet<string>,
): Promise<readonly string[]> {
  const entries = await source.list({}, { start: 0, stop: Number.POSITIVE_INFINITY });
  const asked = new Set(names);
  return entries
    .filter(({ name, program }) => names.length === 0 || asked.has(name) || asked.has(program.name))
    .flatMap(({ name, program }) => (changed.has(program.name) ? [name] : []));
}
