import { once } from "node:events";
import { connect as connectTcp, type Socket } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { ManualClock } from "../sessions/manual-clock.ts";
import { Client, type House, openHouse } from "./harness.ts";

/** A WebSocket client that shakes hands and then does nothing by itself: it answers no ping and reads when told. */
async function openDeaf({ url }: House): Promise<Socket> {
  const socket = connectTcp(Number(new URL(url).port), "127.0.0.1");
  const headers = ["Host: localhost", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"];
  socket.write(`GET /ws HTTP/1.1\r\n${headers.join("\r\n")}\r\nSec-WebSocket-Key: ${btoa("0123456789abcdef")}\r\n\r\n`);
  await once(socket, "data");
  socket.on("error", () => undefined);
  return socket;
}

/** A short text frame as a client sends it, masked with zeros. */
function textFrame(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)]);
}

const PING = 15_000;

describe("capacity", () => {
  test("[WS-10] is exact: one reset too many is refused by a frame, then closed; a slot given back is there at once", async () => {
    const { connect, registry } = await openHouse({ capacity: 2 });
    const [first, second] = [await connect(), await connect()];
    for (const client of [first, second]) await client.reset();
    const third = await connect();
    expect(await third.ask({ type: "reset", request_id: "r" })).toEqual({
      type: "error",
      request_id: "r",
      data: {
        code: "CAPACITY_REACHED",
        message: expect.stringContaining("2/2"),
        active_sessions: 2,
        max_sessions: 2,
      },
    });
    expect(await third.closed).toEqual({ code: 1000, reason: "" });
    first.send({ type: "close" });
    await first.closed;
    const fourth = await connect();
    expect(await fourth.reset()).toMatchObject({ type: "observation" });
    expect(await second.reset()).toMatchObject({ type: "observation" });
    expect(registry.active).toBe(2);
  });

  test("[WS-14] is taken by the first reset, and by nothing that comes before it", async () => {
    const { connect, registry } = await openHouse({ capacity: 1 });
    const client = await connect();
    expect(await client.step("RUN_TESTS")).toMatchObject({ type: "error", data: { code: "EXECUTION_ERROR" } });
    expect(await client.ask({ type: "state" })).toMatchObject({ type: "state", data: { episode_id: null } });
    expect(await client.askJson({ type: "step", data: { type: "list_tools" } })).toMatchObject({ type: "observation" });
    expect(await client.reset({ task_name: "unknown" })).toMatchObject({ data: { code: "VALIDATION_ERROR" } });
    expect(registry.active).toBe(0);
    await client.reset();
    expect(registry.active).toBe(1);
    expect(await client.reset({ task_name: "unknown" })).toMatchObject({ data: { code: "VALIDATION_ERROR" } });
    expect(registry.active).toBe(1);
  });

  test("is not lost to a step that there is no room for: only who has no place is sent away", async () => {
    const { connect } = await openHouse({ capacity: 1 });
    const client = await connect();
    await client.reset();
    expect(await client.step("NO_ROOM")).toMatchObject({ type: "error", data: { code: "CAPACITY_REACHED" } });
    expect(await client.step("RUN_TESTS")).toMatchObject({ data: { observation: { step_count: 1 } } });
  });

  test("is exact after many sockets have come and gone in every way", async () => {
    const { connect, registry } = await openHouse({ capacity: 100 });
    const clients = await Promise.all(Array.from({ length: 90 }, () => connect()));
    for (const client of clients) await client.reset();
    for (const [index, client] of clients.entries()) {
      if (index % 4 === 0) client.send({ type: "close" });
      else if (index % 4 === 1) client.send("[]");
      else if (index % 4 === 2) client.socket.terminate();
      else client.socket.close();
    }
    await Promise.all(clients.map(({ closed }) => closed));
    await expect.poll(() => registry.active).toBe(0);
    expect(registry.counts).toMatchObject({ opened: 90, refused: 0 });
  });

  test("[WS-11] is not lost to an environment that cannot be made", async () => {
    const { connect, stage, registry } = await openHouse({ capacity: 1 });
    stage.failFactory = true;
    const refused = await connect();
    expect(await refused.next()).toMatchObject({ data: { code: "FACTORY_ERROR" } });
    expect(await refused.closed).toMatchObject({ code: 1000 });
    expect(registry.active).toBe(0);
    stage.failFactory = false;
    expect(await (await connect()).reset()).toMatchObject({ type: "observation" });
  });

  test("[ATTACH-5] is not taken by a session_id that nobody knows", async () => {
    const { connect, registry } = await openHouse();
    const client = await connect("/ws?session_id=unknown");
    expect(await client.next()).toMatchObject({
      data: { code: "SESSION_ERROR", message: "Unknown session_id: unknown" },
    });
    expect(await client.closed).toMatchObject({ code: 1000 });
    expect(registry.active).toBe(0);
  });

  test("is not taken by an upgrade elsewhere", async () => {
    const { connect, registry } = await openHouse();
    await expect(connect("/elsewhere")).rejects.toThrow("404");
    expect(registry.active).toBe(0);
  });
});

