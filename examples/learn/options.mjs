/** What the options of both commands have in common. */

export const PROFILES = ["dense", "potential", "sparse"];

/** @throws Error when the option is no whole number from `least` */
export function readNumber(values, name, least) {
  const value = Number(values[name]);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new Error(`--${name} must be a whole number from ${least}, and ${values[name]} is none.`);
}

/** @throws Error when one of the names is not known */
export function readNames(text, known) {
  const chosen = text.split(",");
  const unknown = chosen.filter((name) => !known.includes(name));
  if (unknown.length === 0) return chosen;
  throw new Error(`There is no ${unknown.join(", ")}: choose among ${known.join(", ")}.`);
}
