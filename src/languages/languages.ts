/** The guest languages there are. */
import type { LanguagePack } from "./language-pack.ts";
import { python } from "./python/python.ts";

/** By name. */
export type Languages = ReadonlyMap<string, LanguagePack>;

export const LANGUAGES: Languages = new Map([python].map((pack) => [pack.name, pack]));

/** @throws Error where there is no language of a name */
export function packsOf(names: readonly string[], languages: Languages = LANGUAGES): readonly LanguagePack[] {
  return names.map((name) => {
    const pack = languages.get(name);
    if (pack !== undefined) return pack;
    throw new Error(`Cannot use the language ${name}: the known ones are ${[...languages.keys()].join(", ")}`);
  });
}
