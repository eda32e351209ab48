/** Who is told a task's name, which may name its bug: its player at the end, and the operator. */
import { describe, expect, test } from "vitest";
import { openHouse } from "./harness.ts";

const TOKEN = "an-operators-own-token";
const asked = { headers: { authorization: `Bearer ${TOKEN}` } };
const NAMED = { task_name: "fake_task" };

describe("a task's name", () => {
  test("is told to its player when the episode is over, and the program's until then, over /ws", async () => {
    const house = await openHouse();
    const player = await house.connect();
    await player.reset({ task_name: "fake_task" });
    expect(await player.ask({ type: "state" })).toMatchObject({ data: { task_name: "fake", done: false } });
    await player.step("SUBMIT");
    expect(await player.ask({ type: "state" })).toMatchObject({ data: { task_name: "fake_task", done: true } });
  });

  test("is told to its player when the episode is over, and the program's until then, over HTTP", async () => {
    const house = await openHouse();
    await house.request("POST", "/reset", { body: { episode_id: "mine" } });
    const state = () => house.request("GET", "/state?episode_id=mine");
    expect(await state()).toMatchObject({ body: { task_name: "fake", done: false } });
    await house.request("POST", "/step", { body: { action: { action_type: "SUBMIT" }, episode_id: "mine" } });
    expect(await state()).toMatchObject({ body: { task_name: "fake_task", done: true } });
  });

  test("is null before the first episode", async () => {
    const player = await (await openHouse()).connect();
    expect(await player.ask({ type: "state" })).toMatchObject({ data: { task_name: null } });
  });

  test("is told to the operator of every episode under way, or of those with a label", async () => {
    const house = await openHouse({ settings: { OPERATOR_TOKEN: TOKEN } });
    const player = await house.connect();
    await player.reset({ episode_id: "one" });
    await house.request("POST", "/reset", { body: { episode_id: "two" } });
    const look = async (query: string) => (await house.request("GET", `/operator/state${query}`, asked)).body;
    expect(await look("")).toMatchObject({ episodes: [NAMED, NAMED], total: 2 });
    expect(await look("?episode_id=two")).toMatchObject({ episodes: [{ ...NAMED, episode_id: "two" }], total: 1 });
    expect(await look("?episode_id=three")).toEqual({ episodes: [], total: 0 });
  });

  test("is told of a hundred episodes at most", async () => {
    const house = await openHouse({ capacity: 200, settings: { OPERATOR_TOKEN: TOKEN } });
    for (let at = 0; at < 101; at += 1) await house.request("POST", "/reset", { body: { episode_id: `e${at}` } });
    const { body } = await house.request("GET", "/operator/state", asked);
    expect(body).toMatchObject({ total: 101, episodes: { length: 100 } });
  });

  test.each([
    ["whose token is another", { OPERATOR_TOKEN: TOKEN }, "Bearer an-operators-own-tokeN", "Send Authorization"],
    ["who sends none", { OPERATOR_TOKEN: TOKEN }, "", "Send Authorization"],
    ["where the server has none", {}, `Bearer ${TOKEN}`, "by setting OPERATOR_TOKEN"],
    ["where the server has none and none is sent", {}, "", "by setting OPERATOR_TOKEN"],
  ])("is not told to a caller %s", async (_, settings, authorization, remedy) => {
    const house = await openHouse({ settings });
    const answer = await house.request("GET", "/operator/state", { headers: { authorization } });
    expect(answer).toMatchObject({ status: 403, body: { code: "FORBIDDEN", detail: expect.stringContaining(remedy) } });
  });
});
