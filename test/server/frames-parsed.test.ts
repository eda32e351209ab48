/** What a frame costs: it is parsed once, no matter who reads it. */
import { describe, expect, test, vi } from "vitest";
import * as strictJson from "../../src/server/json/strict-json.ts";
import { openHouse } from "./harness.ts";

vi.mock("../../src/server/json/strict-json.ts", async (original) => {
  const real = await original<typeof strictJson>();
  return { ...real, parseStrictJson: vi.fn(real.parseStrictJson) };
});

const TOKEN = "a-token-of-a-validator-that-is-long-enough";
const OPENING = { type: "validation_open", data: { schema_version: 1, token: TOKEN } };
const FRAMES: readonly (object | string)[] = [
  { type: "reset" },
  { type: "step", data: { action_type: "RUN_TESTS" } },
  { type: "step", data: {} },
  { type: "state", request_id: "r" },
  { type: "mcp", data: { jsonrpc: "2.0", id: 1, method: "tools/list" } },
  { type: "validation_read", data: {} },
  OPENING,
  { type: "nonsense" },
  "{ not JSON",
];

describe.each([
  ["with telemetry on and its record open", { OPENENV_VALIDATION_TOKEN: TOKEN }, [OPENING, ...FRAMES]],
  ["with telemetry on and nobody who reads it", { OPENENV_VALIDATION_TOKEN: TOKEN }, FRAMES],
  ["without telemetry", {}, FRAMES],
])("%s", (_, settings, frames) => {
  test("a frame is parsed once", async () => {
    const house = await openHouse({ settings });
    const client = await house.connect();
    for (const frame of frames) {
      const parse = vi.mocked(strictJson.parseStrictJson).mockClear();
      await client.askJson(frame);
      expect([frame, parse.mock.calls.length]).toEqual([frame, 1]);
    }
  });
});
