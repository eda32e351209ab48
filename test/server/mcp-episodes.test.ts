import { describe, expect, test } from "vitest";
import { openHouse } from "./harness.ts";
import { TOOL_DOORS } from "./mcp-doors.ts";
import { call, createSession, rpcError } from "./rpc.ts";

const DOORS = Object.entries(TOOL_DOORS);
const ACTIONS = ["view_code", "run_tests", "replace_lines", "replace_text", "undo_edit", "reset_to_original", "submit"];
/** What names one very episode. */
const CHOICES = {
  seed: 5,
  episode_id: "mine",
  task_name: "fake_task",
  index: 0,
  curriculum: "mastery",
  group: "mine",
};
const FREE = { settings: { MCP_EPISODES: "free" } };

/** The names of all fields at any depth, those within texts that are JSON too. */
function fieldsIn(value: unknown): readonly string[] {
  if (typeof value === "string" && /^[[{]/.test(value)) return fieldsIn(JSON.parse(value));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(Array.isArray(value) ? [] : [name]),
    ...fieldsIn(inner),
  ]);
}

describe.each(DOORS)("[MCP-30] tools at %s", (_, open) => {
  test("tell neither seed nor index nor task, whatever is called, in an episode and after its end", async () => {
    const house = await openHouse();
    const door = await open(house);
    const told = [await door.list(), await door.call("start_episode")];
    for (const name of [...ACTIONS, "run_tests", "fly"]) told.push(await door.call(name));
    told.push(await door.call("start_episode", { difficulty: "easy" }), await door.call("view_code"));
    expect(told.filter((text) => /"step_count":\d/.test(text))).toHaveLength(10);
    expect(house.stage.requests).toHaveLength(2);
    for (const text of told) {
      expect(fieldsIn(JSON.parse(text))).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/seed|index|task_name/)]),
      );
      expect(text).not.toContain("fake_task");
      for (const { seed } of house.stage.requests) expect(text).not.toContain(String(seed));
    }
  });

  test("list no argument that names an episode, but what kind it is", async () => {
    const listed = await (await open(await openHouse())).list();
    const [arguments_ = ""] = /"(?:input_s|inputS)chema":\{.*?\}\}/.exec(listed.replaceAll("\\", "")) ?? [];
    expect(arguments_).toContain('"difficulty"');
    for (const name of Object.keys(CHOICES)) expect(arguments_).not.toContain(`"${name}"`);
    for (const name of ["difficulty", "split", "max_steps", "reward"]) expect(listed).toContain(`"${name}"`);
  });

  test.each(Object.entries(CHOICES))("refuse to begin an episode by its %s, and say so", async (name, value) => {
    const house = await openHouse();
    const door = await open(house);
    const said = await door.call("start_episode", { [name]: value });
    expect(said).toContain(`Cannot start an episode with ${name}: this server draws the episodes of its tools`);
    expect(house.stage.requests).toEqual([]);
  });

  test("take null for what is left out, and draw another episode each time", async () => {
    const house = await openHouse();
    const door = await open(house);
    const nothing = Object.fromEntries(Object.keys(CHOICES).map((name) => [name, null]));
    for (const args of [nothing, {}, { max_steps: 20 }]) await door.call("start_episode", args);
    const { requests } = house.stage;
    expect(new Set(requests.map(({ seed }) => seed)).size).toBe(3);
    expect(new Set(requests.map(({ episode_id }) => episode_id)).size).toBe(3);
  });

  test("let the caller choose, and tell him, where the operator says so", async () => {
    const house = await openHouse(FREE);
    const door = await open(house);
    expect(await door.list()).toContain('"seed"');
    const begun = await door.call("start_episode", { seed: 123_456, episode_id: "mine" });
    expect(begun).toMatch(/"seed":123456,.*"index":0/);
    expect(await door.call("submit")).toContain('"task_name":"fake"');
    expect(house.stage.requests).toMatchObject([{ seed: 123_456, episode_id: "mine" }]);
  });
});

describe("[MCP-31] a session of tools that a trainer resets over /ws", () => {
  test("keeps the episode that the trainer chose", async () => {
    const house = await openHouse();
    const session_id = await createSession(house);
    const trainer = await house.connect(`/ws?session_id=${session_id}`);
    await trainer.reset({ seed: 5, episode_id: "group-1", task_name: "fake_task" });
    const begun = await call(house, "start_episode", { session_id });
    expect(begun).toMatchObject({ result: { data: { step_count: 0, metadata: { system_prompt: "Debug this." } } } });
    expect(JSON.stringify(begun)).not.toMatch(/"seed"|"index"|task_name/);
    expect(await call(house, "run_tests", { session_id })).toMatchObject({ result: { data: { step_count: 1 } } });
    expect(await trainer.ask({ type: "state" })).toMatchObject({
      data: { seed: 5, episode_id: "group-1", step_count: 1 },
    });
    expect(house.registry.counts.resets).toBe(1);
  });

  test("keeps the task that a curriculum drew for the trainer, and tells the policy nothing of the draw", async () => {
    const house = await openHouse();
    const session_id = await createSession(house);
    const trainer = await house.connect(`/ws?session_id=${session_id}`);
    const told = await trainer.reset({ seed: 5, curriculum: "mastery", group: "run" });
    const [, task_name] = /"task_name":"(secret_task_5_\d+)"/.exec(JSON.stringify(told)) ?? [];
    const begun = await call(house, "start_episode", { session_id });
    expect(JSON.stringify(begun)).not.toMatch(/secret_task|mastery|bucket/);
    expect(house.stage.requests.at(-1)).toMatchObject({ seed: 5, curriculum: "mastery", group: "run", task_name });
  });

  test("begins no other by a tool, neither under way nor after the end, until the trainer does", async () => {
    const house = await openHouse();
    const session_id = await createSession(house);
    const trainer = await house.connect(`/ws?session_id=${session_id}`);
    await trainer.reset({ seed: 5 });
    const start = (args: object = {}) => call(house, "start_episode", { session_id, ...args });
    expect(await start({ difficulty: "hard" })).toEqual(
      rpcError(
        -32603,
        expect.stringContaining("Cannot start an episode with difficulty: the one who runs this session"),
      ),
    );
    await call(house, "run_tests", { session_id });
    expect(await start()).toEqual(rpcError(-32603, expect.stringContaining("Go on with the one that has begun")));
    const over = await call(house, "submit", { session_id });
    expect(JSON.stringify(over)).not.toContain("begins another");
    expect(await start()).toEqual(rpcError(-32603, expect.stringContaining("This one is over")));
    const late = await call(house, "run_tests", { session_id });
    expect(late).toEqual(rpcError(-32603, "Cannot call run_tests: the episode is over."));
    await trainer.reset({ seed: 6 });
    expect(await start()).toMatchObject({ result: { data: { step_count: 0 } } });
    expect(new Set(house.stage.requests.map(({ seed }) => seed))).toEqual(new Set([5, 6]));
  });
});
