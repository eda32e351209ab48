/** Settings as people give them, by flags or variables: what is wrong with them is said all at once, with its remedy. */
import type { z } from "zod";

export interface SettingsOptions {
  /** A setting's name as people write it. */
  readonly shown?: (name: string) => string;
  /** Those whose value is not repeated, because a log may keep it. */
  readonly secrets?: ReadonlySet<string>;
  /** @param faults one a line: each bad setting, its value and what it must be */
  readonly refuse: (faults: string) => Error;
}

/** @throws what `refuse` makes */
export function parseSettings<Schema extends z.ZodObject>(
  schema: Schema,
  given: Readonly<Record<string, unknown>>,
  { shown = (name) => name, secrets = new Set(), refuse }: SettingsOptions,
): z.infer<Schema> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const shapes: Readonly<Record<string, z.ZodType>> = schema.shape;
  const names = new Set(result.error.issues.map((issue) => String(issue.path[0])));
  const faults = [...names].map((name) => {
    const value = secrets.has(name) ? "not valid" : JSON.stringify(given[name]);
    return `  ${shown(name)} is ${value}; it must be: ${shapes[name]?.meta()?.description ?? "left out"}`;
  });
  throw refuse(faults.join("\n"));
}

type Variables = Readonly<Record<string, string | undefined>>;

/** The variables that are set: an empty one counts as one that is not. */
export function setVariables(environment: Variables): Variables {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
}
