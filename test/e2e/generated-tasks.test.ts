/** The generated tasks as a server plays them: by place, by seed and by name, and what its lists and figures tell of them. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { packagePrograms } from "../../src/tasks/supply/package-programs.ts";
import { TaskSets } from "../../src/tasks/supply/task-sets.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";

const resetSchema = z.object({
  observation: z.object({ info: z.object({ task_name: z.string() }), code_dict: z.record(z.string(), z.string()) }),
});

describe("a server with the package's catalogue", () => {
  let server: ServerProcess;
  let sets: TaskSets;
  beforeAll(async () => {
    [server, sets] = await Promise.all([startServer(), TaskSets.open({ ...packagePrograms(), imported: [] })]);
  });
  afterAll(() => server.stop());

  const post = async (path: string, body: object) => {
    const headers = { "content-type": "application/json" };
    const address = `http://127.0.0.1:${server.port}${path}`;
    const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
    return { status: answer.status, body: await answer.json() };
  };
  const read = async (path: string) => (await fetch(`http://127.0.0.1:${server.port}${path}`)).text();
  const reset = async (body: object) =>
    resetSchema.parse((await post("/reset", { seed: 5, ...body })).body).observation;

  it("plays the task of a place, of a seed and of a name", async () => {
    const generated = sets.of("generated");
    const last = (await generated.count()) - 1;
    const [placed, drawn] = [await generated.at(last), await generated.draw(5, { split: "test" })];
    if (placed === undefined || drawn === undefined) throw new Error("There are no such tasks");
    const task = await generated.open(placed);
    const { program } = task;
    const byPlace = await reset({ task_set: "generated", index: last });
    expect(byPlace.info.task_name).toBe(program.name);
    expect(Object.values(byPlace.code_dict).join("\n")).toBe(task.code.text.trimEnd());
    expect((await reset({ task_name: placed.name })).code_dict).toEqual(byPlace.code_dict);
    const bySeed = await reset({ task_set: "generated", split: "test" });
    expect(bySeed.info.task_name).toBe(drawn.program.name);
    expect(await reset({ task_set: "generated", split: "test" })).toEqual(bySeed);
  });

  it("draws from the sixteen where no set is named, and says so of a name that is of another set", async () => {
    const classic = await reset({});
    expect(await reset({ task_set: "classic" })).toEqual(classic);
    const [{ name } = { name: "" }] = await sets.of("generated").list({}, { start: 0, stop: 1 });
    const { status, body } = await post("/reset", { task_set: "classic", task_name: name });
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain("in the set classic: it is in generated");
  });

  it("tells the hash of each set, and lists the generated ones where they are asked for", async () => {
    const hash = await sets.of("generated").hash();
    await expect.poll(() => read("/metrics")).toContain(`task_set="generated",sha256="${hash}"`);
    const total = await sets.of("generated").count();
    expect(JSON.parse(await read("/api/tasks?task_set=generated&limit=2"))).toMatchObject({ all: total, total });
    expect(JSON.parse(await read("/api/tasks"))).toMatchObject({
      all: 16,
      sets: ["classic", "generated", "all"],
    });
    expect(await read("/metadata")).not.toContain("Programs of the set");
  });
});
