/** SUBMIT is final: on a real server no time limit, hang-up or crowd undoes it, gives a second look, or costs a worker. */
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import type { CodeObservation, CodeState } from "../../src/protocol/protocol.ts";
import { Player } from "../support/player.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";

/** Wrong now and then, and so slow that a grade takes several times the time limit below. */
const SLOW = `def sum_even(numbers):
    for _ in range(40_000):
        pass
    return sum(number for number in numbers[:9] if number % 2 == 0)
`;
const TASK = "sum_even_wrong_condition";
const EDIT = { action_type: "REPLACE_LINES", start_line: 1, end_line: 7, new_code_block: SLOW };
const SUBMIT = { action_type: "SUBMIT" };
const TIMEOUT_S = 0.12;

let server: ServerProcess;
let lines: number;
/** What a grade that nobody disturbs leaves. */
let undisturbed: unknown;

beforeAll(async () => {
  server = await startServer({ WORKERS: "2" });
  const { observation }: { observation: CodeObservation } = await post("/reset", {
    task_name: TASK,
    seed: 5,
    episode_id: "first-look",
  });
  lines = Object.keys(observation.code_dict).length;
  await edited("alone");
  expect((await send("/step", { episode_id: "alone", action: SUBMIT })).status).toBe(200);
  undisturbed = await stateOf("alone");
  expect(undisturbed).toMatchObject({ done: true, step_count: 2 });
});
afterAll(() => server.stop());

async function send(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  return fetch(`http://127.0.0.1:${server.port}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
}

async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const response = await send(path, body);
  expect(response.status).toBe(200);
  return JSON.parse(await response.text());
}

/** Begins an episode over HTTP and puts the slow program into it. */
async function edited(episode_id: string): Promise<void> {
  await post("/reset", { task_name: TASK, seed: 5, episode_id });
  await post("/step", { episode_id, action: { ...EDIT, end_line: lines } });
}

/** Waits for all that was asked of the episode before. Its label is its own. */
async function stateOf(episode_id: string): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${server.port}/state?episode_id=${episode_id}`);
  const { episode_id: label, ...state }: CodeState = JSON.parse(await response.text());
  expect(label).toBe(episode_id);
  return state;
}

async function figure(name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  return Number(new RegExp(`^tracefix_${name} (\\d+)$`, "m").exec(text)?.[1]);
}

async function isGrading(): Promise<void> {
  await expect.poll(() => figure("sandbox_busy"), { interval: 5 }).toBeGreaterThan(0);
}

/** The hidden calls are made by the seed alone, so a label of its own changes nothing. */
async function expectFinal(episode: string): Promise<void> {
  expect(await stateOf(episode)).toEqual(undisturbed);
  const again = await send("/step", { episode_id: episode, action: { action_type: "VIEW_CODE" } });
  expect(again.status).toBe(409);
  expect(await again.text()).toContain("is over");
}

describe("over HTTP", () => {
  it("a SUBMIT whose time limit is over goes on to its end", async () => {
    await edited("impatient");
    const answer = await send("/step", { episode_id: "impatient", action: SUBMIT, timeout_s: TIMEOUT_S });
    expect(answer.status).toBe(504);
    expect(await answer.text()).toContain("will be final");
    await expectFinal("impatient");
  });

  it("an edit sent right after it comes too late", async () => {
    await edited("second-look");
    const answers = await Promise.all([
      send("/step", { episode_id: "second-look", action: SUBMIT, timeout_s: TIMEOUT_S }),
      send("/step", { episode_id: "second-look", action: { ...EDIT, end_line: 1 } }),
      send("/step", { episode_id: "second-look", action: SUBMIT, timeout_s: TIMEOUT_S }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([409, 504, 504]);
    await expectFinal("second-look");
  });

  it("a SUBMIT whose client hangs up goes on to its end", async () => {
    await edited("hung-up");
    const hangUp = new AbortController();
    const answer = send("/step", { episode_id: "hung-up", action: SUBMIT }, hangUp.signal);
    await isGrading();
    hangUp.abort();
    await expect(answer).rejects.toThrow();
    await expectFinal("hung-up");
  });

  it("several at once, each with a time limit, all end as if they had been alone", async () => {
    const episodes = ["one", "two", "three", "four"];
    await Promise.all(episodes.map(edited));
    const answers = await Promise.all(
      episodes.map((episode_id) => send("/step", { episode_id, action: SUBMIT, timeout_s: TIMEOUT_S })),
    );
    expect(answers.map(({ status }) => status)).toEqual([504, 504, 504, 504]);
    for (const episode of episodes) await expectFinal(episode);
  });
});

describe("over a WebSocket that is lost meanwhile", () => {
  it("the grade is finished without ending a worker, and others see the same bytes as before", async () => {
    const before = await lookOn();
    const [cancelled, opened] = [await figure("sandbox_runs_cancelled_total"), await figure("sessions_active")];
    const steps = await figure("steps_total");
    const socket = await submitting();
    await isGrading();
    socket.terminate();
    await expect.poll(() => figure("sessions_active")).toBe(opened);
    // The edit, and what was handed in.
    expect(await figure("steps_total")).toBe(steps + 2);
    expect(await figure("sandbox_runs_cancelled_total")).toBe(cancelled);
    expect(await lookOn()).toEqual(before);
    expect(await figure("sandbox_workers_lost_total")).toBe(0);
    expect(await figure("sandbox_watchdog_stops_total")).toBe(0);
    expect(await figure("sandbox_available")).toBe(2);
  });

  it("many such losses leave the server as it was", async () => {
    const opened = await figure("sessions_active");
    const sockets = await Promise.all(Array.from({ length: 6 }, submitting));
    await isGrading();
    for (const socket of sockets) socket.terminate();
    await expect.poll(() => figure("sessions_active")).toBe(opened);
    await expect.poll(() => figure("sandbox_busy")).toBe(0);
    expect(await figure("requests_pending")).toBe(0);
    expect(await figure("sandbox_workers_lost_total")).toBe(0);
    await edited("afterwards");
    await post("/step", { episode_id: "afterwards", action: SUBMIT });
    expect(await stateOf("afterwards")).toEqual(undisturbed);
  });
});

/** A socket that has handed in the slow program and waits for its grade. */
async function submitting(): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/ws`);
  await once(socket, "open");
  const ask = async (type: string, data: unknown): Promise<void> => {
    socket.send(JSON.stringify({ type, data }));
    await once(socket, "message");
  };
  await ask("reset", { task_name: TASK, seed: 5 });
  await ask("step", { ...EDIT, end_line: lines });
  socket.send(JSON.stringify({ type: "step", data: SUBMIT }));
  return socket;
}

async function lookOn(): Promise<readonly string[]> {
  await using player = await Player.connect(server.port);
  await player.reset({ task_name: "lru_cache_no_promotion", seed: 3, episode_id: "onlooker" });
  await player.step({ action_type: "RUN_TESTS" });
  return player.received;
}
