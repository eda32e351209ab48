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

function serve(log: KeptLog, split: "train" | "test" = "train"): Promise<House> {
  const { tasks: usual, sandbox } = openWorldGym();
  const inSplit = (task: Task): Task => ({ ...task, program: { ...task.program, split } });
  const tasks = taskSetOf(usual.tasks.map(inSplit), { hash: "world" });
  return openHouse({
    durability: "process",
    environment: (session) => new TraceFixRLGym({ tasks, sandboxFor: () => sandbox, session, log }),
  });
}

async function played(house: House) {
  const client = await house.connect(`/s/${SECRET}/ws`);
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
    const { client } = await played(await serve(new KeptLog(), "test"));
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
