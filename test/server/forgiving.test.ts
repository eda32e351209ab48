/** Every door takes an action's form as it is meant and says so; what is no action at all is a step where it can be one. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PENALTIES } from "../../src/environment/reward/reward-prices.ts";
import { type OpenServer, openServer } from "../bad-input/open-server.ts";
import { Client } from "./harness.ts";
import { rpc } from "./rpc.ts";

let server: OpenServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.stop());

const EASY = { task_name: "sum_even_missing_accumulator", seed: 1 };
const CLUMSY = { action_type: "run_tests", new_code_block: "", start_line: "", random_string: "x" };
const CLUMSY_FORM = ["spelling", "empty_field", "unknown_field"];
const FREE = { penalty: 0 };
const ARGUMENTS = { start_line: "5", end_line: "5.0", new_code_block: "            total += number", colour: 1 };
const EDIT_FORM = ["number_as_text", "unknown_field"];

/** As far as a test goes on with it. */
interface Told {
  readonly observation: { readonly info: { readonly episode_id: string } };
  readonly result: { readonly session_id: string; readonly data: unknown; readonly structuredContent: unknown };
}

async function post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(server.url + path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const told: Told = JSON.parse(await answer.text());
  return { status: answer.status, headers: answer.headers, body: told };
}

async function connect(path = "/ws"): Promise<Client> {
  return Client.open(`ws://127.0.0.1:${server.port}${path}`);
}

type Send = (action: unknown) => Promise<unknown>;

/** Each begins an episode of its own, and gives the observation of a step, or whatever was answered instead. */
const DOORS: Readonly<Record<string, () => Promise<Send>>> = {
  "POST /step": async () => {
    const { body } = await post("/reset", EASY);
    const { episode_id } = body.observation.info;
    return async (action) => (await post("/step", { action, episode_id })).body;
  },
  "POST /web/step": async () => {
    await post("/web/reset", EASY);
    return async (action) => (await post("/web/step", { action })).body;
  },
  "WS /ws": async () => {
    const client = await connect();
    await client.reset(EASY);
    return async (data) => {
      const frame = await client.askJson({ type: "step", data });
      return frame && typeof frame === "object" && "data" in frame ? frame.data : frame;
    };
  },
};

/** The same with a tool's name and arguments. */
const TOOL_DOORS: Readonly<Record<string, () => Promise<(name: string, args: unknown) => Promise<unknown>>>> = {
  "POST /mcp of OpenEnv": async () => {
    const { body } = await post("/mcp", rpc("openenv/session/create"));
    const { session_id } = body.result;
    return async (name, args) => {
      const call = await post("/mcp", rpc("tools/call", { name, arguments: args, session_id }));
      return call.body.result.data;
    };
  },
  "POST /mcp of the Model Context Protocol": async () => {
    const hello = rpc("initialize", { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: {} });
    const { headers } = await post("/mcp", hello);
    const session = { "mcp-session-id": headers.get("mcp-session-id") ?? "" };
    return async (name, args) => {
      const call = await post("/mcp", rpc("tools/call", { name, arguments: args }), session);
      return call.body.result.structuredContent;
    };
  },
  "steps call_tool of /ws": async () => {
    const client = await connect();
    await client.reset(EASY);
    return async (tool_name, args) => {
      const frame = await client.askJson({ type: "step", data: { type: "call_tool", tool_name, arguments: args } });
      return JSON.parse(JSON.stringify(frame)).data.observation.result.data;
    };
  },
};

describe.each(Object.entries(DOORS))("at %s", (_, open) => {
  test("odd names, types and fields are taken as meant, cost nothing and are told", async () => {
    const [clumsy, plain] = [await (await open())(CLUMSY), await (await open())({ action_type: "RUN_TESTS" })];
    expect(plain).toMatchObject({ observation: { step_count: 1, metadata: { reward_components: FREE } } });
    expect(clumsy).toMatchObject({
      observation: { step_count: 1, metadata: { reward_components: FREE, normalised: CLUMSY_FORM } },
    });
    expect(clumsy).toHaveProperty("reward", Object(plain).reward);
    expect(plain).not.toHaveProperty("observation.metadata.normalised");
  });

  test.each([
    ["a list of one", [CLUMSY], ["list_of_one", ...CLUMSY_FORM]],
    ["JSON in a text", JSON.stringify(CLUMSY), ["encoded_twice", ...CLUMSY_FORM]],
  ])("%s is taken as the action in it", async (_name, action, normalised) => {
    const result = await (await open())(action);
    expect(result).toMatchObject({ observation: { step_count: 1, metadata: { normalised } } });
  });

  test.each([[{ action: "RUN_TESTS" }], [{ action_type: 5 }], [{ type: "action" }], [{ metadata: {} }]])(
    "%j is a policy's mistake: a step with a penalty",
    async (action) => {
      const result = await (await open())(action);
      expect(result).toMatchObject({
        observation: {
          step_count: 1,
          last_execution_output: expect.stringContaining("action_type"),
          metadata: { reward_components: { penalty: -PENALTIES.invalid / 1_000_000 } },
        },
        done: false,
      });
      expect(result).not.toHaveProperty("observation.metadata.normalised");
    },
  );
});

