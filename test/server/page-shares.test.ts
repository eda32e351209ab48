/** What visitors of the page share: one client's cannot have all of it, and do not use up what others may do. */
import { describe, expect, test } from "vitest";
import { PlayTickets } from "../../src/server/watch/play-tickets.ts";
import { ManualClock } from "../sessions/manual-clock.ts";
import { type House, openHouse } from "./harness.ts";

const BEHIND_PROXY = { TRUSTED_PROXIES: "127.0.0.1", PING_SECONDS: "1000", WATCH: "on" };
const GREEDY = { "x-forwarded-for": "198.51.100.1" };
const OTHER = { "x-forwarded-for": "198.51.100.2" };
/** All but a tenth of the hundred who may watch. */
const SHARE = 90;

async function listen({ url }: House, headers: typeof GREEDY, gone: AbortSignal): Promise<number> {
  return (await fetch(`${url}/api/episodes/live`, { headers, signal: gone })).status;
}

describe("one client's visitors", () => {
  test("watch the shared episode up to a share, and others find a place", async () => {
    const house = await openHouse({ settings: BEHIND_PROXY });
    const watchers = await Promise.all(Array.from({ length: SHARE }, () => house.connect("/ws/ui", GREEDY)));
    for (const watcher of watchers) expect(await watcher.nextJson()).toMatchObject({ type: "state_update" });
    const next = await house.connect("/ws/ui", GREEDY);
    expect(await next.nextJson()).toMatchObject({ type: "error", data: { code: "CAPACITY_REACHED" } });
    expect(await next.closed).toMatchObject({ code: 1000 });
    expect(await (await house.connect("/ws/ui", OTHER)).nextJson()).toMatchObject({ type: "state_update" });
    watchers[0]?.socket.terminate();
    await expect
      .poll(async () => (await house.connect("/ws/ui", GREEDY)).nextJson())
      .toMatchObject({ type: "state_update" });
  });

  test("watch what is played up to a share, and others find a place", async () => {
    const house = await openHouse({ settings: BEHIND_PROXY });
    const gone = new AbortController();
    const listening = Array.from({ length: SHARE }, () => listen(house, GREEDY, gone.signal));
    expect(new Set(await Promise.all(listening))).toEqual(new Set([200]));
    expect(await listen(house, GREEDY, gone.signal)).toBe(503);
    expect(await listen(house, OTHER, gone.signal)).toBe(200);
    gone.abort();
    const again = new AbortController();
    await expect.poll(() => listen(house, GREEDY, again.signal)).toBe(200);
    again.abort();
  });

  test("reset the shared episode at their own pace, not at everybody's", async () => {
    const clock = new ManualClock();
    const registryOptions = { clientResetsPerSecond: 1 };
    const house = await openHouse({ clock, settings: BEHIND_PROXY, registryOptions });
    const reset = (headers: typeof GREEDY) => house.request("POST", "/web/reset", { body: {}, headers });
    expect(await reset(GREEDY)).toMatchObject({ status: 200 });
    const second = reset(GREEDY);
    expect(await reset(OTHER)).toMatchObject({ status: 200 });
    let done = false;
    void second.finally(() => {
      done = true;
    });
    while (!done) {
      clock.advance(100);
      await new Promise(setImmediate);
    }
    expect(await second).toMatchObject({ status: 200 });
  });

  test("line up for the shared episode two at a time, so that others are not behind all of them", async () => {
    const house = await openHouse({ settings: BEHIND_PROXY });
    await house.request("POST", "/web/reset", { body: {} });
    const act = (headers: typeof GREEDY, action_type: string) =>
      house.request("POST", "/web/step", { body: { action: { action_type } }, headers });
    const hanging = Array.from({ length: 4 }, () => act(GREEDY, "HANG"));
    await house.stage.until((stage) => stage.hanging.length === 1);
    const other = act(OTHER, "VIEW_CODE");
    // The greedy one's other two wait outside: behind its first two comes the other.
    for (const turn of [0, 1]) {
      await house.stage.until((stage) => stage.hanging.length > turn);
      house.stage.hanging[turn]?.finish();
    }
    expect(await other).toMatchObject({ status: 200 });
    for (const turn of [2, 3]) {
      await house.stage.until((stage) => stage.hanging.length > turn);
      house.stage.hanging[turn]?.finish();
    }
    for (const { status } of await Promise.all(hanging)) expect(status).toBe(200);
  });

  test("never make the server forget all tickets of others", () => {
    const tickets = new PlayTickets(null);
    const mine = tickets.issue({ browser: "mine", client: "other" });
    const first = tickets.issue({ browser: "theirs", client: "greedy" });
    for (let count = 0; count < 2_000; count += 1) tickets.issue({ browser: "theirs", client: "greedy" });
    expect(tickets.find(mine)).toMatchObject({ browser: "mine" });
    expect(tickets.find(first)).toBeUndefined();
  });
});
