import { describe, expect, test } from "vitest";
import { stateUpdateSchema } from "../../src/protocol/protocol.ts";
import { ManualClock } from "../sessions/manual-clock.ts";
import { type Client, type House, openHouse } from "./harness.ts";

const post = ({ request }: House, path: string, body?: unknown) => request("POST", path, { body });
const act = (house: House, action_type: string) => post(house, "/web/step", { action: { action_type } });

async function nextEpisode(watcher: Client) {
  return stateUpdateSchema.parse(await watcher.nextJson()).episode_state;
}

describe("the page's shared environment", () => {
  test("[WEB-1] shows its card", async () => {
    const { request } = await openHouse();
    const keys = ["author", "description", "documentation_url", "name", "readme_content", "version"];
    const { status, body } = await request("GET", "/web/metadata");
    expect([status, Object.keys(body ?? {}).sort()]).toEqual([200, keys]);
  });

  test("[WEB-2] begins an episode with a body and without, and says what is wrong with one", async () => {
    const house = await openHouse();
    for (const body of [undefined, {}, { seed: 1, episode_id: "w1" }]) {
      const answer = await post(house, "/web/reset", body);
      expect(answer).toMatchObject({ status: 200, body: { reward: 0, done: false, metadata: { max_steps: 1000 } } });
      expect(Object.keys(answer.body ?? {})).toEqual(["observation", "reward", "done", "metadata"]);
    }
    expect(house.stage.requests.at(-1)).toMatchObject({ seed: 1, episode_id: "w1" });
    const issue = { type: "extra_forbidden", loc: ["body", "sede"] };
    expect(await post(house, "/web/reset", { sede: 1 })).toMatchObject({ status: 422, body: { detail: [issue] } });
    expect(await post(house, "/web/reset", [])).toMatchObject({ status: 422 });
  });

  test("[WEB-3] [WEB-4] is one for all who ask, and apart from the episodes of /reset", async () => {
    const house = await openHouse();
    await post(house, "/web/reset", { episode_id: "w1" });
    for (const _ of [1, 2]) expect(await act(house, "RUN_TESTS")).toMatchObject({ status: 200, body: { reward: 0.5 } });
    const state = (path: string) => house.request("GET", path);
    expect(await state("/web/state")).toMatchObject({ status: 200, body: { episode_id: "w1", step_count: 2 } });
    expect(await state("/state")).toMatchObject({ status: 200, body: { episode_id: null, step_count: 0 } });
    expect(house.registry.active).toBe(1);
  });

  test("[WEB-3] refuses what is no action, and a step without an episode", async () => {
    const house = await openHouse();
    expect(await act(house, "RUN_TESTS")).toMatchObject({ status: 409, body: { code: "EXECUTION_ERROR" } });
    expect(await house.request("GET", "/web/state")).toMatchObject({ body: { episode_id: null, step_count: 0 } });
    for (const body of [{ action: {} }, { message: "hi" }, {}]) {
      expect(await post(house, "/web/step", body)).toMatchObject({ status: 422, body: { detail: expect.any(Array) } });
    }
    expect(house.registry.active).toBe(0);
  });

  test("does not name the task that a curriculum drew to those who watch", async () => {
    const house = await openHouse();
    const watcher = await house.connect("/ws/ui");
    await nextEpisode(watcher);
    const reset = await post(house, "/web/reset", { curriculum: "mastery", group: "visitors" });
    expect(JSON.stringify(reset.body)).toContain("secret_task");
    expect(JSON.stringify(await nextEpisode(watcher))).not.toContain("secret_task");
  });

  test("[WEB-5] is shown to all who watch, whatever they send, until they leave", async () => {
    const house = await openHouse();
    const early = await house.connect("/ws/ui");
    expect(await nextEpisode(early)).toEqual({
      episode_id: null,
      step_count: 0,
      current_observation: null,
      action_logs: [],
      is_reset: true,
    });
    early.send("anything");
    await post(house, "/web/reset", { episode_id: "w1" });
    expect(await nextEpisode(early)).toMatchObject({ episode_id: "w1", is_reset: true, action_logs: [] });
    await act(house, "RUN_TESTS");
    const log = { action: { action_type: "RUN_TESTS" }, reward: 0.5, done: false, step_count: 1 };
    const shown = { episode_id: "w1", step_count: 1, is_reset: false, action_logs: [log] };
    expect(await nextEpisode(early)).toMatchObject(shown);
    const late = await house.connect("/ws/ui");
    expect(await nextEpisode(late)).toMatchObject(shown);
    early.socket.terminate();
    await act(house, "SUBMIT");
    expect(await nextEpisode(late)).toMatchObject({ step_count: 2, action_logs: [log, { done: true }] });
    expect(house.registry.active).toBe(1);
  });

  test("is shown with as many of its last steps as are no burden to send, and with no field that an action has not", async () => {
    const house = await openHouse();
    const watcher = await house.connect("/ws/ui");
    await nextEpisode(watcher);
    await post(house, "/web/reset");
    await nextEpisode(watcher);
    const action = { action_type: "VIEW_CODE", thought: "t".repeat(20_000), extra: "e".repeat(400_000) };
    let logs: readonly { readonly action: object; readonly step_count: number }[] = [];
    for (let step = 1; step <= 40; step += 1) {
      await post(house, "/web/step", { action });
      ({ action_logs: logs } = await nextEpisode(watcher));
      expect(JSON.stringify(logs).length).toBeLessThan(310_000);
      expect(logs.at(-1)).toMatchObject({ step_count: step });
    }
    expect(logs.length).toBeGreaterThan(5);
    expect(logs.length).toBeLessThan(40);
    expect(logs[0]?.action).toEqual({ action_type: "VIEW_CODE", thought: "t".repeat(10_000) });
  });

  test("[WEB-5] is shown to no more than a hundred at once", async () => {
    const house = await openHouse();
    const watchers = await Promise.all(Array.from({ length: 100 }, () => house.connect("/ws/ui")));
    const refused = await house.connect("/ws/ui");
    expect(await refused.next()).toMatchObject({ type: "error", data: { code: "CAPACITY_REACHED" } });
    expect(await refused.closed).toMatchObject({ code: 1000 });
    await nextEpisode(watchers[0] ?? refused);
  });

  test("[WEB-6] gives its session back when nobody asks for it any more", async () => {
    const clock = new ManualClock();
    const house = await openHouse({ clock, capacity: 1, settings: { HTTP_IDLE_SECONDS: "60" } });
    await post(house, "/web/reset", { episode_id: "w1" });
    expect(await post(house, "/reset")).toMatchObject({ status: 503 });
    clock.advance(120_000);
    expect(house.registry.active).toBe(0);
    expect(await house.request("GET", "/web/state")).toMatchObject({ body: { episode_id: null } });
    expect(await nextEpisode(await house.connect("/ws/ui"))).toMatchObject({ episode_id: null, step_count: 0 });
    expect(await act(house, "RUN_TESTS")).toMatchObject({ status: 409 });
  });

  test("[WEB-7] is not there when the web interface is switched off", async () => {
    const house = await openHouse({ settings: { ENABLE_WEB_INTERFACE: "false" } });
    for (const path of ["/web/metadata", "/web/state"]) {
      expect(await house.request("GET", path)).toMatchObject({ status: 404 });
    }
    for (const path of ["/web/reset", "/web/step"]) expect(await post(house, path, {})).toMatchObject({ status: 404 });
    await expect(house.connect("/ws/ui")).rejects.toThrow("404");
  });
});
