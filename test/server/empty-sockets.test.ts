import { describe, expect, test } from "vitest";
import { ManualClock } from "../sessions/manual-clock.ts";
import { type Client, type House, openHouse } from "./harness.ts";
import { createSession } from "./rpc.ts";

/** Twenty connections, of which two must be free, counted where a socket comes in through the proxy. */
const SETTINGS = { MAX_CONNECTIONS: "20", TRUSTED_PROXIES: "127.0.0.1", PING_SECONDS: "1000", WATCH: "on" };
const from = (address: string) => ({ "x-forwarded-for": address });
const MANY = from("198.51.100.1");
const FEW = from("198.51.100.2");

interface Crowd extends House {
  readonly clock: ManualClock;
}

async function crowd(): Promise<Crowd> {
  const clock = new ManualClock();
  return { ...(await openHouse({ clock, settings: SETTINGS })), clock };
}

function open({ connect }: House, count: number, headers: typeof MANY): Promise<Client[]> {
  return Promise.all(Array.from({ length: count }, () => connect("/ws", headers)));
}

/** Sockets that are still open when the server has answered once more. */
async function stillOpen({ request }: House, clients: readonly Client[]): Promise<number> {
  await request("GET", "/health");
  await request("GET", "/health");
  return clients.filter(({ socket }) => socket.readyState === socket.OPEN).length;
}

async function figure({ request }: House, name: string): Promise<number> {
  const { body } = await request("GET", "/metrics");
  return Number(new RegExp(`^${name} (\\d+)$`, "m").exec(String(body))?.[1]);
}

describe("a socket that has begun nothing", () => {
  test("[WS-16] stays for as long as there are connections for others", async () => {
    const house = await crowd();
    const clients = await open(house, 17, MANY);
    house.clock.advance(300_000);
    expect(await stillOpen(house, clients)).toBe(17);
    expect(await clients[0]?.reset()).toMatchObject({ type: "observation" });
  });

  test("[WS-16] is closed after 30 s, and no sooner, once they are short: as many as are wanted", async () => {
    const house = await crowd();
    const most = await open(house, 15, MANY);
    const few = await open(house, 4, FEW);
    house.clock.advance(29_000);
    expect(await stillOpen(house, [...most, ...few])).toBe(19);
    house.clock.advance(1_000);
    const closed = await Promise.race(most.map(async (client) => ({ client, goodbye: await client.closed })));
    expect(closed.goodbye.code).toBe(1000);
    expect(await closed.client.next()).toMatchObject({
      type: "error",
      data: { code: "SESSION_ERROR", message: expect.stringContaining("30 s") },
    });
    // One was wanted, of the client with most.
    expect([await stillOpen(house, most), await stillOpen(house, few)]).toEqual([14, 4]);
  });

  test("[WS-16] makes room at once for a client that waits at its own limit", async () => {
    const house = await crowd();
    await open(house, 18, MANY);
    house.clock.advance(30_000);
    const next = house.connect("/ws", MANY);
    // It waits once the server has seen it.
    await expect.poll(() => figure(house, "tracefix_connections_waiting")).toBe(1);
    house.clock.advance(1_000);
    expect(await (await next).reset()).toMatchObject({ type: "observation" });
  });

  test("[WS-16] is no socket that plays, is attached, speaks MCP or watches", async () => {
    const house = await crowd();
    const { connect } = house;
    const session_id = await createSession(house);
    const playing = await open(house, 14, MANY);
    for (const client of playing) await client.reset();
    const kept = [
      ...playing,
      await connect(`/ws?session_id=${session_id}`, MANY),
      await connect("/mcp", MANY),
      await connect("/ws/ui", MANY),
    ];
    const empty = await open(house, 2, FEW);
    house.clock.advance(31_000);
    await Promise.race(empty.map(({ closed }) => closed));
    expect(await stillOpen(house, kept)).toBe(17);
  });
});
