/** Clients of OpenEnv's first versions drop an observation's metadata: what a step tells as data helps, and is needed by nobody. */
import { describe, expect, test } from "vitest";
import type { Agent } from "../../src/agents/agent.ts";
import { createOracleAgent } from "../../src/agents/oracle-agent.ts";
import { createRandomAgent } from "../../src/agents/random-agent.ts";
import { createSearchAgent } from "../../src/agents/search/search-agent.ts";
import { createSubmitAgent } from "../../src/agents/submit-agent.ts";
import {
  type CodeObservation,
  EPISODE_RECORD_VERSION,
  episodeRecordSchema,
  type StepResult,
} from "../../src/protocol/protocol.ts";
import { openWorldGym, request } from "../environment/support/open-gym.ts";
import { playOn } from "../evaluation/support/play-on.ts";
import { openHouse } from "../server/harness.ts";

const NOTHING = {} as CodeObservation["metadata"];
const REPAIR = { start_line: 1, end_line: 1, new_code_block: "good" };

const AGENTS: readonly [string, Agent][] = [
  ["oracle", createOracleAgent(async () => [REPAIR])],
  ["random", createRandomAgent()],
  ["search", createSearchAgent()],
  ["submit", createSubmitAgent()],
];

/** What such a client makes of an answer. */
function dropped({ observation, ...rest }: StepResult): StepResult {
  const test_results = observation.test_results.map(({ test_name, passed, error_message }) => {
    return { test_name, passed, error_message };
  });
  return { ...rest, observation: { ...observation, metadata: NOTHING, test_results } };
}

describe("without an observation's metadata", () => {
  test.each(AGENTS)("the agent %s plays on, and the last report says how it ended", async (_, agent) => {
    const { gym } = openWorldGym();
    let seen = dropped(await gym.reset(request()));
    const { observation } = seen;
    const player = agent.begin({ taskName: "task", seed: 1, repetition: 0, observation });
    while (!seen.done) {
      const turn = await player.act(seen.observation, new AbortController().signal);
      if (turn.kind === "stop") throw new Error(turn.why);
      seen = dropped(await gym.step(turn.action));
    }
    const told = seen.observation.last_execution_output;
    const isSolved = agent.name === "oracle";
    expect(told).toMatch(isSolved ? /^Submitted and solved\./ : /Submitted, not solved\.|so it is not solved\./);
  });
});

describe("a run", () => {
  const play = async (url: string, agent: Agent) => episodeRecordSchema.parse(await playOn(url, agent));

  test("of a server that tells endings takes them, whatever the score and the words are", async () => {
    const house = await openHouse();
    const record = await play(house.url, createSubmitAgent());
    expect(record).toMatchObject({ version: EPISODE_RECORD_VERSION, solved: false, ending: "gave_up", error: null });
  });

  test("of an older server, which tells none, goes on to its end and guesses nothing", async () => {
    const house = await openHouse();
    house.stage.tellsFacts = false;
    const record = await play(house.url, createSubmitAgent());
    expect(record).toMatchObject({ solved: false, ending: "error", score: 0.01 });
    expect(record.steps.at(-1)?.done).toBe(true);
    expect(record.error).toMatch(/^Cannot tell how the episode ended: .*metadata\.ending/);
  });
});
