/** What readers find of kept episodes: the list with its cursor and filters, a record by its id, and what stays hidden. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keptListSchema, keptQuerySchema } from "../../../src/protocol/protocol.ts";
import type { KeptFacts, KeptForReaders } from "../../../src/server/kept/kept-episodes.ts";
import { listKept } from "../../../src/server/kept/list-kept.ts";
import { makeObservation, makeRecord, makeStep } from "../../evaluation/support/records.ts";
import { openHouse } from "../harness.ts";

const AT = Date.UTC(2030, 0, 1);
const CODE = "THE_CODE";

function factsOf(key: number, other: Partial<KeptFacts> = {}): KeptFacts {
  const place = { key, id: `id-${key}`, label: `label-${key}`, begunAt: AT + key * 1000, lastAt: AT + key * 1000 };
  const what = { task: "sum_even_off", program: "sum_even", split: "train", difficulty: "easy" } as const;
  return { ...place, ...what, steps: 2, ended: true, ...other };
}

function shelfOf(facts: readonly KeptFacts[], record: KeptForReaders["record"] = async () => null): KeptForReaders {
  const newest = [...facts].sort((a, b) => b.key - a.key);
  const from = (before: number | null) => newest.filter(({ key }) => before === null || key < before);
  return { newest: async (limit, before) => from(before).slice(0, limit), record };
}

const someFacts = fc.record({
  task: fc.constantFrom("sum_even_off", "sum_even_wrong"),
  split: fc.constantFrom("train", "test", null),
  ended: fc.boolean(),
});

test("whatever is asked for, all pages together are what fits, each once and the newest first", async () => {
  const query = fc.record(
    {
      limit: fc.integer({ min: 1, max: 200 }),
      task: fc.constantFrom("sum_even_off", "sum_even"),
      split: fc.constantFrom("train" as const, "test" as const),
      ended: fc.boolean(),
      since: fc.constantFrom(new Date(AT + 100_000).toISOString()),
    },
    { requiredKeys: ["limit"] },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(someFacts, { maxLength: 450 }), query, async (given, asked) => {
      const all = given.map((facts, key) => factsOf(key + 1, facts));
      const seen: string[] = [];
      for (let cursor: number | undefined; ; ) {
        const { episodes, next } = await listKept(
          shelfOf(all),
          { ...asked, ...(cursor && { cursor }) },
          { full: false },
        );
        expect(episodes.length).toBeLessThanOrEqual(asked.limit);
        seen.push(...episodes.map(({ id }) => id));
        if (next === null) break;
        cursor = Number(next);
      }
      const fits = ({ task, ended, split, lastAt }: KeptFacts) =>
        (asked.task === undefined || (ended ? task : "sum_even") === asked.task) &&
        (asked.split === undefined || split === asked.split) &&
        (asked.ended === undefined || ended === asked.ended) &&
        (asked.since === undefined || lastAt >= Date.parse(asked.since));
      expect(seen).toEqual(
        all
          .filter(fits)
          .map(({ id }) => id)
          .reverse(),
      );
    }),
  );
});

test("a cursor goes on though its episode was let go, and one answer looks at a bounded number of rows", async () => {
  const all = Array.from({ length: 5000 }, (_, at) => factsOf(at + 1, { ended: at === 0 }));
  const { next, episodes } = await listKept(shelfOf(all), { limit: 3 }, { full: false });
  expect(episodes.map(({ id }) => id)).toEqual(["id-5000", "id-4999", "id-4998"]);
  const rest = shelfOf(all.filter(({ key }) => key < 4998));
  const query = keptQuerySchema.parse({ limit: "1", cursor: next });
  expect((await listKept(rest, query, { full: false })).episodes).toMatchObject([{ id: "id-4997" }]);
  const rare = await listKept(shelfOf(all), { ended: true }, { full: false });
  expect(rare).toMatchObject({ episodes: [], next: "3001" });
});

const looks = { ...makeStep("VIEW_CODE"), done: false };
const recordOf = (split: "train" | "test", isOver: boolean) =>
  makeRecord({
    key: "an-id",
    split,
    program: "sum_even",
    task_name: "sum_even_off",
    bug_type: "off_by_one",
    seed: 12345,
    initial_observation: makeObservation({ code_dict: { "1": CODE } }),
    steps: [looks, { ...looks, done: isOver }],
  });

describe("a record", () => {
  const READ = "a-token-that-may-read";
  const records: Readonly<Record<string, ReturnType<typeof recordOf>>> = {
    over: recordOf("train", true),
    going: recordOf("train", false),
    test: recordOf("test", true),
  };
  const kept = shelfOf([], async (id) => records[id] ?? null);
  const asked = async (settings: Readonly<Record<string, string>>, id: string, headers = {}) => {
    const { request } = await openHouse({ kept, settings });
    return request("GET", `/api/episodes/${id}`, { headers });
  };

  test("tells nobody the draw, but who reads by a token where all is shown", async () => {
    expect(await asked({}, "over")).toMatchObject({ body: { seed: -1, task_name: "sum_even_off" } });
    expect(await asked({ WATCH: "full" }, "over")).toMatchObject({ body: { seed: -1 } });
    const settings = { WATCH: "full", TRACEFIX_TOKENS: `read:${READ}` };
    const headers = { authorization: `Bearer ${READ}` };
    expect(await asked(settings, "over", headers)).toMatchObject({ body: { seed: 12345 } });
    expect(await asked(settings, "going", headers)).toMatchObject({ body: { seed: -1 } });
  });

  test("tells no task while the episode goes on, and no code of the test split", async () => {
    const going = JSON.stringify((await asked({}, "going")).body);
    expect(going).toContain(CODE);
    expect(going).not.toMatch(/sum_even_off|off_by_one|12345/);
    expect(JSON.stringify((await asked({}, "test")).body)).not.toContain(CODE);
    expect(JSON.stringify((await asked({ WATCH: "full" }, "test")).body)).toContain(CODE);
  });

  test("that is not kept is not found, with the page and without it", async () => {
    for (const settings of [{}, { ENABLE_WEB_INTERFACE: "false" }]) {
      expect(await asked(settings, "another")).toMatchObject({ status: 404 });
      expect(await asked(settings, "over")).toMatchObject({ status: 200 });
    }
  });

  test("and the list are for who may watch", async () => {
    const from = { "x-forwarded-for": "203.0.113.7" };
    for (const [WATCH, headers, status] of [
      ["local", {}, 200],
      ["local", from, 403],
      ["on", from, 200],
      ["off", {}, 403],
    ] as const) {
      const { request } = await openHouse({ kept, settings: { WATCH } });
      expect(await request("GET", "/api/episodes/over", { headers })).toMatchObject({ status });
      expect(await request("GET", "/api/episodes", { headers })).toMatchObject({ status });
    }
  });
});

test("the list is of its shape, is empty where nothing is kept, and refuses what it does not know", async () => {
  const { request } = await openHouse({ kept: shelfOf([factsOf(1)]) });
  const { body } = await request("GET", "/api/episodes?ended=true&split=train&since=2029-01-01T00:00:00Z");
  expect(keptListSchema.parse(body).episodes).toMatchObject([{ id: "id-1", episode_id: "label-1", hides_code: false }]);
  for (const query of [
    "ended=perhaps",
    "split=other",
    "agent=me",
    "limit=201",
    "cursor=x",
    "cursor=",
    "since=yesterday",
  ]) {
    expect(await request("GET", `/api/episodes?${query}`)).toMatchObject({ status: 422 });
  }
  const none = await openHouse();
  expect(await none.request("GET", "/api/episodes")).toMatchObject({ status: 200, body: { episodes: [], next: null } });
});
