import { execFileSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportTasks } from "../../src/cli/export-tasks.ts";
import { type FolderGrader, openFolderGrader } from "../../src/cli/tasks-grade.ts";
import { packageRoot } from "../../src/ground/package-root.ts";
import { IS_ALL } from "../support/sample.ts";
import { makeRoot } from "../tasks/support/program-folder.ts";

const silent = () => new PassThrough().resume();
const KNOWN = "flatten_missing_recursion";
const DRAW = Number(process.env.EXPORT_DRAW || randomInt(2 ** 31));

let grader: FolderGrader;
beforeAll(async () => {
  grader = await openFolderGrader();
}, 60_000);
afterAll(() => grader[Symbol.asyncDispose]());

async function exported(options: Partial<Parameters<typeof exportTasks>[0]> = {}): Promise<string> {
  const out = join(await makeRoot({}), "tasks");
  expect(await exportTasks({ set: "classic", seed: 0, out, ...options }, silent(), silent())).toBe(0);
  return out;
}

/** What the task's verifier is told to call, in a folder in the place of a container. */
async function begun(task: string): Promise<{ readonly root: string; readonly app: string }> {
  const root = await makeRoot({});
  const app = join(root, "app");
  await cp(join(task, "environment/program"), app, { recursive: true });
  return { root, app };
}

async function worth(task: string, { root, app }: { readonly root: string; readonly app: string }) {
  const script = await readFile(join(task, "tests/test.sh"), "utf8");
  const [, name = "", hash, seed] = /tasks grade (\S+) --hash (\S+) --seed (\d+)/.exec(script) ?? [];
  const log = new PassThrough();
  const out = join(root, "logs/verifier/reward.json");
  await grader.grade({ name, hash, seed: Number(seed), folder: app, out, secret: null, log });
  log.end();
  return { ...JSON.parse(await readFile(out, "utf8")), log: await text(log) };
}

describe("tracefix export tasks", () => {
  test("writes a folder a task that fits, with the program's files and without a word of the bug for who works on it", async () => {
    const out = await exported({ split: "train", program: "flatten" });
    const names = await readdir(out);
    expect(names).toContain(KNOWN);
    expect(names.every((name) => name.startsWith("flatten_"))).toBe(true);
    const instruction = await readFile(join(out, KNOWN, "instruction.md"), "utf8");
    expect(instruction).toContain("`/app/solution.py`");
    expect(instruction).toContain("    flatten([1, [2, 3], [4]])");
    expect(instruction).not.toContain("missing");
    expect(await readdir(join(out, KNOWN, "environment"))).toEqual(["Dockerfile", "program"]);
    expect(await readFile(join(out, KNOWN, "task.toml"), "utf8")).toContain('environment_mode = "separate"');
  });

  test("builds the verifier from the image that is named, or from the package of this version", async () => {
    const dockerfile = async (image?: string) =>
      readFile(join(await exported({ program: "flatten", image }), KNOWN, "tests/Dockerfile"), "utf8");
    expect(await dockerfile("mine:1")).toMatch(/^FROM mine:1\n/);
    expect(await dockerfile()).toMatch(/npm install .* tracefix-rl@\d/);
  });

  test("writes nothing where no task fits, and into no folder that has something in it", async () => {
    const out = await makeRoot({ "python/mine": {} });
    await expect(exported({ out })).rejects.toThrow("is not empty");
    await expect(exported({ out: "" })).rejects.toThrow("without a name");
    // It becomes a line of a Dockerfile.
    for (const image of ["", "a b", "a\nRUN b", `a${"b".repeat(300)}`]) {
      await expect(exported({ image })).rejects.toThrow("name one, such as");
    }
    const log = new PassThrough();
    expect(await exportTasks({ set: "classic", seed: 0, out, program: "none" }, silent(), log)).toBe(1);
  });

  test(`gives the solution 1 and the untouched program 0, of tasks as EXPORT_DRAW=${DRAW} draws them`, {
    timeout: 600_000,
  }, async () => {
    const out = await exported({ set: "generated", sample: IS_ALL ? 50 : 5, seed: DRAW });
    const names = await readdir(out);
    expect(names).toHaveLength(IS_ALL ? 50 : 5);
    for (const name of names) {
      const task = join(out, name);
      const place = await begun(task);
      expect(await worth(task, place), name).toMatchObject({ reward: 0, solved: 0 });
      execFileSync("sh", [join(task, "solution/solve.sh")], { env: { ...process.env, HARBOR_ROOT: place.root } });
      expect(await worth(task, place), name).toMatchObject({ reward: 1, solved: 1 });
      await rm(place.root, { recursive: true });
    }
  });
});

describe("tracefix tasks grade", () => {
  test("pays nothing for what is missing, a folder, too large, no text or no program", async () => {
    const task = join(await exported({ program: "flatten" }), KNOWN);
    const place = await begun(task);
    const file = join(place.app, "solution.py");
    const spoilt = async (spoil: () => Promise<unknown>) => {
      await rm(file, { recursive: true, force: true });
      await spoil();
      return worth(task, place);
    };
    expect(await spoilt(async () => null)).toMatchObject({ reward: 0, log: expect.stringContaining("is missing") });
    expect(await spoilt(() => mkdir(file))).toMatchObject({ reward: 0, log: expect.stringContaining("no plain file") });
    const large = "#".repeat(65_537);
    expect(await spoilt(() => writeFile(file, large))).toMatchObject({ log: expect.stringContaining("65536 bytes") });
    expect(await spoilt(() => writeFile(file, Buffer.of(0xff)))).toMatchObject({
      log: expect.stringContaining("no UTF-8"),
    });
    expect(await spoilt(() => writeFile(file, "def flatten("))).toMatchObject({ reward: 0, solved: 0 });
  });

  test("reads over a mark of the byte order, as Python does", async () => {
    const task = join(await exported({ program: "flatten" }), KNOWN);
    const place = await begun(task);
    const solution = await readFile(join(packageRoot(), "programs/python/flatten/solution.py"), "utf8");
    await writeFile(join(place.app, "solution.py"), `\ufeff${solution}`);
    expect(await worth(task, place)).toMatchObject({ reward: 1, solved: 1 });
  });

  test("follows no link to a solution", async () => {
    const task = join(await exported({ program: "flatten" }), KNOWN);
    const solution = join(packageRoot(), "programs/python/flatten");
    const place = await begun(task);
    await rm(join(place.app, "solution.py"));
    await symlink(join(solution, "solution.py"), join(place.app, "solution.py"));
    expect(await worth(task, place)).toMatchObject({ reward: 0, log: expect.stringContaining("no plain file") });
    await rm(place.app, { recursive: true });
    await symlink(solution, place.app);
    expect(await worth(task, place)).toMatchObject({ reward: 0 });
  });

  test("runs nothing of what was handed in outside of the sandbox", async () => {
    const task = join(await exported({ program: "flatten" }), KNOWN);
    const place = await begun(task);
    const mark = join(place.root, "mark");
    await writeFile(join(place.app, "solution.py"), `open(${JSON.stringify(mark)}, "w").write("x")\n`);
    expect(await worth(task, place)).toMatchObject({ reward: 0, solved: 0 });
    expect(await readdir(place.root)).not.toContain("mark");
  });

  test("refuses a task that is not here, and one of another program than was exported", async () => {
    const options = { folder: "none", seed: 0, out: "none", secret: null, log: silent() };
    await expect(grader.grade({ ...options, name: "no_such_task" })).rejects.toThrow("no such task");
    await expect(grader.grade({ ...options, name: KNOWN, hash: "0" })).rejects.toThrow("is another one here");
  });
});
