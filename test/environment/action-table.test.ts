/** An action is a row of the table and a file of its name; nothing else has to know of it. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { openWorldGym, request, take } from "./support/open-gym.ts";

/** The pretend action's row and its file, as somebody would write them who adds one. */
const PRETEND = vi.hoisted(() => ({
  type: "COUNT_LINES",
  does: "counts the file's lines",
  fields: {} as Record<string, unknown>,
  mayBeEmpty: [],
  faults: ["repeat"],
  kind: "looks",
  tools: [] as unknown[],
  example: '{"action_type": "COUNT_LINES"}',
  explained: { json: "COUNT_LINES counts lines.", tools: "count_lines counts lines." },
}));

vi.mock("../../src/protocol/action-table.ts", async (importOriginal) => {
  const table = await importOriginal<typeof import("../../src/protocol/action-table.ts")>();
  const { z } = await import("zod");
  // In the schema of actions a field may be absent; what is wrong with it is told by the file.
  PRETEND.fields.from_line = z.int().nullish();
  PRETEND.tools.push({
    name: "count_lines",
    title: "Count",
    description: "Count.",
    input: z.strictObject({ from_line: z.int() }),
  });
  (table.ACTION_LIST as unknown[]).push(PRETEND);
  return table;
});

vi.mock("../../src/environment/actions/load-action-file.ts", async (importOriginal) => {
  const original = await importOriginal<typeof import("../../src/environment/actions/load-action-file.ts")>();
  const { effectOf } = await import("../../src/environment/actions/effect.ts");
  return {
    loadActionFile: (type: string) =>
      type === PRETEND.type
        ? {
            parse: ({ from_line: from }: { from_line?: number | null }) =>
              from == null ? { ok: false, message: "COUNT_LINES needs from_line." } : { ok: true, asked: { from } },
            act: (
              { workspace }: { workspace: Parameters<typeof effectOf>[0] },
              { asked: { from } }: { asked: { from: number } },
            ) => effectOf(workspace, `It has ${workspace.lines.length - from}.`, { fault: "repeat" }),
          }
        : original.loadActionFile(type as never),
  };
});

describe("an action that has a row and a file alone", () => {
  test("is played, with its fault and the cost of a step, however it is spelled", async () => {
    const { gym } = openWorldGym();
    await gym.reset(request());
    const looked = await take(gym, { action_type: "count lines", from_line: 1 });
    // The first look before any edit is free, whatever the action is called that takes it.
    expect(looked.metadata).toMatchObject({ reward_components: { step_cost: 0 } });
    const played = await take(gym, { action_type: "count lines", from_line: 1 });
    expect(played).toMatchObject({ last_execution_output: "It has 3.", step_count: 2 });
    expect(played.metadata).toMatchObject({ fault: "repeat", reward_components: { step_cost: -0.001 } });
    const missing = await take(gym, { action_type: "COUNT_LINES" });
    expect(missing).toMatchObject({
      last_execution_output: "COUNT_LINES needs from_line.",
      metadata: { fault: "invalid" },
    });
    const other = await take(gym, { action_type: "VIEW_CODE", from_line: 1 });
    expect(other.last_execution_output).toMatch(/^VIEW_CODE takes no from_line/);
    const superfluous = await take(gym, { action_type: "COUNT_LINES", start_line: 1 });
    expect(superfluous.last_execution_output).toMatch(/^COUNT_LINES takes no start_line/);
    expect((await take(gym, "FLY")).last_execution_output).toMatch(/SUBMIT, COUNT_LINES\.$/);
  });

  test("stands in both prompts, among the tools, in the schema of actions and in OpenAPI", async () => {
    const { ACTION_TYPES, HOW_TO_ACT, TOOLS, toolListings } = await import("../../src/protocol/protocol.ts");
    const { openHouse } = await import("../server/harness.ts");
    expect(ACTION_TYPES).toContain("COUNT_LINES");
    expect(HOW_TO_ACT.json).toContain('{"action_type": "SUBMIT"}\n{"action_type": "COUNT_LINES"}\n');
    expect(HOW_TO_ACT.json).toContain("edits one by one. COUNT_LINES counts lines.");
    expect(HOW_TO_ACT.tools).toContain("count_lines counts lines.");
    expect(TOOLS.at(-1)).toMatchObject({ name: "count_lines", action: "COUNT_LINES" });
    expect(toolListings("drawn").at(-1)).toMatchObject({
      name: "count_lines",
      annotations: { title: "Count", readOnlyHint: true, destructiveHint: false },
    });
    const house = await openHouse();
    const { body } = await house.request("GET", "/schema");
    expect(JSON.stringify(body)).toContain("SUBMIT ends the episode and scores it; COUNT_LINES counts");
    const session = await house.request("POST", "/mcp", { body: { jsonrpc: "2.0", id: 1, method: "tools/list" } });
    expect(JSON.stringify(session.body)).toContain('"name":"count_lines"');
  });
});

describe("the table", () => {
  const ROOT = join(packageRoot(), "src");
  const read = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => ({ name, source: readFileSync(join(folder, name), "utf8").replace(/\/\*\*[\s\S]*?\*\//g, "") }));

  /** A part of the reward and an agent are called as these tools are. */
  const HOMONYMS = ["run_tests", "submit"];
  /** Files of a folder that name the action, as an action or as a tool, comments apart. */
  const naming = (folder: string, type: string) => {
    const tool = HOMONYMS.includes(type.toLowerCase()) ? "" : `|"${type.toLowerCase()}"`;
    const names = new RegExp(`\\b${type}\\b${tool}`);
    return read(folder).flatMap(({ name, source }) => (names.test(source) ? [name] : []));
  };

  test.each(["VIEW_CODE", "RUN_TESTS", "REPLACE_LINES", "UNDO_EDIT", "RESET_TO_ORIGINAL", "SUBMIT"])(
    "is with the action's file, test and button all that %s touches, besides words that name it and agents that play it",
    (type) => {
      const file = join("environment", "actions", `${type.toLowerCase().replaceAll("_", "-")}.ts`);
      const speakers = (name: string) => /^(?:words|agents)\b/.test(name);
      const touched = naming(ROOT, type).filter((name) => !speakers(name) && name !== file);
      expect(touched).toEqual([join("protocol", "action-table.ts")]);
      expect(read(ROOT).map(({ name }) => name)).toContain(file);
      // An edit is made in the editor, so it has no button.
      const onThePage = type === "REPLACE_LINES" ? "game.ts" : "buttons.ts";
      expect(naming(join(packageRoot(), "web/src"), type)).toEqual([join("play", onThePage)]);
      expect(naming(join(packageRoot(), "test/environment"), type)).toContain(join("support", "arena.ts"));
    },
  );

  test("has of each fault an action that may have it, and a file for each action", async () => {
    const { ACTION_LIST, FAULTS } = await import("../../src/protocol/protocol.ts");
    expect(new Set(ACTION_LIST.flatMap(({ faults }) => faults)).add("invalid")).toEqual(new Set(FAULTS));
    for (const { type, tools } of ACTION_LIST) {
      expect(tools[0]?.name).toBe(type.toLowerCase());
    }
    const actions = join(ROOT, "environment/actions");
    const files = readdirSync(actions).map((name) => relative(actions, join(actions, name)));
    for (const { type } of ACTION_LIST.filter((row) => row.type !== (PRETEND.type as string))) {
      expect(files).toContain(`${type.toLowerCase().replaceAll("_", "-")}.ts`);
    }
  });
});
