/** A server with folders of its operator's own beside the sixteen tasks. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { packagePrograms } from "../../src/tasks/supply/package-programs.ts";
import { TaskSets } from "../../src/tasks/supply/task-sets.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";
import { makeRoot, SOUND_FILES } from "../tasks/support/program-folder.ts";

const PEOPLE = { "README.md": "# Doubling\n", LICENSE: "MIT\n" };
const YAML = `${SOUND_FILES["program.yaml"]}source: a test\nlicense: MIT\n`;

const answerSchema = z.object({
  observation: z
    .object({ info: z.object({ task_name: z.string() }), metadata: z.object({ index: z.int() }) })
    .optional(),
  detail: z.unknown().optional(),
});

interface Reset {
  readonly status: number;
  readonly program: string | undefined;
  readonly index: number | undefined;
  readonly detail: string | undefined;
}

async function reset({ port }: ServerProcess, body: object): Promise<Reset> {
  const answer = await fetch(`http://127.0.0.1:${port}/reset`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ seed: 1, ...body }),
  });
  const { observation, detail } = answerSchema.parse(await answer.json());
  return {
    status: answer.status,
    program: observation?.info.task_name,
    index: observation?.metadata.index,
    detail: typeof detail === "string" ? detail : JSON.stringify(detail),
  };
}

async function ask({ port }: ServerProcess, path: string): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}${path}`)).text();
}

describe("a server with two folders of programs, of which one is broken", () => {
  let server: ServerProcess;
  let clean: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const later = (undo: () => Promise<void>) => clean.push(undo);
    const whole = await makeRoot({ "python/double": { ...PEOPLE, "program.yaml": YAML } }, later);
    const broken = await makeRoot({ "python/twice": { "solution.py": null } }, later);
    server = await startServer({ PROGRAMS_DIR: broken }, ["--programs", whole]);
  });
  afterAll(async () => {
    await server.stop();
    for (const undo of clean) await undo();
    clean = [];
  });

  it("draws from the sixteen unless it is asked for another set", async () => {
    const classic = await reset(server, { task_set: "classic" });
    expect(await reset(server, {})).toEqual(classic);
    expect(classic.program).not.toBe("double");
    expect(await reset(server, { task_set: "imported" })).toMatchObject({ status: 200, program: "double" });
  });

  it("counts places within the set", async () => {
    expect(await reset(server, { task_set: "imported", index: 1 })).toMatchObject({ program: "double", index: 1 });
    const past = await reset(server, { task_set: "imported", index: 2 });
    expect(past).toMatchObject({ status: 422, detail: expect.stringContaining("1 easy and 1 hard tasks") });
  });

  it("finds a task by its name, whichever set it is of", async () => {
    expect(await reset(server, { task_name: "double_cubed" })).toMatchObject({ status: 200, program: "double" });
    const elsewhere = await reset(server, { task_set: "classic", task_name: "double_cubed" });
    expect(elsewhere).toMatchObject({ status: 422, detail: expect.stringContaining("Cannot find the task") });
  });

  it("has tasks that nobody can solve in a set that is part of no other, and plays one again by its name alone", async () => {
    const { status, program } = await reset(server, { task_set: "impossible", index: 3 });
    expect(status).toBe(200);
    expect(program).not.toBe("");
    const impossible = await (await TaskSets.open({ ...packagePrograms(), imported: [] })).of("impossible").at(3);
    const again = await reset(server, { task_name: impossible?.name ?? "" });
    expect(again).toMatchObject({ status: 200, program, index: 3 });
    const elsewhere = await reset(server, { task_set: "generated", task_name: impossible?.name ?? "" });
    expect(elsewhere).toMatchObject({ status: 422 });
  });

  it("refuses a set that there is none of", async () => {
    expect(await reset(server, { task_set: "mine" })).toMatchObject({ status: 422 });
  });

  it("lists the sixteen to OpenEnv, and leaves out the broken program with a word", async () => {
    const answer = await fetch(`http://127.0.0.1:${server.port}/tracefix_rl/num_tasks`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"split":"train"}',
    });
    expect(await answer.json()).toEqual({ num_tasks: 6 });
    expect(await reset(server, { task_set: "all", task_name: "twice_cubed" })).toMatchObject({ status: 422 });
    const card = await ask(server, "/metadata");
    expect(card).toContain("Programs of the set imported are left out: they have 1 problem.");
    expect(card).not.toContain("twice");
    await expect
      .poll(() => ask(server, "/metrics"))
      .toMatch(/tracefix_task_sets_info\{task_set="imported",sha256="[0-9a-f]{64}"\} 1/);
  });
});

describe("a server that shall be strict", () => {
  it("does not start with a broken program, and names it", async () => {
    const broken = await makeRoot({ "python/twice": { "solution.py": null } });
    await expect(startServer({}, ["--strict", "--programs", broken])).rejects.toThrow(
      /Cannot load the tasks: 1 problem\.\n.*twice\/solution\.py: write this file/,
    );
  });

  it("starts with whole ones, and serves the set that its settings name", async () => {
    const wrong = { "solution.py": "def double(n):\n    return 3 * n\n" };
    const whole = await makeRoot({ "python/double": {}, "python/wrong": wrong });
    const server = await startServer({ TASK_SET: "imported" }, ["--strict", "--programs", whole]);
    onTestFinished(async () => {
      await server.stop();
    });
    expect(await reset(server, { index: 0 })).toMatchObject({ status: 200, program: "double" });
    // It loads, and only who plays it finds out: that is an answer, too, and no failure of the server.
    const { status, detail } = await reset(server, { task_name: "wrong_cubed" });
    expect(status).toBe(422);
    expect(detail).toContain("Cannot play this task of the program wrong: it is not sound.");
  });
});

describe("a server that is asked for imported tasks and has none", () => {
  it("does not start, and says how to name a folder", async () => {
    await expect(startServer({ TASK_SET: "imported" })).rejects.toThrow("Name folders with --programs");
  });
});
