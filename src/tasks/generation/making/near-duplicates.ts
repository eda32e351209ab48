/** Whether tasks ask for the same repair: two are near duplicates if one and the same edit of lines mends both. */
import { commonLines } from "../../../ground/common-ends.ts";
import type { Split } from "../../../protocol/protocol.ts";
import type { Source } from "../../../sandbox/source.ts";

export interface Repairable {
  readonly split: Split;
  readonly given: Source;
  readonly solution: Source;
}

export interface NearDuplicates {
  /** Edits, each of which mends at least one task. */
  readonly repairs: number;
  /** Tasks that share their repair with another. */
  readonly shared: number;
  /** Repairs that mend tasks of two splits. */
  readonly across: number;
}

/**
 * The edit of a task is in each file the one block of lines, as small as can be, in which the given text differs from the solution, with
 * the line before it and the line behind, as a patch has them: a bare `return found` at line 17 may mend two programs that
 * have nothing else in common.
 */
export function countNearDuplicates(tasks: Iterable<Repairable>): NearDuplicates {
  const repairs = new Map<string, { tasks: number; readonly splits: Set<Split> }>();
  for (const { split, given, solution } of tasks) {
    const key = repairOf(given, solution);
    const known = repairs.get(key) ?? { tasks: 0, splits: new Set() };
    known.tasks += 1;
    known.splits.add(split);
    repairs.set(key, known);
  }
  const all = [...repairs.values()];
  return {
    repairs: all.length,
    shared: all.filter((repair) => repair.tasks > 1).reduce((sum, repair) => sum + repair.tasks, 0),
    across: all.filter(({ splits }) => splits.size > 1).length,
  };
}

/** Names the edit; which file it is of does not matter where there is one such block alone. */
function repairOf(given: Source, solution: Source): string {
  const changed = [...solution.files].filter(([path, text]) => given.files.get(path) !== text);
  return JSON.stringify(
    changed.map(([path, text]) => {
      const [old, wanted] = [(given.files.get(path) ?? "").split("\n"), text.split("\n")];
      const { head, tail } = commonLines(old, wanted);
      // How many lines go, and what comes; not where, or no edit could mend two programs.
      return [old.length - tail - head, wanted.slice(Math.max(0, head - 1), wanted.length - tail + 1)];
    }),
  );
}
