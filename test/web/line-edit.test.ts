import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spliceLines, toLines, toText } from "../../src/environment/document.ts";
import { describeEdit, editBetween, fileLines } from "../../web/src/logic/line-edit.ts";

const lines = fc.array(fc.constantFrom("", "a", "b", "    c"), { maxLength: 8 });

describe("the edit that takes a file to what was typed", () => {
  it("is null where nothing differs", () => {
    expect(editBetween(["a", "b"], ["a", "b"])).toBeNull();
  });

  it("names only the lines between the first and the last that differ", () => {
    expect(editBetween(["a", "b", "c"], ["a", "x", "c"])).toEqual({ start_line: 2, end_line: 2, new_code_block: "x" });
    expect(editBetween(["a", "c"], ["a", "b", "c"])).toEqual({ start_line: 2, end_line: 1, new_code_block: "b" });
    expect(editBetween(["a", "b", "c"], ["a", "c"])).toEqual({ start_line: 2, end_line: 2, new_code_block: "" });
  });

  it("gives, when the environment applies it, exactly what was typed", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const edit = editBetween(before, after);
        if (edit === null) {
          expect(after).toEqual(before);
          return;
        }
        const { start_line: start, end_line: end, new_code_block: block } = edit;
        const applied = spliceLines(before, { start, end, block }, toLines(block));
        expect(toText(applied)).toBe(toText(after));
      }),
    );
  });

  it("is told in words", () => {
    expect(describeEdit({ start_line: 3, end_line: 2, new_code_block: "x" })).toBe("insert before line 3");
    expect(describeEdit({ start_line: 3, end_line: 4, new_code_block: "" })).toBe("delete lines 3 to 4");
    expect(describeEdit({ start_line: 3, end_line: 3, new_code_block: "x" })).toBe("replace line 3");
  });

  it("reads an observation's lines in order, past the ninth", () => {
    const code = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [String(at + 1), `line ${at + 1}`]));
    expect(fileLines(code)[10]).toBe("line 11");
    expect(fileLines(code)).toHaveLength(12);
  });
});
