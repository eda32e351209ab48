/** What task folders and their checks must know of the language the programs are written in. */

export interface TaskLanguage {
  /** Of the solution's, the generator's and the bugs' files, without a dot. */
  readonly extension: string;
  /** A call on a generator that gives a list of calls as text, drawn until so many are distinct, and `most` at most. */
  readonly draw: (options: { readonly seed: bigint; readonly distinct: number; readonly most: number }) => string;
  /** A call on a program that gives a true value if `name` is a function or class of it. */
  readonly hasEntryPoint: (name: string) => string;
}

const python: TaskLanguage = {
  extension: "py",
  draw: ({ seed, distinct, most }) =>
    [
      "import random as _random",
      `_rng, _calls = _random.Random(${seed}), []`,
      `while (_missing := min(${distinct} - len({str(_call) for _call in _calls}), ${most} - len(_calls))) > 0:`,
      "    _calls += [generate(_rng) for _ in range(_missing)]",
      "_calls",
    ].join("\n"),
  hasEntryPoint: (name) => `callable(globals().get("${name}"))`,
};

/** By the name of the folder under `programs/`. */
export const TASK_LANGUAGES: ReadonlyMap<string, TaskLanguage> = new Map([["python", python]]);

/** The language of that name. @throws Error that names the known ones. */
export function taskLanguage(name: string): TaskLanguage {
  const language = TASK_LANGUAGES.get(name);
  if (language !== undefined) return language;
  throw new Error(`Cannot use the language ${name}: the known ones are ${[...TASK_LANGUAGES.keys()].join(", ")}`);
}
