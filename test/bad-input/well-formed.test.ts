/** No answer at any door, in any protocol, holds half a character or a number that is none, whatever is sent or run. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { DOORS } from "../server/door-tables.ts";
import { Client } from "../server/harness.ts";
import { faultsIn, faultsInText } from "../support/faults-in.ts";
import { type OpenServer, openServer } from "./open-server.ts";

let server: OpenServer;
let runs: string;
beforeAll(async () => {
  runs = await mkdtemp(join(tmpdir(), "tracefix-runs-"));
  server = await openServer({
    WATCH: "full",
    MCP_EPISODES: "free",
    RUNS_DIR: runs,
    OPENENV_VALIDATION_TOKEN: "a token of thirty-two characters!",
  });
});
afterAll(async () => {
  await server.stop();
  await rm(runs, { recursive: true });
});

/** A half as JSON spells it. */
const HALF = "\\udce9";
const rpc = (fields: string, id = '"a"') => `{"jsonrpc":"2.0","id":${id},${fields}}`;
const tool = (name: string, fields: string) =>
  rpc(`"method":"tools/call","params":{"name":"${name}","arguments":{${fields}}}`);

/** Sent to every door that takes a body, and in every frame, whether it makes any sense there or none. */
const BODIES: readonly string[] = [
  "😀",
  '{"a":😀}',
  `"${HALF}"`,
  `["${HALF}"]`,
  `{"${HALF}":1}`,
  `{"${HALF}":1,"${HALF}":2}`,
  `{"${"a".repeat(99)}😀":1}`,
  '{"seed":1e999}',
  ...["episode_id", "task_name", "language", "resume", "difficulty", "split", "request_id", "agent", "session_id"].map(
    (name) => `{"${name}":"a${HALF}"}`,
  ),
  ...["\\ud83d", `VIEW_CODE","thought":"${HALF}`, `${HALF}","${HALF}":"${HALF}`].map(
    (type) => `{"action":{"action_type":"${type}"}}`,
  ),
  `{"action":{"action_type":"REPLACE_LINES","start_line":1e999,"end_line":1,"new_code_block":"${HALF}"}}`,
  `{"action":{"action_type":"RUN_TESTS"},"timeout_s":1e999}`,
  rpc(`"method":"tools/list"`, `"${HALF}"`),
  rpc(`"method":"tools/list"`, "1e999"),
  rpc(`"method":"${HALF}"`),
  rpc(`"method":"${"a".repeat(99)}😀"`),
  rpc(`"method":"initialize","params":{"protocolVersion":"${HALF}"}`),
  rpc(`"method":"tools/call","params":{"name":"${"a".repeat(99)}😀"}`),
  rpc(`"method":"tools/list","params":{"session_id":"${"a".repeat(99)}😀"}`),
  rpc(`"method":"openenv/session/close","params":{"session_id":"${HALF}"}`),
  tool(HALF, ""),
  tool("start_episode", `"task_name":"${HALF}"`),
  tool("start_episode", `"${HALF}":"${HALF}"`),
  tool("view_code", `"thought":"${HALF}","${HALF}":1`),
  tool("replace_lines", `"start_line":1,"end_line":1e999,"new_code_block":"${HALF}"`),
  `{"type":"${HALF}"}`,
  `{"type":"${"a".repeat(99)}😀"}`,
  `{"type":"reset","data":{"episode_id":"${HALF}"}}`,
  `{"type":"reset","data":{"task_name":"${HALF}"},"request_id":"${HALF}"}`,
  `{"type":"reset","data":{"seed":1},"request_id":"é"}`,
  `{"type":"step","data":{"action_type":"${HALF}"}}`,
  `{"type":"step","data":{"action_type":"VIEW_CODE","thought":"${HALF}"}}`,
  `{"type":"step","data":{"action_type":"REPLACE_LINES","start_line":1,"end_line":0,"new_code_block":"# ${HALF}"}}`,
  `{"type":"step","data":{"type":"call_tool","tool_name":"${HALF}","arguments":{"${HALF}":"${HALF}"}}}`,
  `{"type":"mcp","data":{"method":"${HALF}"}}`,
  '{"type":"state"}',
];

