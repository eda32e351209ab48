import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { RunFolder } from "../../../src/evaluation/run/run-folder.ts";
import { makeRecord, writeRun } from "../support/records.ts";

it("half a line that a crash left is cut off when the run goes on, and nothing else", async () => {
  const folder = writeRun([makeRecord(), makeRecord({ seed: 8 })]);
  const file = join(folder, "episodes.jsonl");
  const whole = readFileSync(file, "utf8");
  // Longer than what is read at once, so that its beginning is looked for.
  appendFileSync(file, `{"version":1,"key":"${"x".repeat(100_000)}`);

  const record = makeRecord({ seed: 9 });
  {
    await using run = await RunFolder.open(folder);
    await run.append(record);
  }
  const rest = readFileSync(file, "utf8").slice(whole.length);
  expect(rest.slice(0, 50)).toBe(JSON.stringify(record).slice(0, 50));
  expect(rest === `${JSON.stringify(record)}\n`).toBe(true);
});

it("a first line that was cut off leaves an empty file", async () => {
  const folder = writeRun([JSON.stringify(makeRecord()).slice(0, 100)]);
  await using _ = await RunFolder.open(folder);
  expect(readFileSync(join(folder, "episodes.jsonl"), "utf8")).toBe("");
});
