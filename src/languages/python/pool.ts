/** Writes a Python generator that draws from calls which are given. */
import type { PoolStratum } from "../language-pack.ts";
import { pythonLiteral } from "./quote.ts";

/** Each call comes once before any comes again, in an order that is drawn. */
const FROM_POOL = `
def _from(name, calls):
    left = []

    def stratum(rng):
        if not left:
            left.extend(calls)
            rng.shuffle(left)
        return left.pop()

    stratum.__name__ = name
    return stratum

STRATA = [_from(name, calls) for name, calls in POOL]
`;

/** A generator with a stratum for each of these. */
export function poolGenerator(strata: readonly PoolStratum[]): string {
  const rows = strata.map(({ name, calls }) => `(${pythonLiteral(name)}, ${pythonLiteral(calls)})`);
  return `POOL = [${rows.join(", ")}]\n${FROM_POOL}`;
}
