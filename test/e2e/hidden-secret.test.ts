/** An operator's secret and a hidden count, on real servers: what they name, what they hide, and that replicas agree. */
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { CallToolResultSchema } from "@modelcontextprotocol/sdk/types.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { episodeRecordSchema } from "../../src/protocol/protocol.ts";
import { Player } from "../support/player.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";

const SECRET = "correct horse battery staple";
const TASK = "valid_parentheses_no_empty_check";
const CLOSED = {
  WORKERS: "1",
  HIDDEN_SECRET: SECRET,
  HIDDEN_COUNT: "hidden",
  MCP_EPISODES: "free",
  LOG_LEVEL: "debug",
};

async function get(port: number, path: string): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}${path}`)).text();
}

/** An answer that is right for every second text or so: how many hidden calls it passes depends on which they are. */
const GUESS = "def valid_parentheses(text):\n    return True";

async function guess(port: number, episode_id: string): Promise<readonly string[]> {
  await using player = await Player.connect(port);
  const { observation } = await player.reset({ task_name: TASK, seed: 7, episode_id });
  const end_line = Object.keys(observation.code_dict).length;
  await player.step({ action_type: "REPLACE_LINES", start_line: 1, end_line, new_code_block: GUESS });
  await player.step({ action_type: "SUBMIT" });
  return player.received;
}

/** The number of hidden tests that passed, of the last answer's text. */
function hiddenPassed(received: readonly string[]): number {
  return Number(/(\d+) of \d+ hidden/.exec(received.at(-1) ?? "")?.[1] ?? Number.NaN);
}

describe("a server with a secret that hides the count", () => {
  let server: ServerProcess;
  let replica: ServerProcess;
  beforeAll(async () => {
    [server, replica] = await Promise.all([startServer(CLOSED), startServer(CLOSED)]);
  });
  afterAll(async () => {
    await Promise.all([server.stop(), replica.stop()]);
  });

  test("names the secret, and shows it nowhere", async () => {
    const metadata = await get(server.port, "/metadata");
    expect(JSON.parse(metadata)).toMatchObject({
      hidden_secret: expect.stringMatching(/^[0-9a-f]{8}$/),
      hidden_count: "hidden",
    });
    expect(await get(replica.port, "/metadata")).toBe(metadata);
    for (const path of ["/web/metadata", "/metrics", "/schema", "/openapi.json", "/health"]) {
      expect(await get(server.port, path)).not.toContain(SECRET);
    }
    expect(metadata).not.toContain(SECRET);
  });

  test("gives the same bytes as its replica, with no number of hidden tests in them", async () => {
    const received = await guess(server.port, "group-1");
    expect(await guess(replica.port, "group-1")).toEqual(received);
    const last = received.at(-1) ?? "";
    expect(last).toMatch(/Submitted, not solved\. \d of \d visible tests passed; hidden tests failed\./);
    expect(last).not.toMatch(/\d+ hidden/);
  });

  test("names how it grades in the records that watchers read, and tells them no number either", async () => {
    await guess(server.port, "group-2");
    const { episodes }: { episodes: { id: string }[] } = JSON.parse(await get(server.port, "/api/episodes/recent"));
    const text = await get(server.port, `/api/episodes/${episodes[0]?.id}`);
    const { hidden_secret } = JSON.parse(await get(server.port, "/metadata"));
    expect(episodeRecordSchema.parse(JSON.parse(text))).toMatchObject({ hidden_secret, hidden_count: "hidden" });
    expect(text).not.toMatch(/\d+ hidden/);
    expect(text).not.toContain(SECRET);
  });
});

describe("the count of hidden tests as an oracle for episodes of one seed", () => {
  const COUNT = { WORKERS: "1", MCP_EPISODES: "free" };

  test("tells the same each time without a secret, and something else in each episode with one", async () => {
    await using open = await startServer(COUNT);
    await using secret = await startServer({ ...COUNT, HIDDEN_SECRET: SECRET });
    const counts = async ({ port }: ServerProcess) => {
      const passed: number[] = [];
      for (let episode = 0; episode < 6; episode += 1)
        passed.push(hiddenPassed(await guess(port, `episode ${episode}`)));
      return new Set(passed);
    };
    expect((await counts(open)).size).toBe(1);
    expect((await counts(secret)).size).toBeGreaterThan(1);
  });

  test("cannot be asked by tools, which take no seed", async () => {
    await using server = await startServer({ WORKERS: "1" });
    await using oracle = await connect(server.port);
    const refused = await oracle.call("start_episode", { task_name: TASK, seed: 7 });
    expect(refused).toMatchObject({ isError: true });
    expect(JSON.stringify(refused)).toContain("Cannot start an episode with seed and task_name");
  });

  test("fills no table of answers by call number, where the operator has a secret", async () => {
    await using server = await startServer({ ...COUNT, HIDDEN_SECRET: SECRET });
    await using oracle = await connect(server.port);
    expect(await fillTable(oracle, 25)).toBeNull();
  });
});

interface Oracle extends AsyncDisposable {
  call(name: string, args?: Record<string, unknown>): Promise<ReturnType<typeof CallToolResultSchema.parse>>;
}

async function connect(port: number): Promise<Oracle> {
  const client = new Client({ name: "oracle", version: "1.0.0" });
  await client.connect(new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`)));
  return {
    call: async (name, args = {}) => CallToolResultSchema.parse(await client.callTool({ name, arguments: args })),
    [Symbol.asyncDispose]: () => client.close(),
  };
}

/** Answers by the number of the call, where the text is none of the visible ones. */
function byTable(table: readonly boolean[], visible: Readonly<Record<string, boolean>>): string {
  const python = (value: boolean) => (value ? "True" : "False");
  const known = Object.entries(visible).map(([text, value]) => `${JSON.stringify(text)}: ${python(value)}`);
  return `import builtins
KNOWN = {${known.join(", ")}}
TABLE = [${table.map(python).join(", ")}]
def valid_parentheses(text):
    if text in KNOWN:
        return KNOWN[text]
    number = getattr(builtins, "number", 0)
    builtins.number = number + 1
    return TABLE[number % ${table.length}]`;
}

/** Turns one answer of the table after the other and keeps what the count likes. @returns the episodes it took, or null */
async function fillTable(oracle: Oracle, episodes: number): Promise<number | null> {
  const right = ["", "()[]{}", "(()())", "{[()]}"].map((text) => [text, true] as const);
  const wrong = ["[}", "([)]", "(()", "())", "]"].map((text) => [text, false] as const);
  const visible = Object.fromEntries([...right, ...wrong]);
  let table = Array.from({ length: 20 }, () => true);
  let best = -1;
  for (let episode = 0; episode < episodes; episode += 1) {
    const tried = best < 0 ? table : table.map((answer, place) => (place === episode - 1 ? !answer : answer));
    const begun = await oracle.call("start_episode", { task_name: TASK, seed: 7, episode_id: `try ${episode}` });
    const end_line = Object.keys(Object(begun.structuredContent?.code_dict)).length;
    await oracle.call("replace_lines", { start_line: 1, end_line, new_code_block: byTable(tried, visible) });
    const said = JSON.stringify(await oracle.call("submit"));
    if (said.includes("Submitted and solved")) return episode + 1;
    const passed = hiddenPassed([said]);
    if (passed > best) [table, best] = [tried, passed];
  }
  return null;
}
