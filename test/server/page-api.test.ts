/** What the page asks of the server: who is playing, how it went, tasks and runs. */
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { MAX_ROWS, MAX_STREAMS } from "../../src/server/watch/limits.ts";
import { ManualClock } from "../sessions/manual-clock.ts";
import { type House, openHouse } from "./harness.ts";
import { tasksOf } from "./one-task.ts";

/** A stream of events as it comes, one at a time. */
async function listen(house: House, path: string, headers: Readonly<Record<string, string>> = {}) {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const answer = await fetch(`${house.url}${path}`, { headers, signal: stop.signal });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error("The stream has no body");
  let text = "";
  const next = async (): Promise<{ event: string; id: string | null; data: unknown }> => {
    for (;;) {
      const end = text.indexOf("\n\n");
      if (end >= 0) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? null;
        const data = field("data");
        if (data !== null) return { event: field("event") ?? "", id: field("id"), data: JSON.parse(data) };
        continue;
      }
      const { value, done } = await reader.read();
      if (done) return { event: "closed", id: null, data: null };
      text += value;
    }
  };
  return { next, status: answer.status };
}

describe("watching", () => {
  test("tells who plays at first, and what changes after", async () => {
    const house = await openHouse({ pageTasks: tasksOf("train") });
    const player = await house.connect("/ws?agent=oracle");
    await player.reset({ seed: 7 });
    const { next } = await listen(house, "/api/episodes/live");
    expect(await next()).toMatchObject({
      event: "list",
      data: { total: 1, episodes: [{ agent: "oracle", task: "fake", seed: -1, step_count: 0, state: "live" }] },
    });
    await player.step("RUN_TESTS");
    expect(await next()).toMatchObject({
      event: "rows",
      data: { episodes: [{ step_count: 1, last_action: "RUN_TESTS" }] },
    });
  });

  test("follows one episode from its beginning to its end, and goes on after a lost connection", async () => {
    const house = await openHouse({ pageTasks: tasksOf("train") });
    const player = await house.connect();
    await player.reset({ seed: 7 });
    await player.step("VIEW_CODE", { thought: "look" });
    const list = await (await listen(house, "/api/episodes/live")).next();
    const id = idIn(list.data);
    const first = await listen(house, `/api/episodes/${id}/live`);
    expect(await first.next()).toMatchObject({ event: "begin", data: { observation: { code_dict: { "1": "pass" } } } });
    expect(await first.next()).toMatchObject({ event: "step", id: "0", data: { action: { thought: "look" } } });
    await player.step("RUN_TESTS");
    expect(await first.next()).toMatchObject({ event: "step", id: "1", data: { index: 1 } });
    const again = await listen(house, `/api/episodes/${id}/live`, { "last-event-id": "0" });
    expect(await again.next()).toMatchObject({ event: "step", id: "1" });
    await player.step("SUBMIT");
    expect(await again.next()).toMatchObject({ event: "step", id: "2" });
    expect(await again.next()).toMatchObject({ event: "end", data: { episode: { state: "done" } } });
    expect(await again.next()).toMatchObject({ event: "closed" });
  });

  test("tells all who watch the list the same, and no more than a thousand rows at once", async () => {
    const clock = new ManualClock();
    const house = await openHouse({ capacity: 2000, clock, pageTasks: tasksOf("train") });
    const readers = await Promise.all([1, 2, 3].map(() => listen(house, "/api/episodes/live")));
    for (const { next } of readers) expect(await next()).toMatchObject({ event: "list", data: { total: 0 } });
    const sessions = Array.from({ length: MAX_ROWS + 5 }, () => house.registry.open());
    for (const [seed, session] of sessions.entries()) await session.reset({ seed });
    for (const rows of [MAX_ROWS, 5]) {
      clock.advance(250);
      const told = await Promise.all(readers.map(({ next }) => next()));
      expect(told[0]).toMatchObject({ event: "rows", data: { total: MAX_ROWS + 5, episodes: { length: rows } } });
      expect(told[1]).toEqual(told[0]);
      expect(told[2]).toEqual(told[0]);
    }
  });

  test("keeps what was played last, as a record, and forgets what never began", async () => {
    const house = await openHouse({ pageTasks: tasksOf("train") });
    const player = await house.connect("/ws?agent=me");
    await player.reset({ seed: 1 });
    await player.reset({ seed: 2, episode_id: "mine" });
    await player.step("SUBMIT");
    const recent = await house.request("GET", "/api/episodes/recent");
    expect(recent.body).toMatchObject({ total: 1, episodes: [{ seed: 2, episode_id: "mine", state: "done" }] });
    const { body } = await house.request("GET", `/api/episodes/${idIn(recent.body)}`);
    expect(body).toMatchObject({ version: 1, agent: "me", seed: 2, ending: "gave_up", steps: [{ done: true }] });
    const gone = await house.request("GET", "/api/episodes/none");
    expect(gone).toMatchObject({ status: 404, body: { detail: expect.stringContaining("does not hold") } });
  });

  test("leaves code, thoughts and outputs of the test split out, unless WATCH is full", async () => {
    for (const WATCH of ["on", "full"]) {
      const house = await openHouse({ pageTasks: tasksOf("test"), settings: { WATCH } });
      const player = await house.connect();
      await player.reset({ seed: 7 });
      await player.step("REPLACE_LINES", { start_line: 1, end_line: 1, new_code_block: "SECRET", thought: "SECRET" });
      await player.step("def SECRET(): pass");
      const list = JSON.stringify(await (await listen(house, "/api/episodes/live")).next());
      await player.step("SUBMIT", { thought: "SECRET" });
      const recent = await house.request("GET", "/api/episodes/recent");
      const record = JSON.stringify((await house.request("GET", `/api/episodes/${idIn(recent.body)}`)).body);
      const stream = await listen(house, `/api/episodes/${idIn(recent.body)}/live`);
      const events = JSON.stringify([await stream.next(), await stream.next(), await stream.next()]);
      for (const text of [list, record, events]) expect(text.includes("SECRET")).toBe(WATCH === "full");
      for (const text of [record, events]) {
        expect(text.includes('pass\\"}') || text.includes('"1":"pass"')).toBe(WATCH === "full");
      }
    }
  });

  test("cuts off who reads too slowly, and keeps no player waiting", async () => {
    const house = await openHouse({ pageTasks: tasksOf("train") });
    const player = await house.connect();
    await player.reset({ seed: 7 });
    const id = idIn((await (await listen(house, "/api/episodes/live")).next()).data);
    const { hostname, port } = new URL(house.url);
    const slow = connect({ host: hostname, port: Number(port) });
    onTestFinished(() => void slow.destroy());
    slow.write(`GET /api/episodes/${id}/live HTTP/1.1\r\nhost: ${hostname}\r\n\r\n`);
    await once(slow, "readable");
    // Nothing is read from here on, while more is said than any buffer between holds.
    const thought = "x".repeat(60_000);
    for (let step = 0; step < 400; step += 1) await player.step("VIEW_CODE", { thought });
    const answer = await player.step("SUBMIT");
    expect(answer).toMatchObject({ data: { done: true } });
    let text = "";
    for await (const chunk of slow.on("error", () => undefined)) text += String(chunk);
    expect(text).toContain("event: begin");
    expect(text).not.toContain("event: end");
  });

  test("refuses one watcher too many, of the list and of an episode, in words", async () => {
    const house = await openHouse({ pageTasks: tasksOf("train") });
    const player = await house.connect();
    await player.reset({ seed: 7 });
    const [first] = await Promise.all(
      Array.from({ length: MAX_STREAMS }, async () => (await (await listen(house, "/api/episodes/live")).next()).data),
    );
    const refusal = { status: 503, body: { code: "CAPACITY_REACHED" } };
    expect(await house.request("GET", "/api/episodes/live")).toMatchObject(refusal);
    expect(await house.request("GET", `/api/episodes/${idIn(first)}/live`)).toMatchObject(refusal);
    expect(await player.step("SUBMIT")).toMatchObject({ data: { done: true } });
  });

  test("can be turned off", async () => {
    const { request } = await openHouse({ settings: { WATCH: "off" } });
    for (const path of ["recent", "live", "some", "some/live"]) {
      expect(await request("GET", `/api/episodes/${path}`)).toMatchObject({
        status: 403,
        body: { detail: expect.stringContaining("WATCH=off") },
      });
    }
  });

  test("ends with the server, which waits for no stream", async () => {
    const house = await openHouse({ pageTasks: tasksOf("train") });
    const { next } = await listen(house, "/api/episodes/live");
    await next();
    const lost = expect(next()).rejects.toThrow();
    await house.server.stop();
    await lost;
  });
});