describe("whatever is sent", () => {
  test.each(DOORS)("%s %s answers with characters and numbers", async (method, path) => {
    const ill = method === "GET" ? [""] : BODIES;
    for (const body of ill) {
      const init = { method, headers: { "content-type": "application/json" }, ...(body !== "" && { body }) };
      await expectNoFault(await fetch(`${server.url}${path}`, { ...init, redirect: "manual" }), body);
    }
    for (const query of ["?episode_id=%ed%b3%a9", "?%ed%a0%bd=%ff", `/${encodeURIComponent("😀")}%ed%a0%bd`]) {
      await expectNoFault(await fetch(`${server.url}${path}${query}`, { method, redirect: "manual" }), query);
    }
  });

  test.each(["/ws", "/ws?agent=%ed%b3%a9", "/ws?session_id=%ed%b3%a9", "/mcp"])(
    "frames of %s are answered with characters and numbers",
    async (path) => {
      for (const body of BODIES) {
        // A refusal may close the socket, so each gets its own.
        const client = await Client.open(`ws://127.0.0.1:${server.port}${path}`);
        expect(faultsIn(await client.askJson(body)), body).toEqual([]);
        client.socket.terminate();
      }
    },
  );

  test("the page's socket tells of an episode that was given such an action", async () => {
    const client = await Client.open(`ws://127.0.0.1:${server.port}/ws/ui`);
    expect(faultsIn(await client.nextJson())).toEqual([]);
    await post("/web/reset", "{}");
    expect(faultsIn(await client.nextJson())).toEqual([]);
    await post("/web/step", `{"action":{"action_type":"VIEW_CODE","thought":"${HALF}"}}`);
    const update = await client.nextJson();
    expect(update).toMatchObject({ episode_state: { action_logs: [{ action: { thought: "\\udce9" } }] } });
    expect(faultsIn(update)).toEqual([]);
    client.socket.terminate();
  });

  test("a recorded run that has such texts is shown without them", async () => {
    const steps = `[{"action":{"action_type":"VIEW_CODE","thought":"${HALF}"}`;
    await mkdir(join(runs, "old"));
    await writeFile(join(runs, "old", "episodes.jsonl"), `${await recordedEpisode(steps)}\n`);
    const rows = await fetch(`${server.url}/api/runs/old`);
    expect(await expectNoFault(rows)).toContain('"rows":[{');
    expect(await expectNoFault(await fetch(`${server.url}/api/runs/old/1`))).toContain("\\\\udce9");
  });
});

describe("what names an episode or says a thought has whole characters", () => {
  it("or the reset is refused, over HTTP and over the socket", async () => {
    const answer = await post("/reset", `{"episode_id":"${HALF}"}`);
    expect([answer.status, await answer.json()]).toEqual([
      422,
      { detail: [expect.objectContaining({ loc: ["body", "episode_id"], input: "\\udce9" })] },
    ]);
    const client = await Client.open(`ws://127.0.0.1:${server.port}/ws`);
    expect(await client.ask(`{"type":"reset","data":{"episode_id":"${HALF}"}}`)).toMatchObject({
      type: "error",
      data: { code: "VALIDATION_ERROR", errors: [{ loc: ["data", "episode_id"] }] },
    });
    client.socket.terminate();
  });

  it("or the step is a policy's mistake", async () => {
    const client = await Client.open(`ws://127.0.0.1:${server.port}/ws`);
    await client.reset({ task_name: "sum_even_wrong_condition" });
    expect(await client.step("VIEW_CODE", { thought: "\ud83d" })).toMatchObject({
      type: "observation",
      data: {
        observation: {
          last_execution_output:
            "VIEW_CODE cannot use thought: it holds half of a surrogate pair. Send whole characters.",
        },
        reward: expect.toSatisfy((reward: number) => reward < 0),
      },
    });
    client.socket.terminate();
  });
});

/** Each failing test says one of these, which Python writes and no other program can read. */
const PROGRAM = `class Odd:
    def __repr__(self):
        return "odd " + half
half = chr(0xdce9)
def sum_even(numbers):
    print("printed", half)
    if len(numbers) == 1:
        return Odd()
    if len(numbers) == 3:
        return "text " + half
    raise ValueError(b'caf\\xe9'.decode('utf-8', 'surrogateescape'))
`;
const EDIT = { action_type: "REPLACE_LINES", start_line: 1, end_line: 6, new_code_block: PROGRAM };
const SEEN = ["caf\\udce9", "odd \\udce9", "text \\udce9", "printed \\udce9"];

