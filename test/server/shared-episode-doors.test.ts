/** Who may see the page's shared episode, and act in it: those whom WATCH admits, at each of its doors. */
import { networkInterfaces } from "node:os";
import { describe, expect, onTestFinished, test } from "vitest";
import { stateUpdateSchema } from "../../src/protocol/protocol.ts";
import { Client, type House, openHouse } from "./harness.ts";

const BY_PROXY = { "x-forwarded-for": "127.0.0.1" };
const STEP = { action: { action_type: "RUN_TESTS" } };
/** In the order of a visit, so that each is answered with 200 to anyone who may come in. */
const ROUTES: readonly (readonly [method: string, path: string, body?: object])[] = [
  ["POST", "/web/reset", { split: "test" }],
  ["POST", "/web/step", STEP],
  ["GET", "/web/state"],
];

function visit(house: House, headers: Readonly<Record<string, string>> = {}) {
  return Promise.all(
    ROUTES.map(([method, path, body]) => house.request(method, path, { ...(body && { body }), headers })),
  );
}

/** What the socket says, and how it is closed. */
async function refusal(watcher: Client) {
  return { said: await watcher.nextJson(), goodbye: await watcher.closed };
}

function refused(remedy: string) {
  const says = expect.stringContaining(remedy);
  return {
    byHttp: { status: 403, body: { code: "FORBIDDEN", detail: says } },
    bySocket: {
      said: { type: "error", data: { code: "FORBIDDEN", message: says } },
      goodbye: { code: 1000 },
    },
  };
}

describe("the page's shared episode", () => {
  test("is, without a setting, for who comes from this machine and through no proxy", async () => {
    const house = await openHouse();
    const { byHttp, bySocket } = refused("WATCH=on");
    for (const answer of await visit(house, BY_PROXY)) expect(answer).toMatchObject(byHttp);
    expect(await refusal(await house.connect("/ws/ui", BY_PROXY))).toMatchObject(bySocket);
    // No stranger has begun an episode, nor holds a watcher's place.
    expect([house.stage.requests, house.registry.active]).toEqual([[], 0]);

    const watcher = await house.connect("/ws/ui");
    expect(stateUpdateSchema.parse(await watcher.nextJson()).episode_state.is_reset).toBe(true);
    for (const [method, path, body] of ROUTES) {
      expect(await house.request(method, path, { ...(body && { body }) })).toMatchObject({ status: 200 });
    }
    expect(await house.request("GET", "/web/metadata", { headers: BY_PROXY })).toMatchObject({ status: 200 });
  });

  test("is for nobody who comes by another address, though it is this very machine's", async () => {
    const house = await openHouse({ settings: { HOST: "0.0.0.0" } });
    const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    const outside = all.find(({ family, internal }) => family === "IPv4" && !internal)?.address;
    if (outside === undefined) return;
    const there = `${outside}:${new URL(house.url).port}`;
    for (const [method, path, body] of ROUTES) {
      const sent = body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
      expect((await fetch(`http://${there}${path}`, { method, ...sent })).status).toBe(403);
    }
    const watcher = await Client.open(`ws://${there}/ws/ui`);
    onTestFinished(() => watcher.socket.terminate());
    expect(await refusal(watcher)).toMatchObject(refused("WATCH=on").bySocket);
  });

  test("refuses a stranger before it reads what he sends", async () => {
    const house = await openHouse();
    for (const [method, path] of ROUTES.slice(0, 2)) {
      expect(await house.request(method, path, { body: "{", headers: BY_PROXY })).toMatchObject({ status: 403 });
    }
  });

  test.each(["on", "full"])("is for everybody with WATCH=%s", async (WATCH) => {
    const house = await openHouse({ settings: { WATCH } });
    const watcher = await house.connect("/ws/ui", BY_PROXY);
    expect(await watcher.nextJson()).toMatchObject({ type: "state_update" });
    for (const answer of await visit(house, BY_PROXY)) expect(answer).toMatchObject({ status: 200 });
    expect(await watcher.nextJson()).toMatchObject({ type: "state_update", episode_state: { is_reset: true } });
  });

  test("is for nobody with WATCH=off, from this machine neither", async () => {
    const house = await openHouse({ settings: { WATCH: "off" } });
    const { byHttp, bySocket } = refused("WATCH=local");
    for (const headers of [{}, BY_PROXY]) {
      for (const answer of await visit(house, headers)) expect(answer).toMatchObject(byHttp);
      expect(await refusal(await house.connect("/ws/ui", headers))).toMatchObject(bySocket);
    }
  });
});
