/** Runs the batches of a comparison one after the other, and can yield between any two calls of them. */
import type { BatchResult, Comparison } from "../sandbox.ts";
import type { AheadCompiler } from "./ahead-compiler.ts";
import type { Interpreter } from "./interpreter.ts";
import type { Restorer } from "./restorer.ts";
import { type BatchProgress, runBatchUntil } from "./run-batch.ts";

/** Plain data, so that another worker can go on with it. */
export interface ComparisonProgress {
  /** Of the modules that are done, in order. */
  readonly results: readonly BatchResult[];
  /** Of the one after them. */
  readonly batch: BatchProgress;
}

export interface Lane {
  /** As the image has it, or the batch before has left it restored. */
  readonly interpreter: Interpreter;
  readonly restorer: Restorer;
  readonly ahead: AheadCompiler;
}

export type ComparisonEnd =
  | { readonly results: readonly BatchResult[] }
  | { readonly results: null; readonly progress: ComparisonProgress };

/**
 * The interpreter is left as the last batch left it.
 * @throws BatchCancelled
 */
export function runComparison(
  { interpreter, ...lane }: Lane,
  { codes, ...rest }: Comparison,
  { progress, mustYield }: { readonly progress?: ComparisonProgress | undefined; readonly mustYield: () => boolean },
): ComparisonEnd {
  const results = [...(progress?.results ?? [])];
  let batch = progress?.batch;
  for (const code of codes.slice(results.length)) {
    if (results.length > (progress?.results.length ?? 0)) {
      if (mustYield()) return { results: null, progress: { results, batch: [] } };
      lane.restorer.toImage();
    }
    const end = runBatchUntil(interpreter, { code, ...rest }, { ...lane, progress: batch, mustYield });
    if (end.result === null) return { results: null, progress: { results, batch: end.progress } };
    results.push(end.result);
    batch = undefined;
  }
  return { results };
}
