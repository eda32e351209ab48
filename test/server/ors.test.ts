/** The Open Reward Standard's sessions; its own client plays them in `test/interop/format_ors.py`. */
import { describe, expect, test } from "vitest";
import { ManualClock } from "../sessions/manual-clock.ts";
import { type Answer, type HouseOptions, openHouse } from "./harness.ts";

const SID = "a session of my own";
const NAME = SID.replaceAll(" ", "-");

/** A server, and `ask`, which speaks for a session. */
async function openOrs(options: HouseOptions = {}) {
  const house = await openHouse(options);
  const ask = (path: string, body?: object, sid = NAME): Promise<Answer> =>
    house.request("POST", path, { body, headers: { "x-session-id": sid } });
  const create = (sid = NAME) => ask("/create", { task_spec: { seed: 3 } }, sid);
  const call = (name: string, more: object = {}) => ask("/tracefix_rl/call", { name, input: {}, ...more });
  return { ...house, ask, create, call };
}

function events({ body }: Answer): Record<string, string> {
  const found = String(body).matchAll(/event: (\w+)\ndata: (.*)\n\n/g);
  return Object.fromEntries([...found].map(([, name = "", data = ""]) => [name, data]));
}

function ended(answer: Answer): unknown {
  return JSON.parse(events(answer).end ?? "null");
}

function isTaken(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "ok" in answer && answer.ok === true;
}

describe("a session of the Open Reward Standard", () => {
  test("takes a place when its episode begins, and gives it back when it ends or is deleted", async () => {
    const { ask, create, call, registry, request } = await openOrs();
    const drawn = events(await request("POST", "/create_session"));
    expect(drawn).toEqual({ task_id: expect.stringMatching(/^[0-9a-f-]{36}$/), end: "" });
    expect(registry.active).toBe(0);
    expect(await create()).toMatchObject({ status: 200, body: { sid: NAME } });
    expect(await create("another-session-1")).toMatchObject({ status: 200 });
    expect(registry.active).toBe(2);
    await ask("/delete", undefined, "another-session-1");
    expect(ended(await call("submit"))).toMatchObject({ ok: true, output: { finished: true } });
    expect(registry.active).toBe(0);
    expect(ended(await call("run_tests"))).toMatchObject({ ok: false, reason: "episode_finished" });
    expect(await ask("/ping")).toMatchObject({ status: 200, body: { status: "ok" } });
    expect(await ask("/delete_session")).toMatchObject({ status: 200 });
    expect(await ask("/ping")).toMatchObject({ status: 404 });
  });

  test("ends by one of several calls made at once, and tells the others that it is over", async () => {
    const { create, call } = await openOrs();
    await create();
    const answers = await Promise.all(Array.from({ length: 8 }, () => call("submit")));
    const told = answers.map(ended).map((answer) => (isTaken(answer) ? "taken" : answer));
    expect(told.filter((answer) => answer === "taken")).toHaveLength(1);
    const over = { ok: false, reason: "episode_finished" };
    expect(told.filter((answer) => answer !== "taken")).toMatchObject(Array(7).fill(over));
  });

  test("tells a lost answer again, and takes no second step for it", async () => {
    const { create, call } = await openOrs();
    await create();
    const first = events(await call("run_tests"));
    expect(events(await call("run_tests", { task_id: first.task_id }))).toEqual(first);
    const last = events(await call("submit"));
    expect(events(await call("submit", { task_id: last.task_id }))).toEqual(last);
  });

  test("tells each of the last calls again by its own id, and takes no step for an id that it never gave", async () => {
    const { create, call } = await openOrs();
    await create();
    const first = events(await call("view_code"));
    await call("run_tests");
    expect(events(await call("view_code", { task_id: first.task_id }))).toEqual(first);
    expect(await call("view_code", { task_id: "none-of-them" })).toMatchObject({ status: 422 });
    expect(await call("")).toMatchObject({ status: 422 });
    expect(ended(await call("submit"))).toMatchObject({ output: { finished: true } });
  });

  test("has no tool that begins an episode: it is one", async () => {
    const { create, call, registry } = await openOrs();
    await create();
    const { resets } = registry.counts;
    const error = expect.stringMatching(/^Unknown tool: 'start_episode' \(known: view_code, [^)]*submit\)$/);
    expect(ended(await call("start_episode"))).toEqual({ ok: false, reason: "not_found", error });
    expect(registry.counts.resets).toBe(resets);
  });

  test("is played on, however many others have begun and ended since", async () => {
    const { ask, create, call } = await openOrs({ capacity: 2 });
    await create();
    for (const other of [
      "another-session-1",
      "another-session-2",
      "another-session-3",
      "another-session-4",
      "another-session-5",
    ]) {
      expect(await create(other)).toMatchObject({ status: 200 });
      await ask("/tracefix_rl/call", { name: "submit", input: {} }, other);
    }
    expect(ended(await call("run_tests"))).toMatchObject({ ok: true });
  });

  test("cannot begin twice, without a name, or without one task", async () => {
    const { ask, create, request } = await openOrs();
    await create();
    expect(await create()).toMatchObject({ status: 422, body: { detail: expect.stringContaining("already exists") } });
    expect(await request("POST", "/create", { body: { task_spec: {} } })).toMatchObject({ status: 422 });
    for (const body of [
      {},
      { split: "train" },
      { task_spec: [] },
      { task_spec: "a" },
      { task_spec: {}, split: "train", index: 0 },
    ]) {
      expect(await ask("/create", body, "another-session-1")).toMatchObject({ status: 422 });
    }
  });

  test("counts against the same capacity as every other", async () => {
    const { create, registry } = await openOrs({ capacity: 1 });
    await create();
    expect(await create("another-session-1")).toMatchObject({ status: 503 });
    expect(registry.active).toBe(1);
  });

  test("ends when nobody asks for it for too long, and not while it is pinged", async () => {
    const clock = new ManualClock();
    const { ask, create, registry } = await openOrs({ clock, settings: { HTTP_IDLE_SECONDS: "100" } });
    await create();
    clock.advance(60_000);
    await ask("/ping");
    clock.advance(60_000);
    expect(registry.active).toBe(1);
    clock.advance(60_000);
    expect(registry.active).toBe(0);
    expect(await ask("/ping")).toMatchObject({ status: 404 });
  });

  test("is asked for without the environment's name, too", async () => {
    const { request } = await openOrs();
    const answer = await request("GET", "/tools");
    expect([answer.status, answer.headers.get("location")]).toEqual([308, "/tracefix_rl/tools"]);
  });

  test.each<Record<string, string>>([{ ENABLE_ORS: "false" }, { OPENENV_MODE: "production" }])(
    "is not there with %j",
    async (settings) => {
      const { create, call, request } = await openOrs({
        settings,
      });
      expect([await create(), await call("submit"), await request("GET", "/tools")]).toMatchObject(
        Array(3).fill({ status: 404 }),
      );
    },
  );
});
