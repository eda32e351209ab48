/** One thing that the red team tries on a server, and what may come of it. */

/** Where a server is. */
export interface Target {
  /** `http://host:port/base`, without a slash at its end. */
  readonly http: string;
  /** The same for sockets. */
  readonly ws: string;
}

/** What became of a check: a harm that is named, nothing, or a reason why it says nothing about this server. */
export type Finding =
  | { readonly kind: "harmless" }
  | { readonly kind: "harm"; readonly what: string }
  | { readonly kind: "left out"; readonly why: string };

export const HARMLESS: Finding = { kind: "harmless" };
export const harm = (what: string): Finding => ({ kind: "harm", what });
export const leftOut = (why: string): Finding => ({ kind: "left out", why });

export interface Check {
  /** A sentence that says what is tried. */
  readonly name: string;
  try(target: Target): Promise<Finding>;
}

export interface CheckGroup {
  readonly title: string;
  readonly checks: readonly Check[];
}

/** The first harm that there is, or none. */
export function firstHarm(harms: readonly (string | null)[]): Finding {
  const what = harms.find((each) => each !== null);
  return what === undefined || what === null ? HARMLESS : harm(what);
}
