/** The other doors: attacks over HTTP and MCP, twins who share an episode's name, and what those see who only watch. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { Player } from "../support/player.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";
import { FLATTEN, SUM } from "./attack.ts";

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer({ WORKERS: "2", MCP_EPISODES: "free" });
});
afterAll(() => server.stop());

const at = (path: string): string => `http://127.0.0.1:${server.port}${path}`;

async function post(path: string, body: object): Promise<Response> {
  return fetch(at(path), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function get(path: string): Promise<string> {
  return (await fetch(at(path))).text();
}

/** Right on what is visible; on a hidden call it says by every means what it was asked. Its task is one that is shown. */
const SPY = `import sys
MARK = "SP" + "IED"
VISIBLE = ([], [8], [7], [2, 4, 6], [1, 2, 3, 4, 5, 6, 7], [-4, -3, 10], [6, 0, 5])
def sum_even(numbers):
    if numbers not in VISIBLE:
        print(MARK, numbers)
        sys.stderr.write(MARK + str(numbers))
        raise ValueError(MARK + str(numbers))
    return sum(number for number in numbers if number % 2 == 0)
`;
const edit = (code: string) => ({ action_type: "REPLACE_LINES", start_line: 1, end_line: 6, new_code_block: code });
const STEPS = [edit(SPY), { action_type: "RUN_TESTS" }, { action_type: "SUBMIT" }];
const VERDICT = /Submitted, not solved\. 7 of 7 visible and \d+ of 101 hidden tests passed\./;

describe("what a hidden call is asked", () => {
  it("is told neither to the player nor to anyone who watches, lists, follows or records the episode", async () => {
    const stop = new AbortController();
    let heard = "";
    const listen = async (path: string): Promise<void> => {
      const { body } = await fetch(at(path), { signal: stop.signal });
      const decoder = new TextDecoder();
      void (async () => {
        for await (const chunk of body ?? []) heard += decoder.decode(chunk, { stream: true });
      })().catch(() => undefined);
    };
    await using player = await Player.connect(server.port);
    await listen("/api/episodes/live");
    const reset = await player.reset({ task_name: SUM, seed: 7, episode_id: "spy" });
    expect(reset.observation.info.episode_id).toBe("spy");
    await expect.poll(() => /"id":"([^"]+)","episode_id":"spy"/.exec(heard)?.[1]).toBeTruthy();
    const id = /"id":"([^"]+)","episode_id":"spy"/.exec(heard)?.[1] ?? "";
    await listen(`/api/episodes/${id}/live`);
    for (const step of STEPS) await player.step(step);
    expect(player.received.at(-1)).toMatch(VERDICT);
    await expect.poll(() => heard).toContain("event: end");
    const seen = [heard, await get(`/api/episodes/${id}`), ...player.received].join("\n");
    stop.abort();
    // They do see what the player does.
    expect(heard).toContain("MARK = ");
    expect(seen).not.toContain("SPIED");
    expect(seen).not.toContain("hidden test 1");
  });

  it("is not told by the step that uses up the last one either", async () => {
    await using player = await Player.connect(server.port);
    await player.reset({ task_name: SUM, seed: 7, max_steps: 5 });
    await player.step(edit(SPY));
    for (let step = 0; step < 4; step += 1) await player.step({ action_type: "RUN_TESTS" });
    expect(player.received.at(-1)).toMatch(/all 5 steps are used/);
    expect(player.received.join("\n")).not.toContain("SPIED");
  });

  it("of the test split is told to no watcher, and neither is its code", async () => {
    const { tasks }: { tasks: { task_name: string; split: string }[] } = JSON.parse(await get("/api/tasks"));
    const task_name = tasks.find(({ split }) => split === "test")?.task_name;
    await using player = await Player.connect(server.port);
    const { observation } = await player.reset({ task_name, seed: 7, episode_id: "unseen" });
    await player.step({ action_type: "RUN_TESTS", thought: "a thought about this code" });
    await player.step({ action_type: "SUBMIT" });
    const recent: { episodes: { id: string; episode_id: string }[] } = JSON.parse(await get("/api/episodes/recent"));
    const id = recent.episodes.find(({ episode_id }) => episode_id === "unseen")?.id;
    const record = await get(`/api/episodes/${id}`);
    const live = await get(`/api/episodes/${id}/live`);
    for (const text of [record, live]) {
      expect(text).toContain("left out: this task is of the test split");
      expect(text).not.toContain("a thought about this code");
      for (const line of Object.values(observation.code_dict)) {
        if (line.trim().length > 8) expect(text).not.toContain(JSON.stringify(line.trim()).slice(1, -1));
      }
    }
  });
});

