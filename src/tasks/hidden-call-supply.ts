/** What a program's hidden calls come from: its generator, or a pool of calls that becomes one. */
import { groupBy } from "../ground/group-by.ts";
import type { LanguagePack } from "../languages/language-pack.ts";
import { CALL_POOL_FILES, type PooledCall, readCallPool } from "./call-pool.ts";
import type { FolderFiles } from "./folder-files.ts";

export interface CallSupply {
  /** The generator's text; empty where there are problems. */
  readonly generator: string;
  /** Those of a pool. */
  readonly calls: readonly PooledCall[];
  /** The file that it is, within the folder. */
  readonly file: string;
  readonly problems: readonly SupplyProblem[];
}

export interface SupplyProblem {
  readonly file: string;
  readonly line: number | null;
  readonly message: string;
}

/** Reads the generator or the pool among a program's files. */
export function readCallSupply(files: FolderFiles, { extension, drawing }: LanguagePack): CallSupply {
  const generate = `generate.${extension}`;
  const [pool, second] = CALL_POOL_FILES.filter((file) => files.has(file));
  if (pool === undefined) return { generator: files.get(generate) ?? "", calls: [], file: generate, problems: [] };
  const none = { generator: "", calls: [], file: pool };
  const refused = (file: string, message: string) => ({ ...none, problems: [{ file, line: null, message }] });
  const other = files.has(generate) ? generate : second;
  if (other !== undefined) return refused(pool, `remove this file or ${other}: hidden calls come from one of them`);
  if (drawing.poolGenerator === null)
    return refused(pool, `write ${generate} in its place: this language draws from no pool`);
  const { calls, faults } = readCallPool(pool, files.get(pool) ?? "");
  if (faults.length > 0) return { ...none, problems: faults.map((fault) => ({ file: pool, ...fault })) };
  const strata = [...groupBy(calls, ({ stratum }) => stratum)].map(([name, ofStratum]) => ({
    name,
    calls: ofStratum.map(({ call }) => call),
  }));
  return { generator: drawing.poolGenerator(strata), calls, file: pool, problems: [] };
}