describe("a client that vanishes in mid-run", () => {
  test.each(["terminate", "close"] as const)("by %s frees its slot and its run at once", async (how) => {
    const { connect, registry, stage } = await openHouse();
    const client = await connect();
    await client.reset();
    client.send({ type: "step", data: { action_type: "HANG" } });
    await stage.until(({ hanging }) => hanging.length === 1);
    client.socket[how]();
    await stage.until(({ hanging }) => hanging[0]?.signal?.aborted === true);
    expect(registry.active).toBe(0);
  });

  test.each(["terminate", "close"] as const)("by %s takes back no step that ends the episode", async (how) => {
    const { connect, registry, stage } = await openHouse();
    const client = await connect();
    await client.reset();
    client.send({ type: "step", data: { action_type: "END" } });
    await stage.until(({ hanging }) => hanging.length === 1);
    client.socket[how]();
    await client.closed;
    expect([registry.active, stage.closed]).toEqual([1, 0]);
    stage.hanging[0]?.finish();
    await expect.poll(() => registry.active).toBe(0);
    expect([registry.counts.steps, stage.closed]).toEqual([1, 1]);
  });

  test("takes the steps that waited behind it along", async () => {
    const { connect, stage } = await openHouse();
    const client = await connect();
    client.send({ type: "reset" });
    client.send({ type: "step", data: { action_type: "HANG" } });
    client.send({ type: "step", data: { action_type: "RUN_TESTS" } });
    await stage.until(({ hanging }) => hanging.length === 1);
    client.socket.terminate();
    await stage.until(({ hanging }) => hanging[0]?.signal?.aborted === true);
    expect(stage.actions).toEqual(["HANG"]);
  });
});

describe("pings", () => {
  test("[WS-13] find a client that answered them and is gone, whose slot is free within a minute", async () => {
    const { house, client, clock } = await answeringByHand();
    await pinged(house, { client, clock });
    client.socket.pong();
    await house.request("GET", "/health");
    clock.advance(44_000);
    await untilCalm(house, () => house.registry.active);
    expect(house.registry.active).toBe(1);
    clock.advance(16_000);
    expect(house.registry.active).toBe(0);
    expect(await client.closed).toEqual({
      code: 1011,
      reason: "No answer to 3 pings in a row, so the client is taken for gone",
    });
  });

  test("that were never answered say nothing: tunnels swallow them", async () => {
    const { house, client, clock } = await answeringByHand();
    for (let beat = 0; beat < 40; beat += 1) await pinged(house, { client, clock });
    expect(house.registry.active).toBe(1);
    expect(await client.step("RUN_TESTS")).toMatchObject({ data: { observation: { step_count: 1 } } });
  });

  test.each([0, 1, 7, 14, 15, 29])(
    "let a client be busy for 40 s that answered them for %i s, and go on",
    async (seconds) => {
      const clock = new ManualClock();
      const house = await openHouse({ clock, settings: { PING_SECONDS: String(PING / 1000) } });
      const client = await house.connect();
      await client.reset();
      await pinged(house, { client, clock });
      await passing(house, { clock, seconds });
      clock.advance(40_000);
      expect(await client.step("RUN_TESTS")).toMatchObject({ data: { observation: { step_count: 1 } } });
      expect(house.registry.active).toBe(1);
    },
  );

  test("[WS-12] let a client that answers them be idle for an hour", async () => {
    const clock = new ManualClock();
    const house = await openHouse({ clock, settings: { PING_SECONDS: String(PING / 1000) } });
    const { connect, registry } = house;
    const client = await connect();
    await client.reset();
    for (let time = 0; time < 3_600_000; time += PING) await pinged(house, { client, clock });
    expect(registry.active).toBe(1);
    expect(await client.step("RUN_TESTS")).toMatchObject({ data: { observation: { step_count: 1 } } });
  });

  test.each([
    ["every second", "1", true],
    ["every second and never answered", "1", false],
    ["seldom", "100", true],
    ["never while it lasts", "1000000", true],
  ])("keep no client for ever that asks nothing, sent %s", async (_, PING_SECONDS, autoPong) => {
    const clock = new ManualClock();
    const house = await openHouse({ clock, settings: { PING_SECONDS, SESSION_IDLE_SECONDS: "30" } });
    const client = await Client.open(`${house.url.replace("http", "ws")}/ws`, { autoPong });
    await client.reset();
    await passing(house, { clock, seconds: 29 });
    await client.step("RUN_TESTS");
    await passing(house, { clock, seconds: 29 });
    expect(house.registry.active).toBe(1);
    clock.advance(5_000);
    const message = "The session was idle for 30 s (SESSION_IDLE_SECONDS)";
    expect(await client.next()).toMatchObject({ data: { code: "SESSION_ERROR", message } });
    expect(await client.closed).toEqual({ code: 1000, reason: message });
    expect(house.registry.active).toBe(0);
  });

  test("are not what a step is measured by that runs for longer than a client may be idle", async () => {
    const clock = new ManualClock();
    const { connect, stage } = await openHouse({ clock, settings: { SESSION_IDLE_SECONDS: "10" } });
    const client = await connect();
    await client.reset();
    client.send({ type: "step", data: { action_type: "HANG" } });
    await stage.until(({ hanging }) => hanging.length === 1);
    clock.advance(14_000);
    stage.hanging[0]?.finish();
    expect(await client.next()).toMatchObject({ type: "observation" });
  });
});

