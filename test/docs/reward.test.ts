import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as constants from "../../src/environment/reward/reward-prices.ts";
import { packageRoot } from "../../src/ground/package-root.ts";
import { REWARD_PROFILES } from "../../src/protocol/protocol.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { Letter } from "../environment/support/arena.ts";
import { loadRealTasks, realArena } from "../environment/support/real-tasks.ts";
import { examinerFor, play, type Walk } from "../environment/support/walk.ts";

const DOCUMENT = readFileSync(join(packageRoot(), "docs/reward.md"), "utf8");

/** The cells of the table between two marks, without its head. */
function rows(mark: string): readonly (readonly string[])[] {
  const table = new RegExp(`<!-- ${mark} -->\\n([\\s\\S]*?)<!-- /${mark} -->`).exec(DOCUMENT)?.[1] ?? "";
  return table
    .trim()
    .split("\n")
    .slice(2)
    .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")))
    .map((cells) => cells.slice(1, -1));
}

/** `T (FT)2 !` is `TFTFT!`. */
function toWord(episode: string): string {
  return episode
    .replace(/\((\w+)\)(\d+)/g, (_, letters: string, times: string) => letters.repeat(Number(times)))
    .replaceAll(" ", "");
}

const inLine = (start_line: number, end_line: number, new_code_block: string): Letter => {
  return () => ({ action_type: "REPLACE_LINES", start_line, end_line, new_code_block });
};

/** In the one line that holds either, the one becomes the other. */
function there(one: string, other: string): Letter {
  return (text) => {
    const lines = text.split("\n");
    const at = lines.findIndex((line) => line.includes(one) || line.includes(other));
    const line = lines[at] ?? "";
    const block = line.includes(one) ? line.replace(one, other) : line.replace(other, one);
    return { action_type: "REPLACE_LINES", start_line: at + 1, end_line: at + 1, new_code_block: block };
  };
}

/** The letters of the document that the arena of the task does not have as the document means them. */
const LETTERS: Readonly<Record<string, Letter>> = {
  F: inLine(4, 4, "    while size > 0:"),
  B: inLine(4, 4, "    while size > 2:"),
  C: inLine(1, 0, "# looks fine"),
  J: there("size > 1", "size > 2"),
  S: inLine(4, 4, "    while size > ("),
  H: inLine(2, 1, "    if items == [5] and target == 5:\n        return 0"),
  O: inLine(2, 1, "    if target in items and len(items) in (1, 5, 7, 8):\n        return items.index(target)"),
};

describe("the documented constants", () => {
  it("are those of the code", () => {
    const { PENALTIES, MILLIONTHS, FLAWLESS_STEPS, SKIPPED_DUTY_STEPS, ...amounts } = constants;
    const penalties = Object.entries(PENALTIES).map(([fault, amount]) => [`PENALTIES.${fault}`, amount] as const);
    const inCode = Object.fromEntries([...Object.entries(amounts), ...penalties]);
    const documented = Object.fromEntries(rows("constants").map(([name = "", amount]) => [name, Number(amount)]));
    expect(documented).toEqual(inCode);
    expect(DOCUMENT).toContain(
      `\`FLAWLESS_STEPS\` is ${FLAWLESS_STEPS}, \`SKIPPED_DUTY_STEPS\` is ${SKIPPED_DUTY_STEPS}`,
    );
    expect(MILLIONTHS).toBe(1_000_000);
  });
});

describe("the documented episode", () => {
  let sandbox: Sandbox;
  let walk: Walk;
  beforeAll(async () => {
    sandbox = await openPythonSandbox({ workers: 1 });
    const tasks = await loadRealTasks();
    const task = tasks.get("binary_search_off_by_one");
    if (task === undefined) throw new Error("The task of the document is gone");
    const arena = realArena(task, { tasks, sandbox });
    const own = { ...arena, alphabet: { ...arena.alphabet, ...LETTERS } };
    walk = { arena: own, maxSteps: 50, examiner: examinerFor(own) };
  });
  afterAll(() => sandbox.close());

  it.each([...rows("episodes"), ...rows("farming")])("%s (%s) has this score and these returns", async (...cells) => {
    const [episode = "", , score, dense, other] = cells;
    const { prices } = await play(walk, toWord(episode));
    const total = REWARD_PROFILES.map((profile) => prices[profile].ledger.total / constants.MILLIONTHS);
    expect([prices.sparse.components.final / constants.MILLIONTHS, ...total]).toEqual(
      [score, dense, other, other].map(Number),
    );
  });
});
