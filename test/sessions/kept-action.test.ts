import { expect, it } from "vitest";
import { codeActionSchema } from "../../src/protocol/protocol.ts";
import { cutText, keptAction } from "../../src/sessions/kept-action.ts";

it("what is kept of an action is every field that an action may have, and no other", () => {
  const action = {
    action_type: "REPLACE_LINES",
    thought: "why",
    path: "cells.py",
    start_line: 4,
    end_line: null,
    new_code_block: "    x = 1",
    old_code_block: "    x = 2",
  };
  expect(Object.keys(action).sort()).toEqual(Object.keys(codeActionSchema.shape).sort());
  expect(keptAction({ ...action, note: "for nobody" }, 1000)).toEqual(action);
});

it("a long text is kept up to a length, and never to half a character", () => {
  const block = "x".repeat(19) + "🙂".repeat(100);
  expect(keptAction({ action_type: "REPLACE_LINES", new_code_block: block }, 20)).toEqual({
    action_type: "REPLACE_LINES",
    new_code_block: "x".repeat(19),
  });
  expect(cutText("short", 10)).toBe("short");
});
