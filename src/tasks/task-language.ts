/** What task folders and their checks must know of the language the programs are written in. */
import { answerPackedRequest, answerRequest } from "./python/answer.ts";
import { pythonLiteral } from "./python/literal.ts";
import { type SearchOptions, searchRequest } from "./python/search.ts";
import { withStrata } from "./python/strata.ts";

export interface DrawOptions {
  readonly seed: bigint;
  /** How many distinct calls are wanted. */
  readonly count: number;
  /** Calls that are not to be drawn. */
  readonly known: readonly string[];
}

export interface TaskLanguage {
  /** Of the solution's, the generator's and the bugs' files, without a dot. */
  readonly extension: string;
  /** Gives a list of distinct calls as text, from each of the generator's strata in turn; fewer where there are no more. */
  readonly draw: (generator: string, options: DrawOptions) => Asking;
  /** Gives for each stratum its name and then so many calls of it, which may repeat, all in one list. */
  readonly sampleStrata: (generator: string, options: Pick<DrawOptions, "seed" | "count">) => Asking;
  /**
   * Gives what each program makes of each call, one program after the other, all in one list: `=` and a literal, `!` with
   * module and type of an exception, or `?` where only a call of its own can tell.
   */
  readonly answerTogether: (codes: readonly string[], calls: readonly string[]) => Asking;
  /** Gives calls that the generator could give, the solution's answers to them, and the calls packed, all in one list. */
  readonly search: (options: SearchOptions) => Asking;
  /** The same as `answerTogether` for one program and packed calls. */
  readonly answerPacked: (code: string, packed: string) => Asking;
  /** A call on a program that gives a true value if `name` is a function or class of it. */
  readonly hasEntryPoint: (name: string) => string;
  /** A program and a call on it that gives the lines of `text` that begin inside a string: their numbers, as one text. */
  readonly linesInsideStrings: (text: string) => Asking;
  /** A program and a call on it that gives a name for the syntax tree of `text`, as a text: equal trees, equal names. */
  readonly nameTree: (text: string) => Asking;
}

/** A program and a call on it. */
export interface Asking {
  readonly code: string;
  readonly call: string;
}

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

const TREE_NAME = `
import ast, hashlib

def name_tree(text):
    return hashlib.sha256(ast.dump(ast.parse(text)).encode("utf-8", "surrogatepass")).hexdigest()
`;

const python: TaskLanguage = {
  extension: "py",
  draw: (generator, { seed, count, known }) => ({
    code: withStrata(generator),
    call: `_draw_calls(${seed}, ${count}, ${pythonLiteral(known)})`,
  }),
  sampleStrata: (generator, { seed, count }) => ({
    code: withStrata(generator),
    call: `_sample_strata(${seed}, ${count})`,
  }),
  answerTogether: answerRequest,
  search: searchRequest,
  answerPacked: answerPackedRequest,
  hasEntryPoint: (name) => `callable(globals().get("${name}"))`,
  // Whatever JSON writes for a text, Python reads as the same text.
  linesInsideStrings: (text) => ({ code: STRING_LINES, call: `lines_inside_strings(${JSON.stringify(text)})` }),
  nameTree: (text) => ({ code: TREE_NAME, call: `name_tree(${JSON.stringify(text)})` }),
};

/** By the name of the folder under `programs/`. */
export const TASK_LANGUAGES: ReadonlyMap<string, TaskLanguage> = new Map([["python", python]]);

/** The language of that name. @throws Error that names the known ones. */
export function taskLanguage(name: string): TaskLanguage {
  const language = TASK_LANGUAGES.get(name);
  if (language !== undefined) return language;
  throw new Error(`Cannot use the language ${name}: the known ones are ${[...TASK_LANGUAGES.keys()].join(", ")}`);
}
