/** What is shown of an episode to others is named: what is new is hidden, and so is the task of one that lives. */
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type EpisodeRecord, episodeRecordSchema, watchedListSchema } from "../../src/protocol/protocol.ts";
import { shownRecord, viewOfRun } from "../../src/server/watch/what-watchers-see.ts";
import { type House, openHouse } from "./harness.ts";
import { tasksOf } from "./one-task.ts";

const NEW = { new_field: "NOBODY DECIDED" };

/** What a watcher is told by each route of an episode, as text. */
async function told(house: House): Promise<Record<string, string>> {
  const { body: recent } = await house.request("GET", "/api/episodes/recent");
  const list = await firstEvents(house, "/api/episodes/live", /event: list\ndata: (.*)/);
  const live = watchedListSchema.parse(JSON.parse(/data: (.*)/.exec(list)?.[1] ?? "")).episodes;
  const [episode] = [...live, ...watchedListSchema.parse(recent).episodes];
  const id = episode?.id ?? "";
  const { body: record } = await house.request("GET", `/api/episodes/${id}`);
  episodeRecordSchema.parse(record);
  const last = episode?.state === "live" ? /event: step\ndata: .*/ : /event: end\ndata: .*/;
  const stream = await firstEvents(house, `/api/episodes/${id}/live`, last);
  return { recent: JSON.stringify(recent), list, record: JSON.stringify(record), stream };
}

/** Reads a stream until the pattern stands in it. */
async function firstEvents(house: House, path: string, until: RegExp): Promise<string> {
  const leaving = new AbortController();
  const { body } = await fetch(`${house.url}${path}`, { signal: leaving.signal });
  let text = "";
  for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    if (until.test(text)) break;
  }
  leaving.abort();
  return text;
}

/** An episode with one step, whose every part has a field that nobody knows. */
async function play(house: House) {
  Object.assign(house.stage.adds, NEW);
  const session = house.registry.open();
  await session.reset({ ...NEW, seed: 7, task_name: "the_bug", index: 7_654_321, training_step: 3, resume: false });
  await session.step({ ...NEW, action_type: "VIEW_CODE", thought: "a look" });
  return session;
}

