import { describe, expect, test } from "vitest";
import { type House, openHouse } from "./harness.ts";

const HEADER = "x-tracefix-session";
const MINE = { [HEADER]: "a secret of mine" };
const OTHERS = { [HEADER]: "a secret of another" };
const RUN = { action_type: "RUN_TESTS" };

type Headers = Readonly<Record<string, string>>;

const reset = ({ request }: House, episode_id?: string, headers: Headers = {}) =>
  request("POST", "/reset", { body: { episode_id }, headers });
const step = ({ request }: House, episode_id?: string, headers: Headers = {}) =>
  request("POST", "/step", { body: { action: RUN, episode_id }, headers });
const state = ({ request }: House, episode_id: string, headers: Headers = {}) =>
  request("GET", `/state?episode_id=${episode_id}`, { headers });

describe("X-Tracefix-Session", () => {
  test("[HTTP-22] sent at the reset is needed for every later step, state and reset", async () => {
    const house = await openHouse();
    const begun = await reset(house, "mine", MINE);
    expect([begun.status, begun.headers.get(HEADER)]).toEqual([200, null]);
    for (const headers of [{}, OTHERS]) {
      expect(await step(house, "mine", headers)).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
      expect(await state(house, "mine", headers)).toMatchObject({ status: 404 });
      expect(await reset(house, "mine", headers)).toMatchObject({ status: 409, body: { code: "EXECUTION_ERROR" } });
      expect(await step(house, undefined, headers)).toMatchObject({ status: 409 });
    }
    expect(await step(house, "mine", MINE)).toMatchObject({ status: 200, body: { observation: { step_count: 1 } } });
    expect(await step(house, undefined, MINE)).toMatchObject({ body: { observation: { step_count: 2 } } });
    expect(await state(house, "mine", MINE)).toMatchObject({ status: 200, body: { step_count: 2 } });
    expect(await reset(house, "mine", MINE)).toMatchObject({ status: 200, body: { observation: { step_count: 0 } } });
    expect(house.registry.active).toBe(1);
  });

  test("[HTTP-22] is drawn where the client sends none, and told in the header, never in the body", async () => {
    const house = await openHouse();
    const begun = await reset(house, "open");
    const drawn = begun.headers.get(HEADER) ?? "";
    expect(drawn).toMatch(/^[\w-]{32}$/);
    const answers = [begun, await step(house, "open"), await state(house, "open"), await step(house)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain(drawn);
    for (const { headers } of answers.slice(1)) expect(headers.get(HEADER)).toBeNull();
    expect(await reset(house, "open")).toMatchObject({ status: 409 });
    expect(await state(house, "open")).toMatchObject({ body: { step_count: 2 } });
    expect(await reset(house, "open", { [HEADER]: drawn })).toMatchObject({ status: 200 });
    expect(await state(house, "open")).toMatchObject({ body: { step_count: 0 } });
  });

  test("[HTTP-22] of two resets with the same label at the same moment lets one begin", async () => {
    const house = await openHouse();
    const answers = await Promise.all([MINE, OTHERS, {}].map((headers) => reset(house, "same", headers)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(house.registry.active).toBe(1);
  });

  test("[HTTP-22] is no secret when it is empty", async () => {
    const house = await openHouse();
    const answer = await reset(house, "mine", { [HEADER]: "" });
    expect(answer).toMatchObject({ status: 422, body: { detail: [{ loc: ["headers", HEADER] }] } });
  });

  test("[HTTP-22] is told of in the description of the HTTP interface", async () => {
    const { request } = await openHouse();
    const { body } = await request("GET", "/openapi.json");
    expect(JSON.stringify(body)).toContain(HEADER);
  });
});
