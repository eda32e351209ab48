import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { RubricNode } from "../../src/protocol/protocol.ts";
import { startServer } from "../support/server-process.ts";
import { validationAnswerSchema, validationOpenedSchema } from "../support/validation-answers.ts";

const TOKEN = "a-token-of-a-validator-that-is-long-enough";
const EDIT = { start_line: 4, end_line: 4, new_code_block: "    while size > 0:" };
const ACTIONS = [
  { action_type: "RUN_TESTS" },
  { action_type: "FLY" },
  { action_type: "REPLACE_LINES", ...EDIT },
  { action_type: "RUN_TESTS" },
  { action_type: "SUBMIT" },
];

/** What the validator computes from the tree: the children's scores by the root's weights. */
function weighted([root, ...children]: readonly RubricNode[]): number {
  const weights = root?.config.weights;
  if (!Array.isArray(weights)) return Number.NaN;
  return children.reduce((sum, { score }, index) => sum + (score ?? Number.NaN) * weights[index], 0);
}

describe("validation telemetry of a real episode", () => {
  test("[TELE-4] [TELE-6] accounts for each reward that went over the wire", async () => {
    await using server = await startServer({ WORKERS: "1", OPENENV_VALIDATION_TOKEN: TOKEN });
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/ws`);
    await once(socket, "open");
    const ask = async (type: string, data: object) => {
      const answered = once(socket, "message");
      socket.send(JSON.stringify({ type, data }));
      return JSON.parse(String((await answered)[0]));
    };
    const opened = validationOpenedSchema.parse(await ask("validation_open", { schema_version: 1, token: TOKEN }));
    await ask("reset", { task_name: "binary_search_off_by_one", seed: 7 });
    const rewards: number[] = [];
    for (const action of ACTIONS) rewards.push((await ask("step", action)).data.reward);
    const { capability } = opened.data;
    const read = await ask("validation_read", { schema_version: 1, capability });
    const { attribution, trajectory } = validationAnswerSchema.parse(read).data;
    socket.close();

    // The first run of the tests and the edit cost one action each; all other rewards differ.
    expect(new Set(rewards).size).toBe(ACTIONS.length - 1);
    expect(attribution).toHaveLength(rewards.length);
    for (const [index, { rubric }] of attribution.entries()) {
      expect(rubric[0]?.score).toBeCloseTo(rewards[index] ?? Number.NaN, 9);
      expect(weighted(rubric)).toBeCloseTo(rewards[index] ?? Number.NaN, 9);
    }
    expect(trajectory).toMatchObject({ complete: true, records: { length: 1 + ACTIONS.length } });
  });
});
