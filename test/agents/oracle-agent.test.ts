/** The oracle's edit takes the given file to the solution, and touches no line that stays. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { smallestEdit } from "../../src/agents/oracle-agent.ts";

const lines = fc.array(fc.constantFrom("a", "b", "  c"), { minLength: 1, maxLength: 8 });

it("is the block between the first line that differs and the last", () => {
  expect(smallestEdit("a\nb\nc\nd", "a\nx\ny\nd")).toEqual({ start_line: 2, end_line: 3, new_code_block: "x\ny" });
});

it("gives the solution, and neither its first nor its last line is one that stays", () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      fc.pre(before.join("\n") !== after.join("\n"));
      const { start_line, end_line, new_code_block } = smallestEdit(before.join("\n"), after.join("\n"));
      const removed = before.slice(start_line - 1, end_line);
      const inserted = after.slice(start_line - 1, after.length - (before.length - end_line));
      expect(new_code_block).toBe(inserted.join("\n"));
      expect([...before.slice(0, start_line - 1), ...inserted, ...before.slice(end_line)]).toEqual(after);
      if (removed.length > 0 && inserted.length > 0) {
        expect(removed[0]).not.toBe(inserted[0]);
        expect(removed.at(-1)).not.toBe(inserted.at(-1));
      }
    }),
  );
});
