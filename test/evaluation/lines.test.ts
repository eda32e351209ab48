import { describe, expect, it } from "vitest";
import { endLine, startLine, stepLine } from "../../src/evaluation/lines.ts";

describe("the lines that a run prints", () => {
  it("have words without spaces, rewards in two decimals and never a minus before nothing", () => {
    expect(startLine({ task: "a task", model: "me/it v2" })).toBe("[START] task=a_task env=tracefix_rl model=me/it_v2");
    expect(stepLine({ step: 1, action: "RUN TESTS", reward: -0.001, done: false, error: null })).toBe(
      "[STEP] step=1 action=RUN_TESTS reward=0.00 done=false error=null",
    );
    expect(endLine({ success: true, score: 0.98, rewards: [-0.001, 0.98] })).toBe(
      "[END] success=true steps=2 score=0.980 rewards=0.00,0.98",
    );
  });

  it("tell a fault in one line, cut to a length", () => {
    const error = `Cannot\n  do ${"x".repeat(300)}`;
    const line = stepLine({ step: 2, action: "SUBMIT", reward: -0.005, done: true, error });
    expect(line).toMatch(/^\[STEP\] step=2 action=SUBMIT reward=-0\.0[01] done=true error=Cannot do x{190}$/);
  });
});
