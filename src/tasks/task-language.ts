/** What task folders and their checks must know of the language the programs are written in. */

export interface DrawOptions {
  readonly seed: bigint;
  /** How many distinct calls are enough. */
  readonly distinct: number;
  /** How many are drawn at most. */
  readonly most: number;
}

export interface TaskLanguage {
  /** Of the solution's, the generator's and the bugs' files, without a dot. */
  readonly extension: string;
  /** A program and a call on it that gives a list of calls as text, drawn until so many are distinct. */
  readonly draw: (generator: string, options: DrawOptions) => { readonly code: string; readonly call: string };
  /** A call on a program that gives a true value if `name` is a function or class of it. */
  readonly hasEntryPoint: (name: string) => string;
}

/**
 * Goes with every generator, so that it is compiled once and not for each seed. It uses no built-in: the generator may have
 * functions of the same names.
 */
const DRAW_CALLS = `
def _draw_calls(seed, distinct, most):
    import random
    rng, calls, seen = random.Random(seed), [], {}
    while distinct > 0 and most > 0:
        call = generate(rng)
        calls.append(call)
        distinct -= f"{call}" not in seen
        most -= 1
        seen[f"{call}"] = True
    return calls
`;

const python: TaskLanguage = {
  extension: "py",
  draw: (generator, { seed, distinct, most }) => ({
    code: `${generator}\n${DRAW_CALLS}`,
    call: `_draw_calls(${seed}, ${distinct}, ${most})`,
  }),
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
