import { expect, it } from "vitest";
import { digestOf } from "../../../src/evaluation/run/digest.ts";
import { makeRecord } from "../support/records.ts";

it("keeps of a record what is named, so that no text, and no field that is new, stays in memory", () => {
  const record = { ...makeRecord(), leak: "new" };
  const digest = digestOf({ record, line: 3, size: 99 });
  expect(digest).toMatchObject({
    line: 3,
    size: 99,
    key: record.key,
    solved: record.solved,
    actions: ["RUN_TESTS", "SUBMIT"],
  });
  const texts = ["initial_observation", "steps", "messages", "reset", "version", "leak"];
  expect(Object.keys(digest).filter((name) => texts.includes(name))).toEqual([]);
});
