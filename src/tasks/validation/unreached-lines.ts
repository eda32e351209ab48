/** Names the lines of a solution that no test reaches: a bug there would go unseen. */
import { countOf } from "../../protocol/protocol.ts";
import { readTexts } from "../read-texts.ts";
import { type RunTestsOptions, toCall } from "../run-tests.ts";
import { TOGETHER_LIMITS } from "../run-together.ts";
import type { Program } from "../task.ts";

/** A warning, or nothing; `calls` are those of visible and of generated tests. */
export async function unreachedLines(
  program: Program,
  calls: readonly string[],
  { sandbox, ...options }: RunTestsOptions,
): Promise<string[]> {
  const { authoring, extension } = program.language;
  // Files that are imported would have to be watched each by itself.
  if (authoring === null || !program.solution.isOneFile) return [];
  const { code, call } = authoring.findUnreached(program.solution.text, calls);
  const { outcomes } = await sandbox.run({ code, calls: [toCall(call)], limits: TOGETHER_LIMITS }, options);
  const lines = (readTexts(outcomes[0]) ?? []).map(Number);
  if (lines.length === 0) return [];
  return [`solution.${extension}: no test reaches ${countOf(lines.length, "line")}: ${toRanges(lines).join(", ")}`];
}

/** `3, 5-7`, of numbers that rise. */
function toRanges(lines: readonly number[]): string[] {
  const ranges: { from: number; to: number }[] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last !== undefined && line === last.to + 1) last.to = line;
    else ranges.push({ from: line, to: line });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
}
