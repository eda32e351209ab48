import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignEpisodes, firstDivergence, standingAt } from "../../web/src/logic/align-episodes.ts";
import type { Trace } from "../../web/src/logic/trace.ts";
import { traceOfActions } from "./support/traces.ts";

const VIEW = { action_type: "VIEW_CODE" };
const RUN = { action_type: "RUN_TESTS" };
const edit = (text: string) => ({ action_type: "REPLACE_LINES", start_line: 1, end_line: 1, new_code_block: text });

describe("two episodes that are aligned", () => {
  it("part where one does something else, and meet again", () => {
    const one = traceOfActions([VIEW, RUN, edit("a"), RUN]);
    const other = traceOfActions([VIEW, edit("b"), edit("a"), RUN, VIEW]);
    const rows = alignEpisodes(one, other);
    expect(rows).toEqual([
      { one: 1, other: 1, isSame: true },
      { one: 2, other: 2, isSame: false },
      { one: 3, other: 3, isSame: true },
      { one: 4, other: 4, isSame: true },
      { one: null, other: 5, isSame: false },
    ]);
    expect(firstDivergence(rows)).toBe(1);
  });

  it("are told by what they asked for, not by what was thought or in which order it was written", () => {
    const one = traceOfActions([{ ...VIEW, thought: "Let me look" }]);
    const other = traceOfActions([{ thought: "Hm", request_id: "1", ...VIEW, start_line: null }]);
    expect(firstDivergence(alignEpisodes(one, other))).toBeNull();
  });

  it("stand where they stood while only the other one takes steps", () => {
    const rows = alignEpisodes(traceOfActions([RUN, edit("a")]), traceOfActions([RUN, VIEW, edit("a"), RUN]));
    const standing = rows.map((_, at) => standingAt(rows, at));
    expect(standing).toEqual([
      { one: 1, other: 1 },
      { one: 1, other: 2 },
      { one: 2, other: 3 },
      { one: 2, other: 4 },
    ]);
    expect(standingAt(alignEpisodes(traceOfActions([]), traceOfActions([VIEW])), 0)).toEqual({ one: 0, other: 1 });
  });

  it("have every step once, in order, and only equal actions called the same", () => {
    const traces = fc.array(fc.constantFrom(VIEW, RUN, edit("a"), edit("b")), { maxLength: 30 }).map(traceOfActions);
    fc.assert(
      fc.property(traces, traces, (one: Trace, other: Trace) => {
        const rows = alignEpisodes(one, other);
        const count = (trace: Trace) => trace.steps.map((_, at) => at + 1);
        expect(rows.flatMap((row) => row.one ?? [])).toEqual(count(one));
        expect(rows.flatMap((row) => row.other ?? [])).toEqual(count(other));
        for (const row of rows) {
          if (!row.isSame) continue;
          expect(one.steps[(row.one ?? 0) - 1]?.action).toEqual(other.steps[(row.other ?? 0) - 1]?.action);
        }
        expect(firstDivergence(alignEpisodes(one, one))).toBeNull();
      }),
    );
  });
});
