/** Baselines on a sample of a set: the page says of what, and a measurement that is stopped goes on. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { playSetBaselines } from "../../../src/cli/set-baselines.ts";
import { KeptEpisodes } from "../../../src/evaluation/baselines/kept-episodes.ts";
import { BASELINE_AGENTS } from "../../../src/evaluation/baselines/measure.ts";
import { setBaselinesDocument } from "../../../src/evaluation/baselines/set-document.ts";
import { digestOf } from "../../../src/evaluation/run/digest.ts";
import { makeRecord } from "../support/records.ts";

/** Twenty seconds on two free cores; a machine that is busy with other things must not make it fail. */
const TIME_LIMIT_MS = 300_000;

function keptFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "tracefix-baselines-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "kept.jsonl");
}

it("finds again whatever was kept, and takes half a line for none", async () => {
  const path = keptFile();
  const [one, other] = ["one", "other"].map((task_name) =>
    digestOf({ record: makeRecord({ task_name, task_set: "generated", operator_class: "silly" }), line: 0, size: 0 }),
  );
  if (one === undefined || other === undefined) throw new Error("There is no episode");
  await (await KeptEpisodes.open(path)).add(one);
  appendFileSync(path, JSON.stringify(other).slice(0, 99));
  const again = await KeptEpisodes.open(path);
  expect(again.find("tester", one.key)).toEqual(one);
  expect(again.find("another agent", one.key)).toBeUndefined();
  expect(again.find("tester", other.key)).toBeUndefined();
  await again.add(other);
  expect((await KeptEpisodes.open(path)).find("tester", other.key)).toEqual(other);
});

it(
  "plays a sample of a set once, goes on where it was stopped, and tells shares with their intervals",
  async () => {
    const kept = keptFile();
    const over = new AbortController();
    onTestFinished(() => over.abort());
    const options = { set: "generated", sample: { size: 2, seed: 0 }, kept, signal: over.signal };
    const whole = await playSetBaselines(options);
    const lines = readFileSync(kept, "utf8").split("\n");
    expect(lines.filter(Boolean)).toHaveLength(2 * BASELINE_AGENTS.length);
    expect(whole.baselines.oracle.map(({ solved, task_set }) => [solved, task_set])).toEqual(
      Array(2).fill([true, "generated"]),
    );
    expect(whole.baselines.submit.some(({ solved }) => solved)).toBe(false);

    writeFileSync(kept, lines.slice(3).join("\n"));
    let played = 0;
    const again = await playSetBaselines({ ...options, onEpisode: () => (played += 1) });
    expect(again).toEqual(whole);
    expect(played).toBe(lines.filter(Boolean).length);
    expect(readFileSync(kept, "utf8").split("\n").filter(Boolean)).toHaveLength(lines.filter(Boolean).length);

    const page = setBaselinesDocument(whole.baselines, whole.set);
    expect(page).toContain("`npm run baselines -- --set generated --sample 2`");
    expect(page).toContain(`on 2 of the ${whole.set.tasks} tasks`);
    expect(page).toContain("| `oracle` | 2 of 2 | 100.0 % (34.2 % to 100.0 %) |");
    for (const title of ["By difficulty", "By operator class", "By split"]) expect(page).toContain(`## ${title}`);
  },
  TIME_LIMIT_MS,
);

it("measures no set that there is not", async () => {
  const options = { set: "no_such", sample: { size: 2, seed: 0 }, signal: new AbortController().signal };
  await expect(playSetBaselines(options)).rejects.toThrow("Cannot measure the set no_such: there are classic");
});
