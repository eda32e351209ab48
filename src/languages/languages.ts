/** The guest languages there are. */
import type { LanguagePack } from "./language-pack.ts";
import { pythonPack } from "./python/python.ts";

/** By name. */
export type Languages = ReadonlyMap<string, LanguagePack>;

export const LANGUAGE_PACKS: Languages = new Map([pythonPack].map((pack) => [pack.name, pack]));