describe("whatever a program says of itself", () => {
  const task = { task_name: "sum_even_wrong_condition", seed: 1 };

  it("is visible and well-formed over /ws, and to who watches and replays it", async () => {
    const client = await Client.open(`ws://127.0.0.1:${server.port}/ws`);
    await client.reset({ ...task, seed: 31, episode_id: "watched" });
    await client.step("REPLACE_LINES", EDIT);
    expectSeen(await client.step("RUN_TESTS"));
    const address = `${server.url}/api/episodes/${await watchedId("watched")}`;
    expectSeen(JSON.parse(await expectNoFault(await fetch(address))));
    expect(await eventsOf(`${address}/live`, "RUN_TESTS")).toContain("caf\\\\udce9");
    expectSeen(await client.step("SUBMIT"), []);
    client.socket.terminate();
  });

  it("is visible and well-formed over HTTP", async () => {
    await post("/reset", JSON.stringify({ ...task, episode_id: "over HTTP" }));
    await post("/step", JSON.stringify({ episode_id: "over HTTP", action: EDIT }));
    const body = JSON.stringify({ episode_id: "over HTTP", action: { action_type: "RUN_TESTS" } });
    expectSeen(JSON.parse(await expectNoFault(await post("/step", body))));
  });

  it("is visible and well-formed at the page's routes", async () => {
    await post("/web/reset", JSON.stringify(task));
    await post("/web/step", JSON.stringify({ action: EDIT }));
    expectSeen(JSON.parse(await expectNoFault(await post("/web/step", '{"action":{"action_type":"RUN_TESTS"}}'))));
  });

  it("is visible and well-formed over the socket /mcp and over POST /mcp", async () => {
    const { action_type: _, ...lines } = EDIT;
    const socket = await Client.open(`ws://127.0.0.1:${server.port}/mcp`);
    const overSocket = async (body: string): Promise<unknown> => socket.askJson(body);
    const { result } = JSON.parse(await (await post("/mcp", rpc('"method":"openenv/session/create"'))).text());
    const overHttp = async (body: string): Promise<unknown> => {
      const params = { ...JSON.parse(body).params, ...result };
      return JSON.parse(await expectNoFault(await post("/mcp", JSON.stringify({ ...JSON.parse(body), params }))));
    };
    for (const send of [overSocket, overHttp]) {
      await send(tool("start_episode", JSON.stringify(task).slice(1, -1)));
      await send(tool("replace_lines", JSON.stringify(lines).slice(1, -1)));
      expectSeen(await send(tool("run_tests", "")));
    }
    socket.socket.terminate();
  });
});

function post(path: string, body: string): Promise<Response> {
  return fetch(`${server.url}${path}`, { method: "POST", headers: { "content-type": "application/json" }, body });
}

async function expectNoFault(answer: Response, sent = ""): Promise<string> {
  const text = await answer.text();
  expect(faultsInText(text, answer.headers.get("content-type") ?? ""), sent).toEqual([]);
  return text;
}

function expectSeen(answer: unknown, seen: readonly string[] = SEEN): void {
  expect(faultsIn(answer)).toEqual([]);
  const text = JSON.stringify(answer).replaceAll("\\\\", "\\");
  for (const part of seen) expect(text).toContain(part);
}

/** What the page calls the episode with this label, while it is played. */
async function watchedId(label: string): Promise<string> {
  const events = await eventsOf(`${server.url}/api/episodes/live`, `"episode_id":"${label}"`);
  const list: { readonly episodes: { readonly id: string; readonly episode_id: string }[] } = JSON.parse(
    /^data: (.*)$/m.exec(events)?.[1] ?? "",
  );
  return list.episodes.find((row) => row.episode_id === label)?.id ?? "";
}

/** Server-sent events, up to the one that has this in it. */
async function eventsOf(address: string, last: string): Promise<string> {
  const enough = new AbortController();
  const answer = await fetch(address, { signal: enough.signal });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let events = "";
  while (!events.includes(last) || !events.endsWith("\n\n")) events += (await reader?.read())?.value ?? "";
  enough.abort();
  expect(faultsInText(events, "text/event-stream")).toEqual([]);
  return events;
}

/** A line of a run's file, as this server records episodes, with other steps. */
async function recordedEpisode(steps: string): Promise<string> {
  const client = await Client.open(`ws://127.0.0.1:${server.port}/ws`);
  await client.reset({ seed: 32, episode_id: "recorded" });
  await client.step("VIEW_CODE", { thought: "HERE" });
  const record = await (await fetch(`${server.url}/api/episodes/${await watchedId("recorded")}`)).text();
  client.socket.terminate();
  return record.replace('[{"action":{"action_type":"VIEW_CODE","thought":"HERE"}', steps);
}
