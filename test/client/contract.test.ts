/** What the client promises, kept towards the real server: directly, through a slow network, and through one that drops connections. */
import { once } from "node:events";
import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { WebSocketServer } from "ws";
import { type ClientOptions, type StepResult, TraceFixClient } from "../../src/client/tracefix-client.ts";
import { Player } from "../support/player.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";
import { openProxy, type ProxyOptions, type TcpProxy } from "./tcp-proxy.ts";

const RESET = { task_name: "binary_search_off_by_one", seed: 7, episode_id: "contract" };
const ACTIONS = [
  { action_type: "VIEW_CODE" },
  { action_type: "RUN_TESTS" },
  { action_type: "REPLACE_LINES", start_line: 4, end_line: 4, new_code_block: "    while size > 0:" },
  { action_type: "RUN_TESTS" },
  { action_type: "SUBMIT" },
];
const QUICK = { firstDelayMs: 1, maxDelayMs: 10 };

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer({ WORKERS: "1" });
});
afterAll(() => server.stop());

async function through(options: ProxyOptions): Promise<TcpProxy> {
  const proxy = await openProxy(server.port, options);
  onTestFinished(() => proxy[Symbol.asyncDispose]());
  return proxy;
}

async function connect(url: string, options: ClientOptions = {}): Promise<TraceFixClient> {
  const client = await TraceFixClient.connect(url, { ...QUICK, ...options });
  onTestFinished(() => client.close());
  return client;
}

const WAYS: Readonly<Record<string, () => Promise<string>>> = {
  "the server itself": async () => `http://127.0.0.1:${server.port}`,
  "a slow network": async () => (await through({ delayMs: 20 })).url,
  "a network that drops connections": async () => (await through({ lives: [1, 2, 0, 4] })).url,
};

