import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { packageRoot } from "../../src/ground/package-root.ts";
import { codeActionSchema, resetRequestSchema } from "../../src/protocol/protocol.ts";
import { Player } from "../support/player.ts";
import { startServer } from "../support/server-process.ts";

const plan = z
  .strictObject({
    plan_schema_version: z.literal("1"),
    reset: z.strictObject({ episode_id: z.string(), seed: z.int(), options: resetRequestSchema }),
    actions: z.array(codeActionSchema).min(1).max(100),
  })
  .parse(JSON.parse(readFileSync(join(packageRoot(), "validation/runtime.json"), "utf8")));

describe("the probe of `openenv validate`, validation/runtime.json", () => {
  it("solves its task, with every reward inside the declared range", async () => {
    await using server = await startServer({ WORKERS: "1" });
    await using player = await Player.connect(server.port);
    const { options, seed, episode_id } = plan.reset;
    await player.reset({ ...options, seed, episode_id });
    const steps = [];
    for (const action of plan.actions) steps.push(await player.step(action));
    for (const { reward } of steps) expect(reward >= -0.15 && reward <= 1.06).toBe(true);
    expect(steps.map(({ done }) => done)).toEqual([false, false, false, false, true]);
    expect(steps.at(-1)?.observation.last_execution_output).toContain("Submitted and solved.");
  });
});