describe("what a watcher is told", () => {
  test("has no field that nobody has decided to show, by any route, live or over", async () => {
    const house = await openHouse();
    const session = await play(house);
    const live = await told(house);
    await session.step({ ...NEW, action_type: "SUBMIT" });
    const over = await told(house);
    for (const text of [...Object.values(live), ...Object.values(over)]) {
      expect(text).not.toContain("NOBODY DECIDED");
      expect(text).not.toContain("A TOKEN");
    }
    expect(live.record).toContain("a look");
    expect(over.stream).toContain("a look");
  });

  test("names neither the task nor its place while the episode lives, and both once it is over", async () => {
    const house = await openHouse();
    const session = await play(house);
    const live = await told(house);
    for (const text of Object.values(live)) {
      expect(text).not.toContain("the_bug");
      expect(text).not.toContain("7654321");
    }
    expect(JSON.parse(live.record ?? "")).toMatchObject({ initial_observation: { metadata: { index: -1 } } });
    await session.step({ action_type: "SUBMIT" });
    const { record } = await told(house);
    expect(JSON.parse(record ?? "")).toMatchObject({
      seed: 7,
      reset: { seed: 7, task_name: "the_bug", index: 7_654_321, training_step: 3 },
      initial_observation: { metadata: { index: 0 } },
    });
  });

  test("leads to no live episode's task: no seed or place, not even to who asks for the same again", async () => {
    const house = await openHouse();
    const session = house.registry.open();
    await session.reset({
      seed: 7_654_321,
      episode_id: "a label",
      index: 3,
      task_name: "the_bug",
      task_set: "impossible",
    });
    await session.step({ action_type: "VIEW_CODE" });
    const live = await told(house);
    for (const text of Object.values(live)) expect(text).not.toMatch(/7654321|impossible/);
    const record = episodeRecordSchema.parse(JSON.parse(live.record ?? ""));
    expect(record).toMatchObject({
      seed: -1,
      initial_observation: { info: { episode_id: "a label" }, metadata: { seed: -1 } },
    });
    for (const name of ["seed", "index", "task_name", "task_set"]) expect(record.reset).not.toHaveProperty(name);
    // What the reset shows is all there is to begin another with, and the name of that is told once it is given up.
    await session.reset(record.reset);
    expect(house.stage.requests.at(-1)?.seed).not.toBe(7_654_321);
  });

  test("is not told what a curriculum drew while the episode lives, and can play it again once it is over", async () => {
    const house = await openHouse();
    const session = house.registry.open();
    await session.reset({ seed: 7, curriculum: "mastery", group: "a trainer's run" });
    await session.step({ action_type: "VIEW_CODE" });
    for (const text of Object.values(await told(house))) expect(text).not.toMatch(/secret_task|mastery|trainer's run/);
    await session.step({ action_type: "SUBMIT" });
    const { record } = await told(house);
    const { reset } = episodeRecordSchema.parse(JSON.parse(record ?? ""));
    expect(reset).toMatchObject({ seed: 7, task_name: expect.stringContaining("secret_task_7") });
    for (const name of ["curriculum", "group"]) expect(reset).not.toHaveProperty(name);
  });

  test("never tells the draw of an episode that tools were given, nor of the test split unless WATCH is full", async () => {
    for (const [split, drawn, WATCH, shows] of [
      ["train", false, "on", true],
      ["train", true, "full", false],
      ["test", false, "on", false],
      ["test", false, "full", true],
    ] as const) {
      const house = await openHouse({ pageTasks: tasksOf(split), settings: { WATCH } });
      const session = house.registry.open();
      if (drawn) await session.startDrawn({});
      else await session.reset({ seed: 7_654_321, episode_id: "a label", index: 3 });
      await session.step({ action_type: "SUBMIT" });
      const { seed } = house.stage.requests.at(-1) ?? { seed: 0 };
      for (const [by, text] of Object.entries(await told(house))) {
        if (by === "list") continue;
        expect([split, drawn, WATCH, by, text.includes(String(seed))]).toEqual([split, drawn, WATCH, by, shows]);
      }
    }
  });

  test("of how a test failed is each part, and of the test split no part, nor where its output stands", async () => {
    for (const split of ["train", "test"] as const) {
      const house = await openHouse({ pageTasks: tasksOf(split) });
      const raised = { type: "SecretError", message: "SECRET" };
      const parts = { call: "SECRET()", expected: "SECRET", got: "SECRET", raised, line: 4_321, traceback: "SECRET" };
      house.stage.results = [{ test_name: "t", passed: false, error_message: "SECRET", ...parts }];
      const session = house.registry.open();
      await session.reset({ seed: 7, task_name: "the_bug" });
      await session.step({ action_type: "SOLVE" });
      const record = episodeRecordSchema.parse(JSON.parse((await told(house)).record ?? ""));
      const { test_results, metadata } = record.steps[0]?.observation ?? record.initial_observation;
      if (split === "train") expect(test_results).toEqual(house.stage.results);
      else expect(JSON.stringify(record)).not.toMatch(/SECRET|SecretError|"line"/);
      expect(metadata).toMatchObject({ fault: null, ending: { reason: "submitted", solved: true } });
      expect(record).toMatchObject({ solved: true, ending: "solved" });
    }
  });

  test("of a task that is not in the list is no code: it may be of the test split", async () => {
    const house = await openHouse();
    house.stage.task = null;
    const session = house.registry.open();
    await session.reset({ seed: 7 });
    await session.step({ action_type: "VIEW_CODE", thought: "THE THOUGHT" });
    const live = await told(house);
    await session.step({ action_type: "SUBMIT" });
    const over = await told(house);
    expect(JSON.parse(over.record ?? "").initial_observation.code_dict).toEqual({});
    for (const text of [...Object.values(live), ...Object.values(over)]) {
      expect(text).not.toContain("THE THOUGHT");
      expect(text).not.toContain('"pass"');
    }
  });

  test("of a recorded run is no field that nobody knows either", async () => {
    const root = await mkdtemp(join(tmpdir(), "tracefix-runs-"));
    onTestFinished(() => rm(root, { recursive: true }));
    const house = await openHouse({ settings: { RUNS_DIR: root } });
    const session = house.registry.open();
    await session.reset({ seed: 7 });
    await session.step({ action_type: "SUBMIT" });
    const record = episodeRecordSchema.parse(JSON.parse((await told(house)).record ?? ""));
    const whole: EpisodeRecord = { ...record, split: "train" };
    const usage = { requests: 1, prompt_tokens: 1, completion_tokens: 1, cost: null };
    const messages = [{ ...NEW, role: "user", content: "hello", is_correction: true }] as const;
    const spent = { ...usage, duration_ms: 5 };
    const [step] = whole.steps;
    const strange = {
      ...whole,
      ...NEW,
      usage: { ...usage, ...NEW },
      messages: [...messages],
      reset: { ...whole.reset, ...NEW },
      initial_observation: { ...whole.initial_observation, ...NEW },
      steps: step
        ? [{ ...step, ...NEW, spent: { ...spent, ...NEW }, observation: { ...step.observation, ...NEW } }]
        : [],
    };
    const shown = shownRecord(strange, viewOfRun(false));
    expect(JSON.stringify(shown)).not.toContain("NOBODY DECIDED");
    expect(shown).toEqual({
      ...whole,
      usage,
      messages: [{ role: "user", content: "hello", is_correction: true }],
      steps: [{ ...step, spent }],
    });

    await mkdir(join(root, "one"));
    const lines = [strange, { ...whole, messages: [...messages] }].map((line) => JSON.stringify(line));
    await writeFile(join(root, "one", "episodes.jsonl"), lines.join("\n"));
    for (const path of ["/api/runs", "/api/runs/one", "/api/runs/one/1", "/api/runs/one/2"]) {
      expect(JSON.stringify((await house.request("GET", path)).body)).not.toContain("NOBODY DECIDED");
    }
    expect((await house.request("GET", "/api/runs/one/2")).status).toBe(200);
  });
});

describe("who may watch", () => {
  const PATHS = [
    "/api/episodes/live",
    "/api/episodes/recent",
    "/api/episodes/none",
    "/api/episodes/none/live",
    "/api/runs",
    "/api/runs/none",
    "/api/runs/none/1",
  ];
  const byProxy = { headers: { "x-forwarded-for": "127.0.0.1" } };

  test("is, without a setting, who comes from this machine and through no proxy", async () => {
    const house = await openHouse();
    for (const path of PATHS.slice(1)) expect([200, 404]).toContain((await house.request("GET", path)).status);
    for (const path of PATHS) {
      expect(await house.request("GET", path, byProxy)).toMatchObject({
        status: 403,
        body: { code: "FORBIDDEN", detail: expect.stringContaining("WATCH=on") },
      });
    }
    expect(await house.request("GET", "/api/tasks", byProxy)).toMatchObject({ status: 200 });
  });

  test("is nobody who comes by another address, though it is this very machine's", async () => {
    const house = await openHouse({ settings: { HOST: "0.0.0.0" } });
    const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    const outside = all.find(({ family, internal }) => family === "IPv4" && !internal)?.address;
    if (outside === undefined) return;
    const from = (address: string) => fetch(`http://${address}:${new URL(house.url).port}/api/episodes/recent`);
    expect([(await from(outside)).status, (await from("127.0.0.1")).status]).toEqual([403, 200]);
  });

  test("is nobody whose browser calls this machine by a name that it does not know", async () => {
    const house = await openHouse({ settings: { HOST: "0.0.0.0" } });
    const asked = request(`${house.url}/api/episodes/recent`, { headers: { host: "evil.example" } }).end();
    const [answer]: IncomingMessage[] = await once(asked, "response");
    answer?.resume();
    expect(answer?.statusCode).toBe(403);
  });

  test("is everybody where the operator says so, and nobody where he says that, of recorded runs too", async () => {
    for (const WATCH of ["on", "full"]) {
      const house = await openHouse({ settings: { WATCH } });
      for (const path of PATHS.slice(1)) expect((await house.request("GET", path, byProxy)).status).not.toBe(403);
    }
    const root = await mkdtemp(join(tmpdir(), "tracefix-runs-"));
    onTestFinished(() => rm(root, { recursive: true }));
    await mkdir(join(root, "one"));
    await writeFile(join(root, "one", "episodes.jsonl"), "");
    const { request } = await openHouse({ settings: { WATCH: "off", RUNS_DIR: root } });
    for (const path of ["/api/episodes/recent", "/api/runs", "/api/runs/one", "/api/runs/one/1"]) {
      for (const asked of [{}, byProxy]) {
        expect(await request("GET", path, asked)).toMatchObject({
          status: 403,
          body: { code: "FORBIDDEN", detail: expect.stringContaining("WATCH=local") },
        });
      }
    }
  });
});
