/** Marks left in the interpreter: they are there while their run lasts, and nobody ever finds them afterwards. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Player } from "../support/player.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";
import { REVERSE } from "./attack.ts";
import { leaving, looking, MARKS, type Mark } from "./suite/stale-state.ts";

let server: ServerProcess;
beforeAll(async () => {
  // One worker: the next one gets the very interpreter that was marked.
  server = await startServer({ WORKERS: "1" });
});
afterAll(() => server.stop());

/** Everything that the runs of these files printed, in order. */
async function printed(player: Player, ...files: readonly string[]): Promise<readonly string[]> {
  const reports: string[] = [];
  let { observation } = await player.reset({ task_name: REVERSE, seed: 1 });
  for (const code of files) {
    const end_line = Object.keys(observation.code_dict).length;
    await player.step({ action_type: "REPLACE_LINES", start_line: 1, end_line, new_code_block: code });
    ({ observation } = await player.step({ action_type: "RUN_TESTS" }));
    reports.push(observation.last_execution_output);
  }
  return reports;
}

async function isGoneAfterItsRun(mark: Mark): Promise<void> {
  await using marker = await Player.connect(server.port);
  await using other = await Player.connect(server.port);
  const [left, looked] = await printed(marker, leaving(mark), looking(mark));
  const [lookedElsewhere] = await printed(other, looking(mark));
  expect(left).toContain("mark: True");
  for (const report of [looked, lookedElsewhere]) {
    expect(report).toContain("mark: False");
    expect(report).not.toContain("mark: True");
  }
}

/** Puts the code in the place of the whole file. */
async function write(player: Player, code: string): Promise<void> {
  const { observation } = await player.reset({ task_name: REVERSE, seed: 1 });
  const end_line = Object.keys(observation.code_dict).length;
  await player.step({ action_type: "REPLACE_LINES", start_line: 1, end_line, new_code_block: code });
}

/** Leaves the mark in a run that never ends by itself, and hangs up in the middle of it. */
async function isGoneWhenItsPlayerIs(mark: Mark): Promise<void> {
  const marker = await Player.connect(server.port);
  await using other = await Player.connect(server.port);
  await write(marker, `${mark.leave}\ndef reverse_string(text):\n    while True:\n        pass\n`);
  // The very next batch must be the one that looks, so its file is there already.
  await write(other, looking(mark));
  marker.step({ action_type: "RUN_TESTS" }).catch(() => undefined);
  await expect.poll(() => figure("tracefix_sandbox_busy")).toBe(1);
  await marker[Symbol.asyncDispose]();
  const { observation } = await other.step({ action_type: "RUN_TESTS" });
  expect(observation.last_execution_output).toContain("mark: False");
  expect(observation.last_execution_output).not.toContain("mark: True");
}

async function figure(name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\d+)$`, "m").exec(text)?.[1] ?? Number.NaN);
}

describe("not found by the next session after its player hung up in the middle of the run, is", () => {
  for (const mark of MARKS.filter((_, at) => at % 4 === 0)) it(mark.name, () => isGoneWhenItsPlayerIs(mark));
});

describe("found by the run that leaves it, by no later one of its session, and by no other session, is", () => {
  for (const mark of MARKS) it(mark.name, () => isGoneAfterItsRun(mark));
});
