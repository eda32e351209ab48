/** A reset that begins behind the first steps of an episode that is kept. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import type { StepData } from "../../src/protocol/protocol.ts";
import type { Task } from "../../src/tasks/task.ts";
import { actionsOfEpisode } from "../environment/episode-log-contract.ts";
import { KeptLog } from "../environment/support/kept-log.ts";
import { openWorldGym, replace, request } from "../environment/support/open-gym.ts";
import { taskSetOf } from "../tasks/support/task-set.ts";
import { type House, openHouse } from "./harness.ts";

const SECRET = "a-secret-of-the-client";
const OWNER = { "x-tracefix-session": SECRET };
const STEPS: readonly StepData[] = [{ action_type: "RUN_TESTS" }, replace(1, 1, "half"), { action_type: "RUN_TESTS" }];

const [PLAY, BOTH] = ["a-token-that-may-play", "a-token-that-may-do-both"];
const TRACEFIX_TOKENS = `play:${PLAY},play+read:${BOTH}`;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

interface Serving {
  readonly split?: "train" | "test";
  readonly settings?: Readonly<Record<string, string>>;
}

function serve(log: KeptLog, { split = "train", settings = {} }: Serving = {}): Promise<House> {
  const { tasks: usual, sandbox } = openWorldGym();
  const inSplit = (task: Task): Task => ({ ...task, program: { ...task.program, split } });
  const tasks = taskSetOf(usual.tasks.map(inSplit), { hash: "world" });
  return openHouse({
    durability: "process",
    settings,
    environment: (session) => new TraceFixRLGym({ tasks, sandboxFor: () => sandbox, session, log }),
  });
}

async function played(house: House, headers: Readonly<Record<string, string>> = {}) {
  const client = await house.connect(`/s/${SECRET}/ws`, headers);
  await client.reset({ seed: 7, episode_id: "root", max_steps: 10 });
  const told = [];
  for (const data of STEPS) told.push(await client.askJson({ type: "step", data }));
  return { client, told };
}

const branch = (step: number, episode = "root") => ({ branch: { episode, step } });

test("whatever is done before and after the branch, it is as if it had been done in the new episode from its beginning", async () => {
  await fc.assert(
    fc.asyncProperty(actionsOfEpisode, actionsOfEpisode, fc.nat(8), async (before, after, place) => {
      const log = new KeptLog();
      const { tasks, sandbox } = openWorldGym();
      const open = (session: string) => new TraceFixRLGym({ tasks, sandboxFor: () => sandbox, session, log });
      const [root, plain, other] = [open("root"), open("plain"), open("other")];
      await root.reset(request({ max_steps: 20 }));
      let steps = 0;
      for (const action of before) {
        if (root.state.done) break;
        await root.step(action);
        steps += 1;
      }
      fc.pre(steps > 0);
      const step = place % steps;
      const missed = await other.branch({ episode: "episode", step }, "new", { from: "root" });
      const told = [missed.begun?.result, ...missed.steps.map(({ result }) => result)];
      const expected = [await plain.reset(request({ episode_id: "new", max_steps: 20 }))];
      for (const action of before.slice(0, step)) expected.push(await plain.step(action));
      for (const action of after) {
        if (plain.state.done) break;
        expected.push(await plain.step(action));
        told.push(await other.step(action));
      }
      expect(told).toEqual(expected);
      expect(log.read("other")?.steps).toEqual(log.read("plain")?.steps);
    }),
    { numRuns: 25 },
  );
});

describe("over a WebSocket", () => {
  test("it answers with the observation after the steps, again and again, and outlives the server", async () => {
    const log = new KeptLog();
    const { client, told } = await played(await serve(log));
    const withLabel = (frame: unknown, label: string) => JSON.parse(JSON.stringify(frame).replaceAll("root", label));
    for (const [label, step] of [
      ["a", 2],
      ["b", 1],
    ] as const) {
      expect(await client.reset({ ...branch(step), episode_id: label })).toEqual(withLabel(told[step - 1], label));
    }
    const next = await (await serve(log)).connect(`/s/${SECRET}/ws`);
    expect(await next.ask({ type: "state" })).toMatchObject({ data: { episode_id: "b", step_count: 1 } });
  });

  test("it is refused from and after the last step, of what is not kept, with other wishes, and without a name", async () => {
    const house = await serve(new KeptLog());
    const { client } = await played(house);
    const refused = async (data: object, code: string) =>
      expect(await client.reset(data)).toMatchObject({ type: "error", data: { code } });
    await refused(branch(3), "VALIDATION_ERROR");
    await refused(branch(4), "VALIDATION_ERROR");
    await refused(branch(0, "another"), "NOT_FOUND");
    await refused({ ...branch(1), seed: 8 }, "VALIDATION_ERROR");
    expect(await client.ask({ type: "state" })).toMatchObject({ data: { episode_id: "root", step_count: 3 } });
    const bare = await house.connect();
    expect(await bare.reset(branch(1))).toMatchObject({ data: { code: "VALIDATION_ERROR" } });
    const stranger = await house.connect("/s/another-secret-of-16/ws");
    expect(await stranger.reset(branch(1))).toMatchObject({ data: { code: "NOT_FOUND" } });
    expect(house.registry.active).toBe(1);
  });

  test("it is refused in the test split", async () => {
    const { client } = await played(await serve(new KeptLog(), { split: "test" }));
    expect(await client.reset(branch(1))).toMatchObject({ data: { code: "FORBIDDEN" } });
  });
});

describe("over HTTP", () => {
  test("another label of the same secret branches from an episode, which goes on as it was", async () => {
    const { request: ask } = await serve(new KeptLog());
    const post = (path: string, body: object, headers = OWNER) => ask("POST", path, { body, headers });
    await post("/reset", { seed: 7, episode_id: "root" });
    for (const action of STEPS) await post("/step", { action, episode_id: "root" });
    const begun = await post("/reset", { ...branch(2), episode_id: "leaf" });
    expect(begun).toMatchObject({
      status: 200,
      body: { observation: { step_count: 2, info: { episode_id: "leaf" } } },
    });
    const step = { action: { action_type: "VIEW_CODE" } };
    expect(await post("/step", { ...step, episode_id: "root" })).toMatchObject({
      body: { observation: { step_count: 4 } },
    });
    expect(await post("/step", { ...step, episode_id: "leaf" })).toMatchObject({
      body: { observation: { step_count: 3 } },
    });
    const stranger = { "x-tracefix-session": "another-secret-of-16" };
    expect(await post("/reset", { ...branch(2), episode_id: "stolen" }, stranger)).toMatchObject({ status: 404 });
  });
});

describe("with the reader's right", () => {
  const settings = { TRACEFIX_TOKENS };
  const opened = async (split: "train" | "test" = "train") => {
    const log = new KeptLog();
    const house = await serve(log, { split, settings });
    const { told } = await played(house, bearer(PLAY));
    const id = (await log.reopen(log.episodes[0]?.head.session ?? ""))?.kept.id ?? "";
    const expected = JSON.parse(JSON.stringify(told[1]).replaceAll("root", "leaf"));
    return { house, id, expected };
  };

  test.each(["train", "test"] as const)(
    "another's episode of the %s split is found by its id, and by nobody who may only play",
    async (split) => {
      const { house, id, expected } = await opened(split);
      for (const path of ["/ws", "/s/a-reader-has-a-secret-too/ws"]) {
        const reader = await house.connect(path, bearer(BOTH));
        expect(await reader.reset({ ...branch(2, id), episode_id: "leaf" })).toEqual(expected);
        expect(await reader.ask({ type: "state" })).toMatchObject({ data: { episode_id: "leaf", step_count: 2 } });
      }
      const stranger = await house.connect("/s/another-secret-of-16/ws", bearer(PLAY));
      expect(await stranger.reset(branch(2, id))).toMatchObject({ data: { code: "NOT_FOUND" } });
      const bare = await house.connect("/ws", bearer(PLAY));
      expect(await bare.reset(branch(2, id))).toMatchObject({ data: { code: "VALIDATION_ERROR" } });
    },
  );

  test("so it is by POST /reset and in a batch", async () => {
    const { house, id } = await opened();
    const post = (token: string, episode_id: string) =>
      house.request("POST", "/reset", { body: { ...branch(2, id), episode_id }, headers: bearer(token) });
    expect(await post(BOTH, "by-http")).toMatchObject({ status: 200, body: { observation: { step_count: 2 } } });
    expect((await post(PLAY, "not-by-http")).status).toBe(422);
    const item = (episode_id: string) => ({
      session: episode_id,
      type: "reset",
      data: { ...branch(2, id), episode_id },
    });
    const ask = async (token: string) =>
      (await house.connect("/ws", bearer(token))).askJson({ type: "batch", data: [item("one"), item("two")] });
    const found = { type: "observation", data: { observation: { step_count: 2 } } };
    expect(await ask(BOTH)).toMatchObject({ data: { answers: [found, found] } });
    const refused = { type: "error", data: { code: "VALIDATION_ERROR" } };
    expect(await ask(PLAY)).toMatchObject({ data: { answers: [refused, refused] } });
  });

  test("the last step stays refused, and what is not kept is not found", async () => {
    const { house, id } = await opened();
    const reader = await house.connect("/ws", bearer(BOTH));
    expect(await reader.reset(branch(3, id))).toMatchObject({ data: { code: "VALIDATION_ERROR" } });
    // A label is its player's own, and many may have the same.
    for (const name of ["root", "nobody"])
      expect(await reader.reset(branch(0, name))).toMatchObject({ data: { code: "NOT_FOUND" } });
  });

  test("nobody has it where nobody may look", async () => {
    const log = new KeptLog();
    const house = await serve(log, { settings: { ...settings, WATCH: "off" } });
    await played(house, bearer(PLAY));
    const id = (await log.reopen(log.episodes[0]?.head.session ?? ""))?.kept.id ?? "";
    const reader = await house.connect("/s/another-secret-of-16/ws", bearer(BOTH));
    expect(await reader.reset(branch(1, id))).toMatchObject({ data: { code: "NOT_FOUND" } });
    const answer = await house.request("POST", "/reset", { body: branch(1, id), headers: bearer(BOTH) });
    expect(answer.status).toBe(422);
  });

  test("where no tokens are asked for nobody has it", async () => {
    const log = new KeptLog();
    const house = await serve(log);
    await played(house);
    const id = (await log.reopen(log.episodes[0]?.head.session ?? ""))?.kept.id ?? "";
    const stranger = await house.connect("/s/another-secret-of-16/ws", bearer(BOTH));
    expect(await stranger.reset(branch(1, id))).toMatchObject({ data: { code: "NOT_FOUND" } });
  });
});
