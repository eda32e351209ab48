/** What is known of a value in a loop's body: how it differs from turn to turn. */

/** From the least to the most that an address which moves so may cost. */
export const KNOWN_MOVES = ["constant", "steady", "wandering", "pointed", "chasing", "striding"] as const;
export type AddressMove = (typeof KNOWN_MOVES)[number];

export interface Known {
  readonly move: AddressMove;
  /** The locals that it is made of, as they were when the turn began. */
  readonly reads: readonly number[];
  /** It is this local as it was when the turn began, but for a constant. */
  readonly local?: number;
  /** It is a sum of locals. */
  readonly isSum?: boolean;
  /** What the addresses at a constant distance from each other have in common. */
  readonly origin?: object;
}

export const KNOWN_CONSTANT: Known = { move: "constant", reads: [] };
export const KNOWN_AS_STEADY: Known = { move: "steady", reads: [] };

/** More than so many locals in one value are not followed. */
const MOST_READS = 6;

export function mixedValues(values: readonly Known[]): Known {
  const reads = [...new Set(values.flatMap((value) => value.reads))].slice(0, MOST_READS);
  const rank = Math.max(...values.map(({ move }) => KNOWN_MOVES.indexOf(move)));
  return { move: KNOWN_MOVES[rank] ?? "steady", reads };
}

export function summedValues(left: Known, right: Known): Known {
  if (right.move === "constant") return moved(left);
  if (left.move === "constant") return moved(right);
  return { ...mixedValues([left, right]), isSum: isSum(left) && isSum(right) };
}

function isSum({ local, isSum }: Known): boolean {
  return local !== undefined || isSum === true;
}

/** The same but for a constant. */
function moved(known: Known): Known {
  return { ...known, origin: known.origin ?? known };
}
