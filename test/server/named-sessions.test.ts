/** Sessions that their clients have a name for outlive sockets, memory and server. */
import { Writable } from "node:stream";
import { pino } from "pino";
import { describe, expect, test } from "vitest";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import type { StepData } from "../../src/protocol/protocol.ts";
import { KeptLog } from "../environment/support/kept-log.ts";
import { openWorldGym, replace } from "../environment/support/open-gym.ts";
import { WORLDS, worldSandbox } from "../environment/support/worlds.ts";
import { ManualClock } from "../sessions/manual-clock.ts";
import { type Client, type House, type HouseOptions, openHouse } from "./harness.ts";
import { createSession, rpc } from "./rpc.ts";

const SECRET = "a-secret-of-the-client";
const NAMED = `/s/${SECRET}/ws`;
const RESET = { seed: 7, episode_id: "e", max_steps: 20 };
const RUN: StepData = { action_type: "RUN_TESTS" };
const EDIT = replace(1, 1, "half");
const OWNER = { "x-tracefix-session": SECRET };

interface ServedOptions extends HouseOptions {
  readonly sandbox?: ReturnType<typeof worldSandbox>;
}

/** A server over this log; another one over the same is what comes after a restart. */
function serve(log: KeptLog, options: ServedOptions = {}): Promise<House> {
  const { tasks, sandbox: usual } = openWorldGym();
  const { sandbox = usual } = options;
  return openHouse({
    durability: "process",
    leaveSession: (session) => log.leave(session),
    environment: (session) => new TraceFixRLGym({ tasks, sandboxFor: () => sandbox, session, log }),
    ...options,
  });
}

const step = (client: Client, data: StepData, request_id?: string) =>
  client.askJson({ type: "step", data, ...(request_id !== undefined && { request_id }) });
const countOf = async (client: Client) => {
  const frame = await client.ask({ type: "state" });
  return frame.type === "state" ? frame.data.step_count : frame;
};

/** The socket is gone for the server, too. */
async function lose(client: Client): Promise<void> {
  client.socket.terminate();
  await client.closed;
}

async function begun(house: House, { observation = "full" } = {}): Promise<Client> {
  const client = await house.connect(NAMED);
  await client.reset({ ...RESET, observation });
  await step(client, EDIT, "one");
  return client;
}

