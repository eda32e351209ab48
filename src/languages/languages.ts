/** The guest languages there are. */
import type { LanguagePack } from "./language-pack.ts";
import { python } from "./python/python.ts";

/** By name. */
export type Languages = ReadonlyMap<string, LanguagePack>;

export const LANGUAGE_PACKS: Languages = new Map([python].map((pack) => [pack.name, pack]));