describe.each(Object.entries(WAYS))("through %s, a client", (_, open) => {
  it("gives the observations that the server gives", async () => {
    const client = await connect(await open());
    const results = [await client.reset(RESET)];
    for (const action of ACTIONS) results.push(await client.step(action));
    expect(results.at(-1)).toMatchObject({ done: true, reward: 0.98 });

    await using player = await Player.connect(server.port);
    const expected = [await player.reset(RESET)];
    for (const action of ACTIONS) expected.push(await player.step(action));
    expect(results.map(({ observation }) => JSON.stringify(observation))).toEqual(
      expected.map(({ observation }) => JSON.stringify(observation)),
    );
  });

  it("knows the state of the episode it plays, whose seed and id the server drew", async () => {
    const client = await connect(await open());
    const { observation } = await client.reset({ task_name: RESET.task_name });
    await client.step({ action_type: "RUN_TESTS" });
    await client.step({ action_type: "VIEW_CODE" });
    const { episode_id } = observation.info;
    expect(await client.state()).toMatchObject({ episode_id, step_count: 2, task_name: observation.info.task_name });
    await client.step({ action_type: "SUBMIT" });
    expect(await client.state()).toMatchObject({ done: true, task_name: RESET.task_name });
  });

  it("passes the server's errors on by their codes, and goes on", async () => {
    const client = await connect(await open());
    await expect(client.step({ action_type: "RUN_TESTS" })).rejects.toMatchObject({ code: "EXECUTION_ERROR" });
    await expect(client.reset({ task_name: "no_such" })).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
    expect(await client.reset(RESET)).toMatchObject({ done: false });
  });

  it("makes calls that come at once one after the other", async () => {
    const client = await connect(await open());
    const calls = [client.reset(RESET), ...ACTIONS.map((action) => client.step(action))];
    const counts = (await Promise.all(calls)).map(({ observation }) => observation.step_count);
    expect(counts).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe("a call that was given up", () => {
  it("has not been taken: the episode goes on where it stood, and no late answer is taken for the next", async () => {
    const proxy = await through({});
    const client = await connect(proxy.url);
    await client.reset(RESET);
    await client.step({ action_type: "VIEW_CODE" });

    proxy.deaf = true;
    const giveUp = new AbortController();
    const step = client.step({ action_type: "RESET_TO_ORIGINAL" }, { signal: giveUp.signal });
    giveUp.abort(new Error("no patience"));
    await expect(step).rejects.toThrow("no patience");
    proxy.deaf = false;
    const { observation } = await client.step({ action_type: "RUN_TESTS" });
    expect(observation.step_count).toBe(2);
    expect(observation.test_results.length).toBeGreaterThan(0);
  });

  it("says so when its time limit has passed", async () => {
    const proxy = await through({});
    const client = await connect(proxy.url, { timeoutMs: 500 });
    await client.reset(RESET);
    proxy.deaf = true;
    await expect(client.step({ action_type: "RUN_TESTS" })).rejects.toMatchObject({ code: "TIMED_OUT" });
  });
});

/** What the server has done, as its metrics count it. */
async function counted(): Promise<{ resets: number; steps: number }> {
  const text = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  const of = (name: string) => Number(new RegExp(`^tracefix_${name}_total (\\d+)$`, "m").exec(text)?.[1]);
  return { resets: of("resets"), steps: of("steps") };
}

describe("a client whose connection is lost", () => {
  it("goes on where the server has its session: no step is taken twice, nothing is begun again", async () => {
    const { url } = await through({ lives: [1, 2, 0, 2, 1, 3, 2, 2] });
    const client = await connect(url);
    const before = await counted();
    await client.reset(RESET);
    for (const action of ACTIONS.slice(0, -1)) await client.step(action);
    expect(await client.call("submit")).toMatchObject({ done: true, reward: 0.98 });
    const after = await counted();
    expect([after.resets - before.resets, after.steps - before.steps]).toEqual([1, ACTIONS.length]);
  });

  it("plays its episode again where its session has no name", async () => {
    const { url } = await through({ lives: [2] });
    const client = await connect(url, { session: null });
    const before = await counted();
    await client.reset(RESET);
    for (const action of ACTIONS) await client.step(action);
    expect((await counted()).resets - before.resets).toBe(2);
  });

  it("goes on from the last answer after a call that was given up, though its step may have been taken", async () => {
    const client = await connect(`http://127.0.0.1:${server.port}`);
    await client.reset(RESET);
    await client.step({ action_type: "VIEW_CODE" });
    const giveUp = new AbortController();
    const step = client.step({ action_type: "RUN_TESTS" }, { signal: giveUp.signal });
    setImmediate(() => giveUp.abort(new Error("no patience")));
    const answered = await step.then(
      () => 2,
      () => 1,
    );
    expect((await client.step({ action_type: "VIEW_CODE" })).observation.step_count).toBe(answered + 1);
  });

  it("is told where another has come in its session's name, and does not send that one away by itself", async () => {
    const socket = new WebSocketServer({ port: 0 });
    onTestFinished(() => socket.close());
    let connections = 0;
    socket.on("connection", (line) => {
      connections += 1;
      line.on("message", () => line.close(4001, "Another connection has come"));
    });
    await once(socket, "listening");
    const at = socket.address();
    if (typeof at !== "object" || at === null) throw new Error("The server has no port");
    const client = await connect(`http://127.0.0.1:${at.port}`);
    await expect(client.reset()).rejects.toMatchObject({ code: "MOVED" });
    expect(connections).toBe(1);
  });
});

describe("a client", () => {
  it("replays its actions to a server that was started again", async () => {
    const first = await startServer({ WORKERS: "1" });
    const client = await connect(`http://127.0.0.1:${first.port}`, { maxDelayMs: 200 });
    await client.reset(RESET);
    for (const action of ACTIONS.slice(0, 3)) await client.step(action);
    await first.stop();
    await using again = await startServer({ WORKERS: "1", PORT: String(first.port) });
    expect(again.port).toBe(first.port);
    await client.step({ action_type: "RUN_TESTS" });
    expect(await client.step({ action_type: "SUBMIT" })).toMatchObject({ done: true, reward: 0.98 });
  });

  it("plays the task again that a curriculum drew, whatever its group has mastered meanwhile", async () => {
    const inGroup = { curriculum: "mastery", group: "reconnected", split: "train" } as const;
    const drawnBy = ({ observation: { metadata } }: StepResult) =>
      "curriculum" in metadata ? metadata.curriculum?.task_name : undefined;
    const { url } = await through({ lives: [3] });
    const client = await connect(url);
    // One of the seeds that draw another task once the group has played what follows.
    const drawn = drawnBy(await client.reset({ ...inGroup, seed: 32 }));
    await client.step({ action_type: "RUN_TESTS" });

    const other = await connect(`http://127.0.0.1:${server.port}`);
    for (let seed = 0; seed < 3; seed += 1) {
      await other.reset({ ...inGroup, seed });
      await other.step({ action_type: "SUBMIT" });
    }
    expect(drawnBy(await other.reset({ ...inGroup, seed: 32 }))).not.toBe(drawn);
    for (const _ of [1, 2]) await client.step({ action_type: "RUN_TESTS" });
    const { observation: last } = await client.step({ action_type: "SUBMIT" });
    expect(last.info.task_name).toBe(drawn);
    expect(last.step_count).toBe(4);
  });

  it("does not go on with an episode whose bytes are others after a reconnection", async () => {
    const first = await startServer({ WORKERS: "1" });
    const client = await connect(`http://127.0.0.1:${first.port}`, { maxDelayMs: 200 });
    await client.reset(RESET);
    await first.stop();
    await using other = await openImpostor(first.port);
    await expect(client.step({ action_type: "RUN_TESTS" })).rejects.toMatchObject({ code: "REPLAY_DIFFERS" });
    expect(other.asked).toBeGreaterThan(0);
  });

  it("waits for a place while the server is full, and says at last that it is", async () => {
    await using small = await startServer({ WORKERS: "1", MAX_SESSIONS: "1" });
    const url = `http://127.0.0.1:${small.port}`;
    const first = await connect(url);
    await first.reset(RESET);
    const second = await connect(url, { retries: 1 });
    await expect(second.reset(RESET)).rejects.toMatchObject({ code: "CAPACITY_REACHED", details: { max_sessions: 1 } });
    await first.close();
    const third = await connect(url);
    expect(await third.reset(RESET)).toMatchObject({ done: false });
  });

  it("tries until its time limit while nobody answers, and says then how the connection was lost", async () => {
    const gone = await startServer({ WORKERS: "1" });
    const client = await connect(`http://127.0.0.1:${gone.port}`, { timeoutMs: 1500, maxDelayMs: 2 });
    await client.reset(RESET);
    await gone.stop();
    await using counter = await openCounter(gone.port);
    const step = client.step({ action_type: "RUN_TESTS" });
    await expect(step).rejects.toMatchObject({ code: "DISCONNECTED", message: expect.stringContaining("1500 ms") });
    // More than the handful of tries that it once gave up after.
    expect(counter.connections).toBeGreaterThan(10);
  });

  it("says that the server is full when its time limit passes while it waits for a place", async () => {
    await using small = await startServer({ WORKERS: "1", MAX_SESSIONS: "1" });
    const url = `http://127.0.0.1:${small.port}`;
    const first = await connect(url);
    await first.reset(RESET);
    const second = await connect(url, { timeoutMs: 500 });
    await expect(second.reset(RESET)).rejects.toMatchObject({ code: "CAPACITY_REACHED" });
  });

  it("does not send again what is too large for the server", async () => {
    const proxy = await through({});
    const client = await connect(proxy.url);
    await client.reset(RESET);
    const action = { action_type: "VIEW_CODE", thought: "x".repeat(2_000_000) };
    await expect(client.step(action)).rejects.toMatchObject({ code: "SESSION_ERROR" });
    expect(proxy.connections).toBe(1);
    expect((await client.step({ action_type: "VIEW_CODE" })).observation.step_count).toBe(1);
  });

  it("frees its session at the end of its block, and can then be called no more", async () => {
    let left: TraceFixClient;
    {
      await using client = await TraceFixClient.connect(`127.0.0.1:${server.port}`);
      await client.reset(RESET);
      left = client;
    }
    await expect(left.step({ action_type: "VIEW_CODE" })).rejects.toMatchObject({ code: "CLOSED" });
  });

  it("says at once that nobody is there, and what is no address", async () => {
    await expect(TraceFixClient.connect("http://127.0.0.1:9")).rejects.toMatchObject({ code: "UNREACHABLE" });
    await expect(TraceFixClient.connect("ftp://nowhere")).rejects.toMatchObject({ code: "UNREACHABLE" });
  });
});

/** Hangs up on all who connect. */
async function openCounter(port: number): Promise<AsyncDisposable & { readonly connections: number }> {
  let connections = 0;
  const listener = createServer((socket) => {
    connections += 1;
    socket.destroy();
  }).listen(port, "127.0.0.1");
  await once(listener, "listening");
  return {
    get connections() {
      return connections;
    },
    async [Symbol.asyncDispose]() {
      listener.close();
      await once(listener, "close");
    },
  };
}

/** A server that plays the same protocol with another seed than it was asked for. */
async function openImpostor(port: number): Promise<AsyncDisposable & { readonly asked: number }> {
  const sockets = new WebSocketServer({ port, host: "127.0.0.1" });
  await once(sockets, "listening");
  let asked = 0;
  sockets.on("connection", (socket) =>
    socket.on("message", async (data) => {
      asked += 1;
      const { data: reset, request_id } = JSON.parse(data.toString());
      await using player = await Player.connect(server.port);
      const frame = await player.ask({ type: "reset", data: { ...reset, seed: reset.seed + 1 }, request_id });
      socket.send(JSON.stringify(frame));
    }),
  );
  return {
    get asked() {
      return asked;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      await once(sockets, "close");
    },
  };
}