describe("a named session", () => {
  test.each(["full", "lean"])(
    "goes on after a restart with the bytes of a quiet run, in the form %s",
    async (observation) => {
      const log = new KeptLog();
      const quiet = await (await serve(new KeptLog())).connect();
      await quiet.reset({ ...RESET, observation });
      await step(quiet, EDIT, "one");
      const expected = [await step(quiet, RUN, "two"), await step(quiet, { action_type: "SUBMIT" }, "three")];

      await begun(await serve(log), { observation });
      const second = await (await serve(log)).connect(NAMED);
      const told = [await step(second, RUN, "two")];
      const third = await (await serve(log)).connect(NAMED);
      told.push(await step(third, { action_type: "SUBMIT" }, "three"));
      expect(told.map((answer) => JSON.stringify(answer))).toEqual(expected.map((answer) => JSON.stringify(answer)));
    },
  );

  test("goes on when its socket is lost, in memory and with its place", async () => {
    const house = await serve(new KeptLog(), { durability: "none" });
    await lose(await begun(house));
    expect(house.registry.active).toBe(1);
    const next = await house.connect(NAMED);
    expect(await countOf(next)).toBe(1);
    expect(await step(next, RUN, "two")).toMatchObject({ data: { observation: { step_count: 2 } } });
  });

  test("repeats its last answer under the request's name, also after a restart", async () => {
    const log = new KeptLog();
    const client = await begun(await serve(log));
    const answer = JSON.stringify(await step(client, RUN, "two"));
    const next = await (await serve(log)).connect(NAMED);
    expect(JSON.stringify(await step(next, RUN, "two"))).toBe(answer);
    expect(log.episodes[0]?.steps).toHaveLength(2);
  });

  test("answers resume with its last observation, also of an episode that is over", async () => {
    const log = new KeptLog();
    const client = await (await serve(log)).connect(NAMED);
    const beginning = await client.reset(RESET);
    expect(await client.reset({ resume: true })).toEqual(beginning);
    const told = await step(client, { action_type: "SUBMIT" });
    const next = await (await serve(log)).connect(NAMED);
    expect(await next.reset({ resume: true, episode_id: null })).toEqual(told);
    expect(await step(next, RUN)).toMatchObject({ data: { code: "EXECUTION_ERROR" } });
  });

  test("refuses to resume with what to do where nothing is kept, more is asked, or it has no name", async () => {
    const house = await serve(new KeptLog());
    const [client, bare] = [await house.connect(NAMED), await house.connect()];
    expect(await client.reset({ resume: true })).toMatchObject({ data: { code: "NOT_FOUND" } });
    expect(await client.reset({ resume: true, seed: 1 })).toMatchObject({ data: { code: "VALIDATION_ERROR" } });
    expect(await bare.reset({ resume: true })).toMatchObject({ data: { code: "VALIDATION_ERROR" } });
    expect(house.registry.active).toBe(0);
    expect(await client.reset({ ...RESET, resume: false })).toMatchObject({ type: "observation" });
  });

  test("says which step differs where it cannot be played again as it was, and may be begun again", async () => {
    const log = new KeptLog();
    await begun(await serve(log));
    const [, other = WORLDS[0]] = WORLDS;
    if (other === undefined) throw new Error("There is no world");
    const client = await (await serve(log)).connect(NAMED);
    await step(client, RUN);
    const kept = JSON.stringify(log.episodes);
    const changed = await serve(log, { sandbox: worldSandbox(other) });
    const next = await changed.connect(NAMED);
    for (const _ of ["first", "second"]) {
      expect(await step(next, RUN)).toMatchObject({ data: { code: "RESUME_DIFFERS", step: 2 } });
    }
    expect([JSON.stringify(log.episodes), changed.registry.active]).toEqual([kept, 0]);
    expect(await next.reset(RESET)).toMatchObject({ type: "observation" });
  });

  test("belongs to the socket that came last: the one before is closed with 4001", async () => {
    const house = await serve(new KeptLog());
    const first = await begun(house);
    const second = await house.connect(NAMED);
    expect(await first.closed).toMatchObject({ code: 4001 });
    expect(await countOf(second)).toBe(1);
    expect(house.registry.active).toBe(1);
  });

  test("ends when its client says so, and can still be brought back", async () => {
    const house = await serve(new KeptLog());
    const client = await begun(house);
    client.send({ type: "close" });
    await client.closed;
    expect(house.registry.active).toBe(0);
    expect(await countOf(await house.connect(NAMED))).toBe(1);
  });

  test("has a name by the header, too, and is another over the socket of /mcp", async () => {
    const house = await serve(new KeptLog());
    await lose(await begun(house));
    expect(await countOf(await house.connect("/ws", OWNER))).toBe(1);
    const tools = await house.connect(`/s/${SECRET}/mcp`);
    const call = () => tools.askJson(rpc("tools/call", { name: "run_tests", arguments: {} }));
    expect(JSON.stringify(await call())).toContain("You began with this action");
  });

  test("holds no place for a socket that comes and begins nothing", async () => {
    const house = await serve(new KeptLog());
    const client = await house.connect(NAMED);
    await countOf(client);
    expect(house.registry.active).toBe(0);
  });
});

describe("the first step of a new socket that has no request_id", () => {
  test("is the last step again where it asks for the same, and only the first", async () => {
    const log = new KeptLog();
    const house = await serve(log);
    const client = await house.connect(NAMED);
    await client.reset(RESET);
    const answer = await step(client, RUN);
    await lose(client);
    for (const served of [house, await serve(log)]) {
      const next = await served.connect(NAMED);
      expect(await step(next, RUN)).toEqual(answer);
    }
    const last = await (await serve(log)).connect(NAMED);
    await step(last, RUN);
    expect(await step(last, RUN)).toMatchObject({ data: { observation: { step_count: 2 } } });
  });

  test("is a step of its own where it asks for something else, or REPEAT_LAST_STEP is off", async () => {
    const log = new KeptLog();
    const client = await (await serve(log)).connect(NAMED);
    await client.reset(RESET);
    await step(client, RUN);
    const next = await (await serve(log)).connect(NAMED);
    expect(await step(next, EDIT)).toMatchObject({ data: { observation: { step_count: 2 } } });
    const strict = await (await serve(log, { settings: { REPEAT_LAST_STEP: "false" } })).connect(NAMED);
    expect(await step(strict, EDIT)).toMatchObject({ data: { observation: { step_count: 3 } } });
  });
});