describe("recorded runs", () => {
  test("are listed with the episodes that can be read, and none leads out of the folder", async () => {
    const root = await mkdtemp(join(tmpdir(), "tracefix-runs-"));
    onTestFinished(() => rm(root, { recursive: true }));
    const house = await openHouse({ pageTasks: tasksOf("train"), settings: { RUNS_DIR: root } });
    expect((await house.request("GET", "/api/runs")).body).toEqual({ runs: [] });
    const player = await house.connect();
    await player.reset({ seed: 7 });
    await player.step("SUBMIT");
    const recent = await house.request("GET", "/api/episodes/recent");
    const { body: episode } = await house.request("GET", `/api/episodes/${idIn(recent.body)}`);
    await mkdir(join(root, "one"));
    await writeFile(join(root, "one", "episodes.jsonl"), `${JSON.stringify(episode)}\n{"half":\n`);

    expect((await house.request("GET", "/api/runs")).body).toMatchObject({ runs: [{ name: "one" }] });
    expect((await house.request("GET", "/api/runs/one")).body).toMatchObject({
      unreadable: 1,
      rows: [{ line: 1, seed: 7, steps: 1, ending: "gave_up" }],
    });
    expect((await house.request("GET", "/api/runs/one/1")).body).toEqual(episode);
    for (const path of ["/api/runs/two", "/api/runs/..%2f..%2fetc", "/api/runs/one/2", "/api/runs/one/9"]) {
      expect(await house.request("GET", path)).toMatchObject({ status: 404 });
    }
  });

  test("have once what a resumed run played again: as it was played last", async () => {
    const root = await mkdtemp(join(tmpdir(), "tracefix-runs-"));
    onTestFinished(() => rm(root, { recursive: true }));
    const house = await openHouse({ pageTasks: tasksOf("train"), settings: { RUNS_DIR: root } });
    const player = await house.connect();
    await player.reset({ seed: 7 });
    await player.step("SUBMIT");
    const recent = await house.request("GET", "/api/episodes/recent");
    const { body } = await house.request("GET", `/api/episodes/${idIn(recent.body)}`);
    const episode = body as Record<string, unknown>;
    const lines = [{ ...episode, ending: "error" }, { ...episode, key: "another" }, episode];
    await mkdir(join(root, "one"));
    await writeFile(join(root, "one", "episodes.jsonl"), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    const { body: run } = await house.request("GET", "/api/runs/one");
    const { rows } = run as { rows: { key: string; line: number; ending: string }[] };
    expect(rows.map(({ key, line, ending }) => ({ key, line, ending }))).toEqual([
      { key: episode.key, line: 3, ending: "gave_up" },
      { key: "another", line: 2, ending: "gave_up" },
    ]);
  });

  test("are none where the folder is missing", async () => {
    const { request } = await openHouse({ settings: { RUNS_DIR: "/nowhere/at/all" } });
    expect((await request("GET", "/api/runs")).body).toEqual({ runs: [] });
  });
});

function idIn(list: unknown): string {
  const episodes: unknown = Reflect.get(Object(list), "episodes");
  const [first]: unknown[] = Array.isArray(episodes) ? episodes : [];
  return String(Reflect.get(Object(first), "id"));
}
