/** Draws calls from a Python generator: from each of its strata in turn, so that every one has its share. */

/**
 * Goes with every generator, so that it is compiled once and not for each seed. It uses no built-in but `globals`: the
 * generator may have functions of the same names.
 *
 * A stratum that gives no new call in so many draws is left alone from then on: it has no more, or nearly none.
 */
const DRAW_CALLS = `
def _strata():
    return globals().get("STRATA") or [generate]

def _draw_calls(seed, count, known):
    import random
    rng, calls, seen, waiting = random.Random(seed), [], {call: True for call in known}, [*_strata()]
    while waiting and count > 0:
        for stratum in [*waiting]:
            tries = 20
            while tries > 0:
                call = stratum(rng)
                tries -= 1
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

/** The generator with the functions `_draw_calls(seed, count, known)` and `_sample_strata(seed, count)`. */
export function withStrata(generator: string): string {
  return `${generator}\n${DRAW_CALLS}`;
}