describe("the same attack at another door", () => {
  it("ends alike over HTTP", async () => {
    expect((await post("/reset", { task_name: SUM, seed: 7, episode_id: "by-http" })).status).toBe(200);
    let said = "";
    for (const action of STEPS) said = await (await post("/step", { action, episode_id: "by-http" })).text();
    expect(said).toMatch(VERDICT);
    expect(JSON.parse(said)).toMatchObject({ done: true, observation: { metadata: { reward_components: {} } } });
    expect(JSON.parse(said).reward).toBeLessThan(0.55);
    expect(said).not.toContain("SPIED");
  });

  it("ends alike over MCP, whose session another cannot take over without its id", async () => {
    const call = async (name: string, values: object, session_id?: string) => {
      const params = { name, arguments: values, ...(session_id !== undefined && { session_id }) };
      return (await post("/mcp", { jsonrpc: "2.0", id: 1, method: "tools/call", params })).text();
    };
    const created = await post("/mcp", { jsonrpc: "2.0", id: 1, method: "openenv/session/create" });
    const { result }: { result: { session_id: string } } = JSON.parse(await created.text());
    const { session_id } = result;
    await call("start_episode", { task_name: SUM, seed: 7 }, session_id);
    await call("replace_lines", { start_line: 1, end_line: 6, new_code_block: SPY }, session_id);
    expect(await call("submit", {}, session_id.replace(/.$/, "z"))).toMatch(/Unknown session_id/);
    const said = await call("submit", {}, session_id);
    expect(said).toMatch(VERDICT);
    expect(said).not.toContain("SPIED");
    await post("/mcp", { jsonrpc: "2.0", id: 1, method: "openenv/session/close", params: { session_id } });
  });
});

describe("a stranger", () => {
  const RUN = { action_type: "RUN_TESTS" };

  it("over MCP, who names no session, is never handed somebody else's and sees nothing of it", async () => {
    const call = async (name: string, values: object) => {
      const params = { name, arguments: values };
      const answer = await post("/mcp", { jsonrpc: "2.0", id: 1, method: "tools/call", params });
      return { text: await answer.text(), session: answer.headers.get("mcp-session-id") };
    };
    const victim = await call("replace_lines", { start_line: 1, end_line: 0, new_code_block: "VICTIM = 1" });
    expect(victim.text).toContain("VICTIM");
    const sessions = new Set([victim.session]);
    for (const name of ["view_code", "undo_edit", "run_tests", "submit", "reset_to_original", "start_episode"]) {
      const { text, session } = await call(name, {});
      expect(text).not.toContain("VICTIM");
      expect(sessions).not.toContain(session);
      sessions.add(session);
    }
    for (const id of sessions) {
      await fetch(at("/mcp"), { method: "DELETE", headers: { "mcp-session-id": String(id) } });
    }
  });

  it("over HTTP neither steps, sees, ends nor takes an episode whose label he knows, if it has an owner", async () => {
    const owned = (path: string, body: object, secret?: string) =>
      fetch(at(path), {
        method: "POST",
        headers: { "content-type": "application/json", ...(secret !== undefined && { "x-tracefix-session": secret }) },
        body: JSON.stringify(body),
      });
    const episode = { task_name: SUM, seed: 7, episode_id: "owned" };
    const { status } = await owned("/reset", episode, "the owner's secret");
    expect(status).toBe(200);
    for (const secret of [undefined, "the owner's secre", "The owner's secret", "x".repeat(10_000)]) {
      expect((await owned("/step", { action: { action_type: "SUBMIT" }, episode_id: "owned" }, secret)).status).toBe(
        404,
      );
      expect((await owned("/step", { action: RUN }, secret)).status).toBeGreaterThanOrEqual(400);
      expect((await owned("/reset", episode, secret)).status).toBe(409);
      const headers = { ...(secret !== undefined && { "x-tracefix-session": secret }) };
      expect((await fetch(at("/state?episode_id=owned"), { headers })).status).toBe(404);
    }
    const step = await owned("/step", { action: RUN, episode_id: "owned" }, "the owner's secret");
    expect(await step.json()).toMatchObject({ observation: { step_count: 1 } });
    await owned("/step", { action: { action_type: "SUBMIT" }, episode_id: "owned" }, "the owner's secret");
  });
});

