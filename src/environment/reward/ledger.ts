/** What of an episode's past its later rewards depend on. */

/** What the agent has done so far. */
export interface Deeds {
  readonly steps: number;
  /** Whether any edit has been applied, even one that was taken back since. */
  readonly edited: boolean;
  /** Whether VIEW_CODE came before any edit. */
  readonly oriented: boolean;
  /** Whether RUN_TESTS came before any edit. */
  readonly diagnosed: boolean;
  /** Whether a diagnosis was followed by another program than the given one, and by a run of its tests. */
  readonly revised: boolean;
  /** Steps that brought nothing new, or that did wrong. In `dense`, where they are priced at once, edits are not compared. */
  readonly wasted: number;
}

/** The deeds and what was paid for them, in millionths. */
export interface Ledger {
  readonly deeds: Deeds;
  /** Penalties charged so far. */
  readonly penalties: number;
  /** Progress paid and not taken back. */
  readonly progress: number;
  /** Sum of all rewards so far: the return. */
  readonly total: number;
}

export const EMPTY_LEDGER: Ledger = {
  deeds: { steps: 0, edited: false, oriented: false, diagnosed: false, revised: false, wasted: 0 },
  penalties: 0,
  progress: 0,
  total: 0,
};
