/**
 * What fuel costs: the one list of prices. A unit is meant to be about as much time whatever it is spent on, so what may
 * wait for memory, or happens outside the guest's own code, costs more than its few instructions say. Prices depend only
 * on what the guest executes: not on marks, on what is cached, or on what ran before.
 */

/** Each function entry, and each turn of a loop. */
export const FUEL_STEP = 1;

/** So many instructions in a row without a branch or a call cost one step more: unrolled code, such as a hash's. */
export const STRAIGHT_RUN = 64;

/**
 * A bulk memory operation costs this, and one unit for every 32 bytes: for moving them, and for moving them once more when
 * the pages that they dirtied are restored.
 */
export const BULK_OPERATION = 2;
export const BULK_SHIFT = 5;

/** What a turn of a tight loop costs on top, for each address that its body reads or writes, by how it moves. */
export const ACCESS_PRICES = {
  /** On by a step that is not a constant: a new cache line each time, and often a new page, for the guest and for the marks. */
  striding: 6,
  /** To where the turn before has read that it should go: a chain of pointers, each waiting for the one before it. */
  chasing: 1,
  /** Anywhere, by arithmetic: a probe of a hash table. Most end at the first turn, and then it costs nothing. */
  wandering: 0,
  /** To where this turn has read that it should go; the next turn need not wait for it. */
  pointed: 0,
  /** Where this turn has read a pointer that it hands to a function chosen as it runs: a collector's visit. */
  handed: 1,
} as const;

/** The most that the accesses of one turn cost: not all branches of a body are taken. */
export const MOST_FOR_ACCESSES = 32;

/** A body of more instructions, or with a larger branch table, is no tight loop: its own calls and loops are charged. */
export const TIGHT_LOOP = 256;
export const TIGHT_BRANCH_TABLE = 16;

/** A call of a function of the host. What the host then does may cost more. */
export const HOST_CALL = 3;

// Work in the host that takes longer than the guest's own few instructions around it costs fuel in proportion.
export const CALENDAR_CALL = 200;
export const ENTROPY_CALL = 50;
/** So many bytes that the host reads or writes for the guest cost one unit. */
export const HOST_BYTES = 64;

/** A page that is copied back costs what copying it within the guest would. */
export const RESTORED_PAGE = 16;
/** Where pages are not enough: a new instance, and the whole image copied into it. */
export const NEW_INSTANCE = 1_000_000;