describe("over HTTP", () => {
  const post = async ({ request }: House, path: string, body: object) =>
    request("POST", path, { body: { episode_id: "e", ...body }, headers: OWNER });

  test("an episode with its owner's header goes on after a restart, and tells its end again", async () => {
    const log = new KeptLog();
    await post(await serve(log), "/reset", { seed: 7 });
    const second = await serve(log);
    expect(await post(second, "/step", { action: RUN })).toMatchObject({ body: { observation: { step_count: 1 } } });
    expect(await second.request("POST", "/step", { body: { action: RUN, episode_id: "e" } })).toMatchObject({
      status: 404,
    });
    const submit = { action: { action_type: "SUBMIT" }, request_id: "s" };
    const done = await post(second, "/step", submit);
    const third = await serve(log);
    expect((await third.request("GET", "/state?episode_id=e", { headers: OWNER })).body).toMatchObject({ done: true });
    const fourth = await serve(log);
    expect((await post(fourth, "/step", submit)).body).toEqual(done.body);
    const fifth = await serve(log);
    expect((await post(fifth, "/reset", { resume: true })).body).toEqual(done.body);
    const sixth = await serve(log);
    expect(await post(sixth, "/step", { action: RUN })).toMatchObject({ status: 409 });
    expect([third, fourth, fifth, sixth].map(({ registry }) => registry.active)).toEqual([0, 0, 0, 0]);
  });

  test("what is not kept is not found, and cannot be resumed without a header", async () => {
    const house = await serve(new KeptLog());
    expect(await post(house, "/step", { action: RUN })).toMatchObject({ status: 404 });
    expect(await post(house, "/reset", { resume: true })).toMatchObject({ status: 404 });
    const bare = { body: { episode_id: "e", resume: true } };
    expect(await house.request("POST", "/reset", bare)).toMatchObject({ status: 422 });
    expect(house.registry.active).toBe(0);
  });

  test("every route answers under the name, and none under one that is too short", async () => {
    const { request } = await serve(new KeptLog());
    expect(await request("GET", `/s/${SECRET}/health`)).toMatchObject({ status: 200, body: { status: "healthy" } });
    const body = { episode_id: "e" };
    expect(await request("POST", `/s/${SECRET}/reset`, { body })).toMatchObject({ status: 200 });
    expect(await request("GET", "/state?episode_id=e")).toMatchObject({ status: 404 });
    expect(await request("GET", `/s/${SECRET}/state?episode_id=e`)).toMatchObject({ status: 200 });
    expect(await request("GET", "/s/short/health")).toMatchObject({ status: 404 });
    expect(await request("GET", "/s/")).toMatchObject({ status: 404 });
  });
});

describe("a session of /mcp", () => {
  const tool = { name: "run_tests", arguments: {} };

  test("goes on after a restart by its own id, in both dialects", async () => {
    const log = new KeptLog();
    const house = await serve(log);
    const session_id = await createSession(house);
    await house.request("POST", "/mcp", { body: rpc("tools/call", { ...tool, session_id }) });
    const second = await serve(log);
    const inBody = await second.request("POST", "/mcp", { body: rpc("tools/call", { ...tool, session_id }) });
    expect(inBody).toMatchObject({ body: { result: { data: { step_count: 2 } } } });
    const headers = { "mcp-session-id": session_id };
    const inHeader = await (await serve(log)).request("POST", "/mcp", { body: rpc("tools/call", tool), headers });
    expect(inHeader).toMatchObject({ body: { result: { structuredContent: { step_count: 3 } } } });
  });

  test("that its client has closed does not, nor one that nobody has begun, after a restart either", async () => {
    const log = new KeptLog();
    const house = await serve(log);
    const session_id = await createSession(house);
    const headers = { "mcp-session-id": session_id };
    await house.request("POST", "/mcp", { body: rpc("tools/call", tool), headers });
    expect(await house.request("DELETE", "/mcp", { headers })).toMatchObject({ status: 204 });
    expect(await house.request("POST", "/mcp", { body: rpc("tools/call", tool), headers })).toMatchObject({
      status: 404,
    });
    const again = await serve(log);
    expect(await again.request("POST", "/mcp", { body: rpc("tools/call", tool), headers })).toMatchObject({
      status: 404,
    });
    const unknown = { "mcp-session-id": "3111d593-c178-4ebc-896e-ff2eb1caf604" };
    expect(await house.request("POST", "/mcp", { body: rpc("ping"), headers: unknown })).toMatchObject({ status: 404 });
    expect(house.registry.active).toBe(0);
  });
  test("ends where it is kept when its client closes it after a restart, before it has come back", async () => {
    const log = new KeptLog();
    const house = await serve(log);
    const session_id = await createSession(house);
    const headers = { "mcp-session-id": session_id };
    await house.request("POST", "/mcp", { body: rpc("tools/call", tool), headers });
    const again = await serve(log);
    expect(await again.request("DELETE", "/mcp", { headers })).toMatchObject({ status: 204 });
    expect(await again.request("DELETE", "/mcp", { headers })).toMatchObject({ status: 404 });
    expect(again.registry.active).toBe(0);
    const last = await serve(log);
    expect(await last.request("POST", "/mcp", { body: rpc("ping"), headers })).toMatchObject({ status: 404 });
  });

  test("goes on where its end could not be kept, and its client is told so and may try again", async () => {
    const log = new KeptLog();
    const house = await serve(log);
    const session_id = await createSession(house);
    const headers = { "mcp-session-id": session_id };
    await house.request("POST", "/mcp", { body: rpc("tools/call", tool), headers });
    log.failNext();
    const refused = await house.request("DELETE", "/mcp", { headers });
    expect(refused).toMatchObject({ status: 503 });
    expect(JSON.stringify(refused.body)).toContain("send the same again");
    expect(JSON.stringify(refused.body)).not.toContain("/srv/secret");
    expect(await house.request("POST", "/mcp", { body: rpc("ping"), headers })).toMatchObject({ status: 200 });
    expect(await house.request("DELETE", "/mcp", { headers })).toMatchObject({ status: 204 });
  });
});

