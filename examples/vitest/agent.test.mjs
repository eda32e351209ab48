// Scores an agent, beside `npx tracefix serve`. This one knows the repair; yours is told the observation.

import { TraceFixClient } from "tracefix-rl/client";
import { expect, test } from "vitest";

const REPAIR = { action_type: "REPLACE_LINES", start_line: 4, end_line: 4, new_code_block: "    while size > 0:" };
const agent = (turn) => [{ action_type: "RUN_TESTS" }, REPAIR, { action_type: "SUBMIT" }][turn];

test("the agent repairs the search", async () => {
  const client = await TraceFixClient.connect(process.env.TRACEFIX_URL ?? "http://localhost:7860");
  let told = await client.reset({ task_name: "binary_search_off_by_one", seed: 7 });
  for (let turn = 0; !told.done; turn += 1) told = await client.step(agent(turn, told.observation));
  await client.close();
  expect(told.observation.metadata.ending.solved).toBe(true);
});
