/** Episodes about programs of several files, from the run to its export, report and replay. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../src/ground/package-root.ts";
import { startServer } from "../../support/server-process.ts";
import { makeRoot } from "../../tasks/support/program-folder.ts";
import { SEVERAL_FILES } from "../../tasks/support/several-files.ts";
import { episodesIn, runEval, runFolder } from "./run-eval.ts";
import { openEndpoint, say } from "./scripted-endpoint.ts";

const TASK = "tally_blanks";
const REPAIR = {
  path: "reading.py",
  start_line: 5,
  end_line: 5,
  new_code_block: '    items = [part.strip() for part in text.split(",")]',
};
const LOOP = [
  { action_type: "RUN_TESTS" },
  { action_type: "VIEW_CODE", path: "counting/counter.py", start_line: 1, end_line: 2 },
  { action_type: "REPLACE_LINES", ...REPAIR },
  { action_type: "RUN_TESTS" },
  { action_type: "SUBMIT" },
];

function tracefix(programs: string, ...words: readonly string[]) {
  const env = { ...process.env, ENV_BASE_URL: "", PROGRAMS_DIR: programs };
  const command = [join(packageRoot(), "dist", "cli", "main.js"), ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { env, encoding: "utf8" });
  return { code: status, output: stdout, errors: stderr };
}

const rowsOf = (file: string) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

describe("an episode about several files", () => {
  it("that a model plays is recorded, exported in each form, reported and played again with its paths", async () => {
    const programs = await makeRoot({ "python/tally": SEVERAL_FILES });
    await using server = await startServer({ WORKERS: "1", PROGRAMS_DIR: programs, TASK_SET: "imported" });
    await using model = await openEndpoint(({ messages }, response) => {
      const taken = messages.filter(({ role }) => role === "assistant").length;
      say(response, JSON.stringify(LOOP[taken] ?? LOOP.at(-1)));
    });
    const folder = runFolder();
    const env = {
      API_BASE_URL: model.url,
      MODEL_NAME: "scripted/model",
      HF_TOKEN: "hf_none",
      ENV_BASE_URL: `http://127.0.0.1:${server.port}`,
      PROGRAMS_DIR: programs,
    };
    const ended = await runEval(["--task", TASK, "--out", folder], { env });
    expect(ended).toMatchObject({ code: 0, stderr: expect.not.stringContaining("Cannot") });
    expect(ended.lines.at(-1)).toContain("success=true steps=5");
    // The model is told of all files at once, and of the path of each later.
    expect(JSON.stringify(model.asked[0]?.messages)).toContain("counting/counter.py (");
    expect(model.asked[2]?.messages.at(-1)?.content).toContain("counting/counter.py");

    const [episode] = episodesIn(folder);
    expect(episode?.initial_observation).toMatchObject({ path: "solution.py", files: expect.any(Array) });
    expect(episode?.steps.map(({ observation }) => observation.path)).toEqual([
      "solution.py",
      "counting/counter.py",
      "reading.py",
      "reading.py",
      "reading.py",
    ]);
    expect(episode?.steps[2]?.action).toMatchObject(REPAIR);

    expect(tracefix(programs, "export", folder, "--format", "sft").code).toBe(0);
    const [conversation] = rowsOf(join(folder, "export", "sft.jsonl"));
    expect(JSON.stringify(conversation)).toContain(String.raw`\"path\":\"reading.py\"`);
    expect(tracefix(programs, "export", folder, "--format", "raw").code).toBe(0);
    const raw = rowsOf(join(folder, "export", "raw.jsonl"));
    expect(raw[2]).toMatchObject({ action: { path: "reading.py" }, next_observation: { path: "reading.py" } });
    expect(tracefix(programs, "export", folder, "--format", "inspect").code).toBe(0);

    expect(tracefix(programs, "report", folder).code).toBe(0);
    expect(readFileSync(join(folder, "report.html"), "utf8")).toContain(TASK);
    const replayed = tracefix(programs, "replay", folder);
    expect(replayed).toEqual({ code: 0, output: expect.stringMatching(/same/i), errors: "" });
  });

  it("that an agent without a model plays is exported by tool calls that name the file", async () => {
    const programs = await makeRoot({ "python/tally": SEVERAL_FILES });
    const folder = runFolder();
    const flags = ["--agent", "oracle", "--task", TASK, "--programs", programs, "--out", folder];
    expect(await runEval(flags, { env: { WORKERS: "1" } })).toMatchObject({ code: 0 });
    expect(tracefix(programs, "export", folder, "--format", "sft", "--tools").code).toBe(0);
    const [conversation] = rowsOf(join(folder, "export", "sft.jsonl"));
    expect(JSON.stringify(conversation)).toMatch(/reading\.py/);
    expect(JSON.stringify(conversation)).toContain('"name":"replace_lines"');
  });
});
