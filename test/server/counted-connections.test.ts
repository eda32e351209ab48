/** For whom a connection counts: a token's client wherever it comes from, and behind a proxy the one who asks through it. */
import { describe, expect, test } from "vitest";
import { type House, openHouse } from "./harness.ts";

const TOKENS = ["first-token-of-16-characters", "other-token-of-16-characters"] as const;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function metric({ request }: House, name: "active" | "waiting"): Promise<number> {
  const { body } = await request("GET", "/metrics");
  return Number(new RegExp(`^tracefix_connections_${name} (\\d+)$`, "m").exec(String(body))?.[1]);
}

describe("connections of one address", () => {
  const settings = { CLIENT_CONNECTIONS: "2", CLIENT_TOKENS: TOKENS.join(","), PING_SECONDS: "1000" };

  test("[WS-15] count for the tokens that they bring, each with a share of its own", async () => {
    const house = await openHouse({ settings });
    for (const token of [TOKENS[0], TOKENS[0], TOKENS[1], TOKENS[1]]) {
      expect(await (await house.connect("/ws", bearer(token))).reset()).toMatchObject({ type: "observation" });
    }
    expect(await metric(house, "waiting")).toBe(0);
  });

  test("count for the address where the token is nobody's", async () => {
    const house = await openHouse({ settings });
    const first = await house.connect("/ws", bearer("made-up-token-of-16-characters"));
    await house.connect("/ws", bearer("another-made-up-token-of-16"));
    const third = house.connect("/ws", bearer("a-third-made-up-token-of-16"));
    await expect.poll(() => metric(house, "waiting")).toBe(1);
    first.socket.close();
    expect(await (await third).reset()).toMatchObject({ type: "observation" });
  });

  test("leave nothing counted when they end", async () => {
    const house = await openHouse({ settings });
    const sockets = [await house.connect("/ws", bearer(TOKENS[0])), await house.connect("/ws")];
    for (const { socket } of sockets) socket.terminate();
    // What is left is the connection that asks.
    await expect.poll(() => metric(house, "active")).toBeLessThanOrEqual(1);
  });
});

describe("requests through a trusted proxy", () => {
  const settings = { CLIENT_CONNECTIONS: "2", TRUSTED_PROXIES: "127.0.0.1", PING_SECONDS: "1000" };
  const [GREEDY, OTHER] = [{ "x-forwarded-for": "198.51.100.1" }, { "x-forwarded-for": "198.51.100.2" }];
  const act = ({ request }: House, episode_id: string, headers: typeof GREEDY, action_type = "HANG") =>
    request("POST", "/step", { body: { episode_id, action: { action_type } }, headers });

  async function houseWith(...episodes: readonly string[]): Promise<House> {
    const house = await openHouse({ settings });
    for (const episode_id of episodes) await house.request("POST", "/reset", { body: { episode_id } });
    return house;
  }

  test("[HTTP-23] count for the client behind it while they are under way, and the next one waits", async () => {
    const house = await houseWith("a", "b", "c", "d");
    const running = [act(house, "a", GREEDY), act(house, "b", GREEDY)];
    await house.stage.until(({ hanging }) => hanging.length === 2);
    const third = act(house, "c", GREEDY, "VIEW_CODE");
    await expect.poll(() => metric(house, "waiting")).toBe(1);
    expect(await act(house, "d", OTHER, "VIEW_CODE")).toMatchObject({ status: 200 });
    expect(await metric(house, "waiting")).toBe(1);
    for (const { finish } of house.stage.hanging) finish();
    for (const { status } of await Promise.all([...running, third])) expect(status).toBe(200);
    await expect.poll(() => metric(house, "active")).toBe(0);
  });

  test("are answered about the server's health however many there are", async () => {
    const house = await houseWith("a", "b");
    const running = [act(house, "a", GREEDY), act(house, "b", GREEDY)];
    await house.stage.until(({ hanging }) => hanging.length === 2);
    for (const path of ["/health", "/ready", "/metrics"]) {
      expect(await house.request("GET", path, { headers: GREEDY })).toMatchObject({ status: 200 });
    }
    for (const { finish } of house.stage.hanging) finish();
    await Promise.all(running);
  });
});
