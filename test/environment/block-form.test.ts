/** What is copied into a block besides the code: taken off where it is certain, never where it may be code. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutFences, withoutNumbers, withoutOtherNumbers } from "../../src/environment/block-form.ts";
import { numberLines } from "../../src/words/lines.ts";

const AS_SENT = { hadNumbers: false, hadFence: false };

describe("line numbers", () => {
  test.each([
    ["as a listing has them", [" 9 | if a:", "10 |     b", "11 | "], 9, ["if a:", "    b", ""]],
    ["with the last line's space lost", ["9 |     a", "10 |"], 9, ["    a", ""]],
    ["with the first line's padding lost", ["9 | a", "  10 | b"], 9, ["a", "b"]],
    ["without the space behind them", ["5 |    a", "6 |b"], 5, ["    a", "b"]],
    ["around a blank line that lost its own", ["5 | a", "", "7 | b"], 5, ["a", "", "b"]],
    ["behind a blank line", ["", "5 | a"], 5, ["", "a"]],
    ["twice", ["5 | 5 | a"], 5, ["a"]],
  ])("%s are taken off", (_, block, start, bare) => {
    expect(withoutNumbers(block, start)).toEqual({ block: bare, hadNumbers: true, hadFence: false });
  });

  test.each([
    ["that begin elsewhere", ["5 | a", "6 | b"], 4],
    ["that are not consecutive", ["5 | a", "7 | b"], 5],
    ["that one line lacks", ["5 | a", "b"], 5],
    ["of more digits", ["51 | a"], 5],
    ["before a colon", ["5: a"], 5],
    ["in no line at all", ["", "  "], 5],
    ["in an empty block", [], 1],
  ])("%s stay", (_, block, start) => {
    expect(withoutNumbers(block, start)).toEqual({ block, ...AS_SENT });
  });

  test("before a colon or a tab are another matter", () => {
    expect(withoutOtherNumbers(['1: "a",', "2:     b"], 1)).toEqual(['"a",', "    b"]);
    expect(withoutOtherNumbers(["     1\tif a:", "     2\t    b"], 1)).toEqual(["if a:", "    b"]);
    expect(withoutOtherNumbers(["1: a", "2\tb"], 1)).toBeNull();
    expect(withoutOtherNumbers(["2: a"], 1)).toBeNull();
  });
});

describe("a code fence", () => {
  test.each([
    ["of backticks", ["```python", "a", "```"], ["a"]],
    ["of tildes", ["~~~", "  a", "~~~~"], ["  a"]],
    ["between blank lines", ["", "```py", "a", "", "```", ""], ["a", ""]],
    ["in a longer one", ["````", "```", "a", "```", "````"], ["a"]],
    ["around nothing", ["```", "```"], []],
  ])("%s around the whole block is taken off", (_, block, bare) => {
    expect(withoutFences(block, 1)).toEqual({ block: bare, hadNumbers: false, hadFence: true });
  });

  test("is taken off with the line numbers inside it", () => {
    expect(withoutFences(["```", "5 | a", "6 | b", "```"], 5)).toEqual({
      block: ["a", "b"],
      hadNumbers: true,
      hadFence: true,
    });
  });

  test.each([
    ["around a part", ["a", "```", "b", "```"]],
    ["that does not end", ["```python", "a"]],
    ["that ends too early", ["```", "a", "```", "b", "```"]],
    ["that ends in another", ["```", "a", "~~~"]],
    ["on one line", ["```a```"]],
  ])("%s stays", (_, block) => {
    expect(withoutFences(block, 1)).toEqual({ block, ...AS_SENT });
  });
});

const code = fc.array(
  fc
    .tuple(fc.constantFrom("", " ", "    ", "\t"), fc.constantFrom("", "a", "if b:", "7 | c", "```", "x | 1"))
    .map((parts) => parts.join("")),
  { maxLength: 6 },
);
const start = fc.integer({ min: 1, max: 12 });

describe("as laws", () => {
  test("a listing gives back the code that was listed, whatever it is", () => {
    fc.assert(
      fc.property(code, start, (block, from) => {
        fc.pre(block.some((line) => line.trim() !== ""));
        const listed = withoutNumbers(numberLines(block, from), from);
        expect(listed).toEqual({ ...withoutNumbers(block, from), hadNumbers: true });
      }),
    );
  });

  test("a block without a gutter and without a fence is never altered", () => {
    fc.assert(
      fc.property(code, start, (block, from) => {
        const lines = [...block, "pass"];
        expect(withoutFences(lines, from)).toEqual({ block: lines, ...AS_SENT });
        expect(withoutOtherNumbers(lines, from)).toBeNull();
      }),
    );
  });

  test("what is left has nothing more to take off", () => {
    fc.assert(
      fc.property(code, start, fc.nat(3), (block, from, depth) => {
        let wrapped: readonly string[] = block;
        for (let layer = 0; layer < depth; layer += 1) wrapped = numberLines(["````", ...wrapped, "````"], from);
        const { block: bare } = withoutFences(wrapped, from);
        expect(withoutFences(bare, from)).toEqual({ block: bare, ...AS_SENT });
      }),
    );
  });

  test("a block in more layers than anybody makes by mistake stays, and costs little", () => {
    const block = ["5 | ".repeat(30_000)];
    expect(withoutFences(block, 5)).toEqual({ block, ...AS_SENT });
  });
});