describe.each(Object.entries(TOOL_DOORS))("at %s", (_, open) => {
  test("a tool's odd arguments are taken as meant and are told", async () => {
    const call = await open();
    expect(await call("run_tests", { random_string: "x" })).toMatchObject({
      metadata: { normalised: ["unknown_field"] },
    });
    expect(await call("view_code", "")).toMatchObject({ metadata: { normalised: ["empty_field"] } });
    expect(await call("run_tests", { action_type: "RUN_TESTS" })).toMatchObject({
      metadata: { normalised: ["unknown_field"] },
    });
    const range = { start_line: "1", end_line: "0", new_code_block: "```\nimport math\n```", colour: 1 };
    expect(await call("replace_lines", JSON.stringify(range))).toMatchObject({
      code_dict: { 1: "import math" },
      metadata: { normalised: ["encoded_twice", "number_as_text", "unknown_field", "code_fence"] },
    });
    expect(await call("replace_lines", [ARGUMENTS])).toMatchObject({
      metadata: { normalised: ["list_of_one", ...EDIT_FORM] },
    });
  });

  test.each([
    [{ old_text: "total", new_text: "sum" }, "old_code_block, new_code_block"],
    [{ start_line: 1, end_line: 1, new_code_block: "import math" }, "old_code_block"],
    [{ start_line: 1, end_line: 1, old_code_block: "", new_code_block: "import math" }, "old_code_block"],
    [{ old_code_block: null, new_code_block: "x" }, "old_code_block"],
    [{}, "old_code_block, new_code_block"],
  ])("replace_text without its text is a mistake that names its own fields: %j", async (args, missing) => {
    const call = await open();
    const before = Object(await call("undo_edit", {}));
    const told = Object(await call("replace_text", args));
    expect(told).toMatchObject({
      step_count: 2,
      last_execution_output: expect.stringContaining(
        `replace_text needs ${missing}: send both of old_code_block, new_code`,
      ),
      metadata: { reward_components: { penalty: -PENALTIES.invalid / 1_000_000 } },
    });
    expect(told.code_dict).toEqual(before.code_dict);
  });

  test("replace_lines with a text in place of the numbers is the edit by text", async () => {
    const call = await open();
    const first = Object(await call("view_code", {})).code_dict[1];
    const args = { old_code_block: first, new_code_block: `import math\n${first}` };
    expect(await call("replace_lines", args)).toMatchObject({ code_dict: { 1: "import math", 2: first } });
  });

  test("names are those of tools, in whatever names the reset asks for actions", async () => {
    const call = await open();
    const told = async (name: string, args: object) => Object(await call(name, args)).last_execution_output;
    expect(await told("replace_lines", { start_line: 1 })).toContain("replace_lines needs end_line");
    expect(await told("run_tests", { old_code_block: "x" })).toContain("run_tests takes no old_code_block");
    const nowhere = { old_code_block: "stands nowhere", new_code_block: "" };
    expect(await told("replace_text", nowhere)).toContain("start_line and end_line to replace_lines");
    await call("replace_lines", { start_line: 1, end_line: 0, new_code_block: "import math" });
    expect(await told("reset_to_original", {})).toContain("undo_edit takes this back");
  });

  test("a tool that begins an episode is as forgiving, but for fields that there are not", async () => {
    const call = await open();
    if (_ === "steps call_tool of /ws") return;
    expect(await call("start_episode", { difficulty: "EASY", split: "", max_steps: "20" })).toMatchObject({
      steps_remaining: 20,
      info: { task_difficulty: "easy" },
      metadata: { max_steps: 20, split: null, normalised: ["spelling", "number_as_text", "empty_field"] },
    });
  });
});

describe("what is wrong with the envelope stays an error that names the field", () => {
  test.each([
    [{ type: "step" }, "data: Field required"],
    [{ type: "step", data: {} }, "action_type: Field required"],
    [{ type: "step", data: "RUN_TESTS" }, "data: Input should be a valid dictionary"],
    [{ type: "step", data: { action_type: "RUN_TESTS" }, episode: 1 }, "episode: Extra inputs are not permitted"],
    [
      { type: "reset", data: { seed: "x", foo: 1 } },
      "data.seed: Input should be a valid number; data.foo: Extra inputs",
    ],
  ])("over a WebSocket: %j", async (frame, message) => {
    const client = await connect();
    await client.reset(EASY);
    expect(await client.ask(frame)).toMatchObject({
      type: "error",
      data: { code: "VALIDATION_ERROR", message: expect.stringContaining(`Invalid message: ${message}`) },
    });
  });

  test.each([[{}], [{ action: {} }], [{ action: "RUN_TESTS" }], [{ action: { action_type: "RUN_TESTS" }, bogus: 1 }]])(
    "over HTTP: %j",
    async (body) => {
      expect(await post("/step", body)).toMatchObject({ status: 422, body: { detail: [{ loc: expect.any(Array) }] } });
    },
  );

  test("and OpenEnv's steps that list and call tools are answered as ever", async () => {
    const client = await connect();
    await client.reset(EASY);
    const listed = await client.askJson({ type: "step", data: { type: "list_tools" } });
    expect(listed).toMatchObject({ data: { observation: { tools: expect.any(Array) }, reward: null } });
  });
});
