/** Sessions that fill their undo histories in a process with a small heap: they are refused, and the server goes on. */
import { expect, test } from "vitest";
import { Player } from "../support/player.ts";
import { startServer } from "../support/server-process.ts";

const SESSIONS = 24;
const RESET = { task_name: "sum_even_wrong_condition", max_steps: 1000 };
/** A comment of two-byte characters above the code, which differs from end to end from the one before. */
const edit = (round: number) => ({
  action_type: "REPLACE_LINES",
  start_line: 1,
  end_line: round === 0 ? 0 : 1,
  new_code_block: `# ${(round % 2 === 0 ? "一" : "二").repeat(20_000)}`,
});

test("sessions that fill a small heap with edits are refused in time, and who comes next can play", async () => {
  await using server = await startServer({ WORKERS: "1", NODE_OPTIONS: "--max-old-space-size=256" });
  const players: Player[] = [];
  const refusals: unknown[] = [];
  try {
    for (let session = 0; session < SESSIONS; session += 1) {
      const player = await Player.connect(server.port);
      players.push(player);
      await player.reset(RESET);
      for (let round = 0; round < 105; round += 1) {
        const answer = await player.ask({ type: "step", data: edit(round) });
        if (answer.type !== "error") continue;
        refusals.push(answer.data);
        break;
      }
    }
  } finally {
    await Promise.all(players.slice(1).map((player) => player[Symbol.asyncDispose]()));
  }
  expect(refusals.length).toBeGreaterThan(0);
  expect(refusals[0]).toMatchObject({
    code: "CAPACITY_REACHED",
    message: expect.stringMatching(/^Cannot make the edit: the server has no memory left/),
  });
  await using next = await Player.connect(server.port);
  await next.reset(RESET);
  expect(await next.ask({ type: "step", data: edit(0) })).toMatchObject({ type: "observation" });
  await players[0]?.[Symbol.asyncDispose]();
});
