/** What a name must not be good for: nobody takes a grade back by it, nor another's episode, nor places that cost nothing. */
import { Writable } from "node:stream";
import { pino } from "pino";
import { describe, expect, test } from "vitest";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import { KeptLog } from "../environment/support/kept-log.ts";
import { openWorldGym } from "../environment/support/open-gym.ts";
import { ManualClock } from "../sessions/manual-clock.ts";
import { type HouseOptions, openHouse } from "./harness.ts";

const SECRET = "a-secret-of-the-client";
const NAMED = `/s/${SECRET}/ws`;
const OWNER = { "x-tracefix-session": SECRET };
const STRANGER = { "x-tracefix-session": "a-secret-of-a-stranger" };
const SUBMIT = { type: "step", data: { action_type: "SUBMIT" }, request_id: "last" };
const RUN = { type: "step", data: { action_type: "RUN_TESTS" } };

async function serve(log: KeptLog, options: HouseOptions = {}) {
  const { tasks, sandbox } = openWorldGym();
  const environment = (session: string) => new TraceFixRLGym({ tasks, sandboxFor: () => sandbox, session, log });
  return { house: await openHouse({ durability: "process", environment, ...options }), sandbox };
}

describe("a SUBMIT whose hidden tests run", () => {
  test("is taken to its end when its session is closed by another socket, and no other step in its place", async () => {
    const log = new KeptLog();
    const { house, sandbox } = await serve(log);
    const first = await house.connect(NAMED);
    await first.reset({ seed: 7, episode_id: "e", max_steps: 9 });
    sandbox.hang(true);
    const runs = sandbox.runs.length;
    first.send(SUBMIT);
    await expect.poll(() => sandbox.runs.length).toBeGreaterThan(runs);
    const second = await house.connect(NAMED);
    second.send({ type: "close" });
    await second.closed;
    const third = await house.connect(NAMED);
    const early = third.askJson(RUN);
    sandbox.hang(false);
    await expect.poll(() => log.episodes[0]?.steps.length).toBe(1);
    expect(await early).toMatchObject({ type: "error" });
    expect(log.episodes[0]?.steps).toMatchObject([{ attempt: { action: { action_type: "SUBMIT" } } }]);
    await expect.poll(() => house.registry.active).toBe(0);
    const last = await house.connect(NAMED);
    expect(await last.askJson(SUBMIT)).toMatchObject({ data: { done: true } });
  });

  test("and that could not be kept is handed in still after the time in which others leave memory", async () => {
    const log = new KeptLog();
    const clock = new ManualClock();
    const { house } = await serve(log, { clock });
    const first = await house.connect(NAMED);
    await first.reset({ seed: 7, episode_id: "e", max_steps: 9 });
    log.failNext();
    expect(await first.askJson(SUBMIT)).toMatchObject({ data: { code: "NOT_DURABLE" } });
    first.socket.terminate();
    await first.closed;
    clock.advance(70_000);
    const second = await house.connect(NAMED);
    expect(await second.askJson(RUN)).toMatchObject({ data: { done: true } });
    expect(log.episodes[0]?.steps).toMatchObject([{ attempt: { action: { action_type: "SUBMIT" } } }]);
  });
});

describe("the label of an HTTP episode that has an owner", () => {
  const reset = (headers: Record<string, string>) => ({ body: { episode_id: "e", seed: 7 }, headers });

  test("is nobody else's while the episode sleeps", async () => {
    const clock = new ManualClock();
    const { house } = await serve(new KeptLog(), { clock });
    await house.request("POST", "/reset", reset(OWNER));
    clock.advance(70_000);
    expect(house.registry.active).toBe(0);
    expect(await house.request("POST", "/reset", reset(STRANGER))).toMatchObject({ status: 409 });
    expect(await house.request("GET", "/state?episode_id=e", { headers: OWNER })).toMatchObject({ status: 200 });
  });

  test("is not held back from him by strangers who ask for it while it is brought back", async () => {
    const log = new KeptLog();
    await (await serve(log)).house.request("POST", "/reset", reset(OWNER));
    const { house } = await serve(log);
    const state = (headers: Record<string, string>) => house.request("GET", "/state?episode_id=e", { headers });
    const answers = await Promise.all([state(STRANGER), state(OWNER), state(STRANGER), state(OWNER)]);
    expect(answers.map(({ status }) => status)).toEqual([404, 200, 404, 200]);
    expect(house.registry.active).toBe(1);
  });

  test("can be begun while its state is asked for", async () => {
    const { house } = await serve(new KeptLog());
    const asked = house.request("GET", "/state?episode_id=e", { headers: OWNER });
    const [begun] = await Promise.all([house.request("POST", "/reset", reset(OWNER)), asked]);
    expect(begun).toMatchObject({ status: 200 });
    expect(await house.request("GET", "/state?episode_id=e", { headers: OWNER })).toMatchObject({ status: 200 });
  });
});

test("sockets that ask under a name and go leave no session behind", async () => {
  const { house } = await serve(new KeptLog());
  for (let count = 0; count < 20; count += 1) {
    const client = await house.connect(`/s/a-name-that-is-new-${count}/ws`);
    client.send({ type: "state" });
    client.socket.terminate();
    await client.closed;
  }
  await expect
    .poll(async () => String((await house.request("GET", "/metrics")).body))
    .toContain("\ntracefix_named_sockets_held 0\n");
});

test("a name stands in no line of the log, however oddly it is written into a path", async () => {
  let written = "";
  const sink = new Writable({
    write: (chunk, _, done) => {
      written += String(chunk);
      done();
    },
  });
  const { house } = await serve(new KeptLog(), { log: pino({ level: "trace" }, sink) });
  const headers = { "x-request-id": "seen" };
  for (const path of [`/s/${SECRET}/s/${SECRET}/ws`, `/s/a/s/${SECRET}/ws`, `//s/${SECRET}/ws`, `/x/s//${SECRET}/ws`]) {
    await expect(house.connect(path, headers)).rejects.toThrow();
    await house.request("GET", path, { headers });
  }
  expect(written).toContain("seen");
  expect(written).not.toContain(SECRET);
});
