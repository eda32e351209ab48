/** Draws calls from a Python generator: from each of its strata in turn, so that every one has its share. */
import type { SourceFiles } from "../../sandbox/source.ts";

/**
 * Goes with every generator, so that it is compiled once and not for each seed. It names no built-in but `globals`: the
 * generator may have functions of the same names.
 *
 * A stratum that gives no new call in so many draws is left alone from then on: it has no more, or nearly none. A draw
 * that raises gives none: one in thousands may come upon what its author has not thought of, and the episode whose seed
 * that is must be graded all the same.
 */
const DRAW_CALLS = `
def _strata():
    return globals().get("STRATA") or [generate]

def _draw_calls(seed, count, known):
    import builtins, random
    rng, calls, seen, waiting = random.Random(seed), [], {call: True for call in known}, [*_strata()]
    failure = None
    while waiting and count > 0:
        for stratum in [*waiting]:
            tries = 20
            while tries > 0:
                tries -= 1
                try:
                    call = stratum(rng)
                except builtins.Exception as error:
                    failure = error
                    continue
                if f"{call}" not in seen:
                    break
            else:
                waiting.remove(stratum)
                continue
            seen[f"{call}"] = True
            calls.append(call)
            count -= 1
            if count <= 0:
                break
    if failure is not None and not calls:
        raise failure
    return calls

def _sample_strata(seed, count):
    import random
    rng, sample = random.Random(seed), []
    for stratum in _strata():
        sample.append(f"{stratum.__name__}")
        for _ in [None] * count:
            sample.append(stratum(rng))
    return sample
`;

/**
 * The generator with the functions `_draw_calls(seed, count, known)` and `_sample_strata(seed, count)`; beside the solution
 * where it imports that, by the name of one of its files.
 */
export function withStrata(generator: string, solution: SourceFiles): SourceFiles | string {
  const text = `${generator}\n${DRAW_CALLS}`;
  if (![...solution.files.keys()].some((path) => importsFile(generator, path))) return text;
  return { entry: GENERATOR, files: new Map([...solution.files, [GENERATOR, text]]) };
}

const GENERATOR = "generate.py";

/** Text that only looks as if it did costs time alone. */
function importsFile(generator: string, path: string): boolean {
  const name = path.replace(/(?:\/__init__)?\.py$/, "").replaceAll("/", ".");
  return new RegExp(`^\\s*(?:import|from)\\b.*\\b${name.replaceAll(".", "\\.")}\\b`, "m").test(generator);
}