describe("an episode that nobody asks for", () => {
  const open = async (durability: "none" | "process") => {
    const [clock, log] = [new ManualClock(), new KeptLog()];
    const house = await serve(log, { clock, durability });
    await lose(await begun(house));
    const session_id = await createSession(house);
    await house.request("POST", "/mcp", { body: rpc("tools/call", { name: "run_tests", arguments: {}, session_id }) });
    await house.request("POST", "/reset", { body: { episode_id: "owned" }, headers: OWNER });
    await house.request("POST", "/reset", { body: { episode_id: "nobody's" } });
    const waiting = await createSession(house);
    return { clock, house, session_id, waiting };
  };

  test("leaves memory and its place after 60 s, and comes back as it was", async () => {
    const { clock, house, session_id, waiting } = await open("process");
    expect(house.registry.active).toBe(5);
    clock.advance(70_000);
    // Nobody could bring back what has no name, or no episode.
    expect(house.registry.active).toBe(2);
    expect(await countOf(await house.connect(NAMED))).toBe(1);
    const body = rpc("tools/call", { name: "run_tests", arguments: {}, session_id });
    expect(await house.request("POST", "/mcp", { body })).toMatchObject({
      body: { result: { data: { step_count: 2 } } },
    });
    const state = await house.request("GET", "/state?episode_id=owned", { headers: OWNER });
    expect(state).toMatchObject({ body: { step_count: 0 } });
    expect(house.registry.active).toBe(5);
    const call = rpc("tools/call", { name: "run_tests", arguments: {}, session_id: waiting });
    expect(await house.request("POST", "/mcp", { body: call })).toMatchObject({ body: { result: { data: {} } } });
  });

  test("stays for as long as HTTP_IDLE_SECONDS says where nothing is kept", async () => {
    const { clock, house } = await open("none");
    clock.advance(70_000);
    expect(house.registry.active).toBe(5);
    clock.advance(900_000);
    expect(house.registry.active).toBe(0);
  });
});

test("the secret stands in no line of the log, no figure, no error and no record", async () => {
  let written = "";
  const sink = new Writable({
    write: (chunk, _, done) => {
      written += String(chunk);
      done();
    },
  });
  const log = new KeptLog();
  const house = await serve(log, { log: pino({ level: "trace" }, sink) });
  const headers = { "x-request-id": "seen" };
  const client = await house.connect(NAMED, headers);
  await client.reset(RESET);
  const told = [JSON.stringify(await step(client, RUN))];
  for (const path of ["/health", "/nowhere", "/step", "/mcp", "/state?episode_id=none", "/metrics"]) {
    const method = path === "/step" || path === "/mcp" ? "POST" : "GET";
    told.push(JSON.stringify((await house.request(method, `/s/${SECRET}${path}`, { headers })).body));
  }
  await expect(house.connect(`/s/${SECRET}/nowhere`, headers)).rejects.toThrow("404");
  await expect(house.connect("/s/too-short/ws", headers)).rejects.toThrow("404");
  expect(written).toContain("seen");
  for (const text of [written, ...told, JSON.stringify(log.episodes)]) {
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain("too-short");
  }
});
