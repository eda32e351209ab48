/** Episodes in Postgres, held against the contract of every log, and against what only a shared one must do. */
import { expect, test } from "vitest";
import { type EpisodeLog, StepTakenError } from "../../src/environment/episode-log.ts";
import { describeEpisodeLog } from "../environment/episode-log-contract.ts";
import { describeEpisodeShelf } from "../storage/support/episode-shelf-contract.ts";
import { headOf, stepOf } from "../storage/support/small-episode.ts";
import { CuttingProxy } from "./support/cutting-proxy.ts";
import { openPostgresLog, ownPostgres } from "./support/own-postgres.ts";

const postgres = ownPostgres();

describeEpisodeLog("what is kept in Postgres", async () => {
  const proxy = await CuttingProxy.open(postgres().port);
  const url = proxy.through(await postgres().database());
  const log = await openPostgresLog({ url });
  return { log, restart: () => openPostgresLog({ url }), failNext: () => proxy.loseQuestion() };
});

describeEpisodeShelf("in Postgres", async () => openPostgresLog({ url: await postgres().database() }));

/** Two servers on one database. */
async function two(): Promise<readonly [EpisodeLog, EpisodeLog]> {
  const url = await postgres().database();
  return Promise.all([openPostgresLog({ url }), openPostgresLog({ url })]);
}

async function reopened(log: EpisodeLog, session: string) {
  const found = await log.reopen(session);
  if (found === null) throw new Error("Nothing is kept");
  return found;
}

test("many servers open a new database at once, and each has a number of its own", async () => {
  const url = await postgres().database();
  const logs = await Promise.all(Array.from({ length: 5 }, () => openPostgresLog({ url })));
  for (const [place, log] of logs.entries()) {
    await (await log.begin(headOf(`session ${place}`))).append(stepOf(1));
    expect((await reopened(logs[0] ?? log, `session ${place}`)).kept.steps).toHaveLength(1);
  }
});

test("of servers that take the same step one has it, and the others are told which server that was", async () => {
  const [mine, theirs] = await two();
  const record = await mine.begin(headOf("a"));
  const other = (await reopened(theirs, "a")).record;
  for (let number = 1; number <= 30; number += 1) {
    const tries = [record, other].map(async (log, who) =>
      log.append({ ...stepOf(number, `by ${who}`), requestId: `${who}` }),
    );
    const settled = await Promise.allSettled(tries);
    const lost = settled.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(lost).toHaveLength(1);
    expect(lost[0]).toBeInstanceOf(StepTakenError);
    expect(lost[0].epoch).toEqual(expect.any(Number));
    // The loser goes on from what is kept.
    const { steps } = (await reopened(mine, "a")).kept;
    expect(steps).toHaveLength(number);
    const winner = settled.findIndex(({ status }) => status === "fulfilled");
    expect(steps.at(-1)?.requestId).toBe(`${winner}`);
    const again = await Promise.all([reopened(mine, "a"), reopened(theirs, "a")]);
    Object.assign(record, again[0].record);
    Object.assign(other, again[1].record);
  }
});

test("the same request at two servers is one step, which both may answer", async () => {
  const [mine, theirs] = await two();
  const record = await mine.begin(headOf("a"));
  const other = (await reopened(theirs, "a")).record;
  const step = { ...stepOf(1), requestId: "the same" };
  await Promise.all([record.append(step), other.append(step)]);
  expect((await reopened(mine, "a")).kept.steps).toHaveLength(1);
});

test("an episode that another server has left for a new one takes no further step", async () => {
  const [mine, theirs] = await two();
  const before = await mine.begin(headOf("a"));
  await before.append(stepOf(1));
  expect(await before.hasMoved?.(1)).toBe(false);
  const next = await theirs.begin(headOf("a"));
  expect(await before.hasMoved?.(1)).toBe(true);
  await expect(before.append(stepOf(2))).rejects.toThrow(StepTakenError);
  await next.append(stepOf(1));
  const { kept } = await reopened(mine, "a");
  expect([kept.id, kept.steps.length]).toEqual([next.id, 1]);
});

test("a server learns that another has gone on, and only then", async () => {
  const [mine, theirs] = await two();
  const record = await mine.begin(headOf("a"));
  await record.append(stepOf(1));
  expect(await record.hasMoved?.(1)).toBe(false);
  await (await reopened(theirs, "a")).record.append(stepOf(2));
  expect(await record.hasMoved?.(1)).toBe(true);
});

test("of many resets of one session at once one is the last, and the others take no step", async () => {
  const [mine, theirs] = await two();
  const records = await Promise.all(
    Array.from({ length: 12 }, (_, place) => (place % 2 === 0 ? mine : theirs).begin(headOf("a"))),
  );
  const { id } = (await reopened(mine, "a")).kept;
  for (const record of records) {
    const appended = record.append(stepOf(1));
    if (record.id === id) await appended;
    else await expect(appended).rejects.toThrow(StepTakenError);
  }
});

test("a branch begins with all its first steps or not at all, and until then the episode before goes on", async () => {
  const [mine, theirs] = await two();
  const before = await mine.begin(headOf("a"));
  const branch = await mine.begin({ ...headOf("a"), branchedSteps: 2 });
  await branch.append(stepOf(1));
  expect((await reopened(theirs, "a")).kept.id).toBe(before.id);
  await before.append(stepOf(1));
  await branch.append(stepOf(2));
  await branch.append(stepOf(3));
  const { kept } = await reopened(theirs, "a");
  expect([kept.id, kept.steps.map(({ number }) => number)]).toEqual([branch.id, [1, 2, 3]]);
});

test("each episode of a session is found by its label, the last of a label that came twice", async () => {
  const [mine, theirs] = await two();
  const begin = (label: string) => {
    const head = headOf("a");
    return mine.begin({ ...head, request: { ...head.request, episode_id: label } });
  };
  const first = await begin("first");
  await begin("second");
  const last = await begin("second");
  expect((await theirs.reopen("a", "first"))?.kept.id).toBe(first.id);
  expect((await theirs.reopen("a", "second"))?.kept.id).toBe(last.id);
  expect(await theirs.reopen("a", "unknown")).toBeNull();
  expect(await theirs.reopen("b", "first")).toBeNull();
});
