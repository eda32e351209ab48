/** A database that is cut off, ended or started again beneath its server: what was acknowledged is there, once. */
import { expect, test } from "vitest";
import type { EpisodeLog, LoggedEpisode } from "../../src/environment/episode-log.ts";
import { PostgresEpisodeLog } from "../../src/storage/postgres/postgres-log.ts";
import { headOf, stepOf } from "../storage/support/small-episode.ts";
import { CuttingProxy } from "./support/cutting-proxy.ts";
import { FOREVER, openPostgresLog, ownPostgres } from "./support/own-postgres.ts";

const postgres = ownPostgres();

/** Who plays one episode as a gym does: a step that failed is tried again from what is kept. */
class Player {
  readonly #log: EpisodeLog;
  readonly session: string;
  #record: LoggedEpisode | null = null;
  acknowledged = 0;
  failures = 0;

  constructor(log: EpisodeLog, session: string) {
    this.#log = log;
    this.session = session;
  }

  async play(steps: number, onStep: (number: number) => Promise<void> | void): Promise<void> {
    while (this.acknowledged < steps) {
      await onStep(this.acknowledged);
      if (this.#record === null) await this.#tried(() => this.#find());
      else await this.#tried(() => this.#take());
    }
  }

  async #tried(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof Error && error.name === "AssertionError") throw error;
      this.failures += 1;
      this.#record = null;
    }
  }

  async #take(): Promise<void> {
    const number = this.acknowledged + 1;
    await this.#record?.append({ ...stepOf(number), requestId: `request ${number}` });
    this.acknowledged = number;
  }

  async #find(): Promise<void> {
    const found = await this.#log.reopen(this.session);
    if (found === null) {
      expect(this.acknowledged).toBe(0);
      this.#record = await this.#log.begin(headOf(this.session));
      return;
    }
    // What was kept without an answer is told of when it is asked for again.
    expect([0, 1]).toContain(found.kept.steps.length - this.acknowledged);
    this.acknowledged = found.kept.steps.length;
    this.#record = found.record;
  }
}

/** From a connection of its own, as another server finds it. */
async function expectWhole(url: string, players: readonly Player[], steps: number): Promise<void> {
  const log = await openPostgresLog({ url });
  for (const { session } of players) {
    const kept = (await log.reopen(session))?.kept;
    expect(kept?.steps.map(({ number, requestId }) => [number, requestId])).toEqual(
      Array.from({ length: steps }, (_, index) => [index + 1, `request ${index + 1}`]),
    );
  }
}

const PLAYERS = 10;
const STEPS = 60;

test("connections that are cut again and again lose no acknowledged step and double none", async () => {
  const url = await postgres().database();
  const proxy = await CuttingProxy.open(postgres().port);
  const log = await openPostgresLog({ url: proxy.through(url) });
  const players = Array.from({ length: PLAYERS }, (_, place) => new Player(log, `session ${place}`));
  let calls = 0;
  const disturb = () => {
    calls += 1;
    if (calls % 97 === 0) {
      proxy.cut();
      proxy.restore();
    } else if (calls % 41 === 0) proxy.loseAnswer();
    else if (calls % 29 === 0) proxy.loseQuestion();
  };
  await Promise.all(players.map((player) => player.play(STEPS, disturb)));
  expect(players.reduce((sum, { failures }) => sum + failures, 0)).toBeGreaterThan(0);
  await expectWhole(url, players, STEPS);
});

test.each(["SIGINT", "SIGQUIT"] as const)(
  "a database that is ended by %s and started again lost no acknowledged step and doubled none",
  async (signal) => {
    const url = await postgres().database();
    const log = await openPostgresLog({ url });
    const players = Array.from({ length: PLAYERS }, (_, place) => new Player(log, `session ${place}`));
    let restarts = 0;
    let restarting: Promise<void> | null = null;
    const disturb = async (number: number) => {
      if (number === 20 * (restarts + 1) && restarts < 2) {
        restarts += 1;
        restarting = postgres()
          .end(signal)
          .then(() => postgres().start());
      }
      // Nobody counts how often it is tried in vain.
      if (restarting !== null && number % 7 === 0) await restarting;
    };
    await Promise.all(players.map((player) => player.play(STEPS, disturb)));
    await restarting;
    expect(restarts).toBe(2);
    await expectWhole(url, players, STEPS);
  },
);

test("while the database is away the log says so, and takes steps again once it is back", async () => {
  const proxy = await CuttingProxy.open(postgres().port);
  const log = await openPostgresLog({ url: proxy.through(await postgres().database()) });
  const record = await log.begin(headOf("a"));
  expect(log.obstacle()).toBeNull();
  proxy.cut();
  await expect(record.append(stepOf(1))).rejects.toThrow();
  expect(log.obstacle()).toBe("the database of episodes does not answer");
  proxy.restore();
  await expect.poll(() => log.obstacle()).toBeNull();
  await record.append(stepOf(1));
  expect((await log.reopen("a"))?.kept.steps).toHaveLength(1);
});

test("a step whose answer was lost is kept, and taken for itself when it is sent again", async () => {
  const proxy = await CuttingProxy.open(postgres().port);
  const log = await openPostgresLog({ url: proxy.through(await postgres().database()) });
  const record = await log.begin(headOf("a"));
  await record.append(stepOf(1));
  proxy.loseAnswer();
  await expect(record.append(stepOf(2))).rejects.toThrow();
  await record.append(stepOf(2));
  expect((await log.reopen("a"))?.kept.steps).toHaveLength(2);
});

test("a database that cannot be had stops the start, with words that name it and not its password", async () => {
  const options = {
    retention: FOREVER,
    build: async () => ({ version: "1", images: "" }),
    onIncident: () => undefined,
  };
  const open = PostgresEpisodeLog.open({ ...options, url: "postgres://somebody:hidden@127.0.0.1:1/episodes" });
  const error = await open.then(
    () => null,
    (error: Error) => error,
  );
  expect(error?.message).toContain("Cannot keep episodes in the database 127.0.0.1:1/episodes: ");
  expect(error?.message).toContain("DATABASE_URL");
  expect(error?.message).not.toContain("hidden");
});
