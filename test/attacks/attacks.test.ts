/** Attacks, played on the real server: none succeeds, and each fails for the reason that its name says. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Player } from "../support/player.ts";
import { sample } from "../support/sample.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";
import type { Attack } from "./attack.ts";
import { play, SOLVED_RETURN, UNSOLVED_SCORE } from "./play.ts";
import { CATEGORIES } from "./suite/suite.ts";

let server: ServerProcess;
/** What a session that has nothing to do with any attack sees on a quiet server. */
let quiet: readonly string[];
beforeAll(async () => {
  server = await startServer({ LOG_LEVEL: "info", WORKERS: "2" });
  quiet = await lookOn();
});
afterAll(() => server.stop());

/** A session of its own that really runs tests; the frames it received. */
async function lookOn(): Promise<readonly string[]> {
  await using player = await Player.connect(server.port);
  await player.reset({ task_name: "lru_cache_no_promotion", seed: 3, episode_id: "onlooker" });
  await player.step({ action_type: "RUN_TESTS" });
  return player.received;
}

async function figures(): Promise<Readonly<Record<string, number>>> {
  const text = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  return Object.fromEntries(
    [...text.matchAll(/^(tracefix_\w+) (\d+)$/gm)].map(([, name, value]) => [name, Number(value)]),
  );
}

async function fails(attack: Attack): Promise<void> {
  const ending = await play(server.port, attack);
  const { report, run, verdict, done } = ending;

  for (const pattern of attack.seen) expect(report).toMatch(pattern);
  for (const pattern of attack.unseen ?? []) expect(report).not.toMatch(pattern);
  const passed = run.test_results.filter((test) => test.passed).length;
  if ("overfits" in attack) expect(passed).toBe(run.test_results.length);

  expect(done).toBe(true);
  expect(verdict).toMatch(/not solved\. \d+ of \d+ visible and \d+ of 101 hidden tests passed\./);
  expect(ending.finalScore).toBeLessThanOrEqual(UNSOLVED_SCORE);
  expect(ending.lastReward).toBeLessThan(SOLVED_RETURN);
  expect(ending.return).toBeLessThan(SOLVED_RETURN);

  const health = await fetch(`http://127.0.0.1:${server.port}/health`);
  expect([health.status, await health.json()]).toEqual([200, { status: "healthy" }]);
  expect(await lookOn()).toEqual(quiet);
}

describe.each(CATEGORIES)("$title", ({ attacks }) => {
  for (const attack of sample(attacks, 3)) it(attack.name, () => fails(attack));
});

describe("after all attacks", () => {
  it("no worker was lost, no watchdog had to bark, and nothing leaked", async () => {
    expect(server.process.exitCode).toBeNull();
    expect(await figures()).toMatchObject({
      tracefix_sandbox_workers_lost_total: 0,
      tracefix_sandbox_watchdog_stops_total: 0,
      tracefix_sandbox_leaks_total: 0,
      tracefix_requests_pending: 0,
      tracefix_failures_total: 0,
    });
    await expect.poll(async () => (await figures()).tracefix_sessions_active).toBe(0);
  });

  it("the suite is as large and as varied as it claims", () => {
    const attacks = CATEGORIES.flatMap((category) => category.attacks);
    expect(attacks.length).toBeGreaterThanOrEqual(330);
    expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length);
  });
});
