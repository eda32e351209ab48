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
  readonly draw: (generator: string, options: DrawOptions) => Asking;
  /** A call on a program that gives a true value if `name` is a function or class of it. */
  readonly hasEntryPoint: (name: string) => string;
  /** A program and a call on it that gives the lines of `text` that begin inside a string: their numbers, as one text. */
  readonly linesInsideStrings: (text: string) => Asking;
}

/** A program and a call on it. */
export interface Asking {
  readonly code: string;
  readonly call: string;
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

/** All of an f-string counts as inside it: its replacement fields may show the very text that they were written in. */
const STRING_LINES = `
import io, tokenize

_BEGINS = tokenize.FSTRING_START, tokenize.TSTRING_START
_ENDS = tokenize.FSTRING_END, tokenize.TSTRING_END

def lines_inside_strings(text):
    inside, depth, outermost = set(), 0, 0
    for kind, _, (first, _), (last, _), _ in tokenize.generate_tokens(io.StringIO(text).readline):
        if kind in _BEGINS:
            outermost = outermost if depth else first
            depth += 1
        elif kind in _ENDS:
            depth -= 1
            first = outermost
        if kind == tokenize.STRING or kind in _ENDS:
            inside.update(range(first + 1, last + 1))
    return " ".join(map(str, sorted(inside)))
`;

const python: TaskLanguage = {
  extension: "py",
  draw: (generator, { seed, distinct, most }) => ({
    code: `${generator}\n${DRAW_CALLS}`,
    call: `_draw_calls(${seed}, ${distinct}, ${most})`,
  }),
  hasEntryPoint: (name) => `callable(globals().get("${name}"))`,
  // Whatever JSON writes for a text, Python reads as the same text.
  linesInsideStrings: (text) => ({ code: STRING_LINES, call: `lines_inside_strings(${JSON.stringify(text)})` }),
};

/** By the name of the folder under `programs/`. */
export const TASK_LANGUAGES: ReadonlyMap<string, TaskLanguage> = new Map([["python", python]]);

/** The language of that name. @throws Error that names the known ones. */
export function taskLanguage(name: string): TaskLanguage {
  const language = TASK_LANGUAGES.get(name);
  if (language !== undefined) return language;
  throw new Error(`Cannot use the language ${name}: the known ones are ${[...TASK_LANGUAGES.keys()].join(", ")}`);
}