/** Lets time pass while clients do what they do by themselves. */
async function passing({ request }: House, { clock, seconds }: { clock: ManualClock; seconds: number }): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    clock.advance(1_000);
    await request("GET", "/health");
  }
}

/** A client in an episode that answers pings when its test says so. */
async function answeringByHand(): Promise<{ house: House; client: Client; clock: ManualClock }> {
  const clock = new ManualClock();
  const house = await openHouse({ clock, settings: { PING_SECONDS: String(PING / 1000) } });
  const client = await Client.open(`${house.url.replace("http", "ws")}/ws`, { autoPong: false });
  onTestFinished(() => client.socket.terminate());
  await client.reset();
  return { house, client, clock };
}

/** Lets one interval pass; the client has been pinged then, and its answer has been read. */
async function pinged({ request }: House, { client, clock }: { client: Client; clock: ManualClock }): Promise<void> {
  const ping = once(client.socket, "ping");
  clock.advance(PING);
  await ping;
  // What the client wrote before this request, its pong, has arrived when the request is answered.
  await request("GET", "/health");
}

/** Resolves when the figure does not change any more, judged by requests that the server answers meanwhile. */
async function untilCalm({ request }: House, figure: () => number): Promise<void> {
  let before = Number.NaN;
  while (before !== figure()) {
    before = figure();
    for (let count = 0; count < 20; count += 1) await request("GET", "/health");
  }
}

describe("a client that does not wait for answers", () => {
  test("is not read on while too much of it is unanswered, and answered in full in the end", async () => {
    const house = await openHouse();
    const client = await house.connect();
    await client.reset();
    client.send({ type: "step", data: { action_type: "HANG" } });
    await house.stage.until(({ hanging }) => hanging.length === 1);
    const frames = 100;
    const thought = "x".repeat(900_000);
    for (let count = 0; count < frames; count += 1)
      client.send({ type: "step", data: { action_type: "RUN_TESTS", thought } });
    await untilCalm(house, () => client.socket.bufferedAmount);
    expect(client.socket.bufferedAmount).toBeGreaterThan(frames * 450_000);
    house.stage.hanging[0]?.finish();
    for (let count = 0; count <= frames; count += 1) {
      expect(await client.next()).toMatchObject({ data: { observation: { step_count: count + 1 } } });
    }
  });
});

describe("a client that does not read", () => {
  test("gets no more answers than fit on the way, and the rest when it reads", async () => {
    const house = await openHouse();
    const socket = await openDeaf(house);
    socket.pause();
    const steps = 200;
    socket.write(textFrame('{"type":"reset"}'));
    for (let count = 0; count < steps; count += 1) {
      socket.write(textFrame('{"type":"step","data":{"action_type":"BIG"}}'));
    }
    await house.stage.until(({ actions }) => actions.length > 2);
    await untilCalm(house, () => house.stage.actions.length);
    expect(house.stage.actions.length).toBeLessThan(steps);
    socket.resume();
    await house.stage.until(({ actions }) => actions.length === steps);
    socket.destroy();
  });
});