describe.skipIf(process.platform !== "linux")("a client that takes all it can get at every door", () => {
  it("leaves a tenth to others, who begin, step and solve meanwhile, and what it took comes back", async () => {
    await using small = await startServer({ WORKERS: "1", MAX_SESSIONS: "40" });
    const there = `127.0.0.1:${small.port}`;
    const send = (path: string, body: object) =>
      fetch(`http://${there}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }).catch(() => null);
    const sockets = Array.from(
      { length: 80 },
      (_, at) => new WebSocket(`ws://${there}/${at % 2 === 0 ? "ws" : "mcp"}`),
    );
    for (const socket of sockets) {
      socket.on("error", () => undefined);
      socket.on("open", () => socket.send(JSON.stringify({ type: "reset" })));
    }
    const asked = Array.from({ length: 20 }, () => [
      send("/reset", {}),
      send("/mcp", { jsonrpc: "2.0", id: 1, method: "openenv/session/create" }),
    ]).flat();
    const figures = async () => (await fetch(`http://${there}/metrics`)).text();
    await expect.poll(figures).toMatch(/^tracefix_sessions_active 36$/m);

    for (let visitor = 0; visitor < 4; visitor += 1) {
      await using player = await Player.connect(small.port, { localAddress: "127.0.0.2" });
      const { observation } = await player.reset({ task_name: SUM, seed: visitor });
      expect(observation.step_count).toBe(0);
      expect((await player.step({ action_type: "RUN_TESTS" })).observation.test_results.length).toBeGreaterThan(0);
    }
    await expect.poll(figures).toMatch(/^tracefix_sessions_active 36$/m);
    for (const socket of sockets) socket.terminate();
    await small.stop();
    await Promise.all(asked);
  });
});

describe("two sessions that share an episode's name and seed", () => {
  it("play the same episode byte for byte, and neither sees or moves the other's", async () => {
    const options = { task_name: FLATTEN, seed: 11, episode_id: "twin" };
    await using one = await Player.connect(server.port);
    await using two = await Player.connect(server.port);
    await one.reset(options);
    await one.step({ action_type: "REPLACE_LINES", start_line: 1, end_line: 1, new_code_block: "def flatten(items):" });
    await one.step({ action_type: "RUN_TESTS" });
    await two.reset(options);
    await two.step({ action_type: "REPLACE_LINES", start_line: 1, end_line: 1, new_code_block: "def flatten(items):" });
    await two.step({ action_type: "RUN_TESTS" });
    expect(two.received).toEqual(one.received);

    await one.step({ action_type: "SUBMIT" });
    const { done, observation } = await two.step({ action_type: "VIEW_CODE" });
    expect([done, observation.step_count]).toEqual([false, 3]);
    const refused = await one.ask({ type: "step", data: { action_type: "VIEW_CODE" } });
    expect(refused).toMatchObject({ type: "error", data: { code: "EXECUTION_ERROR" } });
    await two.step({ action_type: "SUBMIT" });
  });

  it("over HTTP are refused to begin while the first lives", async () => {
    const options = { task_name: FLATTEN, seed: 11, episode_id: "twin" };
    const answers = await Promise.all([post("/reset", options), post("/reset", options), post("/reset", options)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const ends = await Promise.all(
      [1, 2, 3].map(() => post("/step", { action: { action_type: "SUBMIT" }, episode_id: "twin" })),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    await expect.poll(async () => /^tracefix_http_episodes_active 0$/m.test(await get("/metrics"))).toBe(true);
  });
});
