import { describe, expect, test } from "vitest";
import { PublicTaskList } from "../../src/tasks/public-tasks.ts";
import { makeTasks } from "../tasks/support/make-task.ts";
import { taskSetOf } from "../tasks/support/task-set.ts";
import { openHouse } from "./harness.ts";
import { call, createSession, post, rpc } from "./rpc.ts";

const set = taskSetOf(makeTasks([{ name: "sum", split: "train", difficulty: "easy" }]), { hash: "made up" });
const catalog = new PublicTaskList(set);
const openProduction = () => openHouse({ catalog, settings: { OPENENV_MODE: "production" } });

describe("in production mode", () => {
  test("[MODE-1] /reset, /step and /state are not found", async () => {
    const { request } = await openProduction();
    const notFound = { status: 404, body: { detail: "Not Found" } };
    expect(await request("POST", "/reset", { body: {} })).toMatchObject(notFound);
    expect(await request("POST", "/step", { body: { action: { action_type: "SUBMIT" } } })).toMatchObject(notFound);
    expect(await request("GET", "/state")).toMatchObject(notFound);
  });

  test("[MODE-2] none of the three is in the OpenAPI description, while all are in simulation mode", async () => {
    const pathsOf = async (mode: string) => {
      const { request } = await openHouse({ settings: { OPENENV_MODE: mode } });
      return (await request("GET", "/openapi.json")).body;
    };
    const three = { "/reset": {}, "/step": {}, "/state": {} };
    expect(await pathsOf("simulation")).toMatchObject({ paths: { ...three, "/mcp": {}, "/{env}/tasks": {} } });
    const production = await pathsOf("production");
    expect(production).toMatchObject({ paths: { "/mcp": {}, "/{env}/tasks": {}, "/schema": {}, "/health": {} } });
    for (const path of Object.keys(three)) expect(production).not.toHaveProperty(["paths", path]);
  });

  test("[MODE-3] health, card, schemas and the Task API are there", async () => {
    const { request } = await openProduction();
    for (const path of ["/health", "/metadata", "/schema", "/list_environments", "/tracefix_rl/splits"]) {
      expect(await request("GET", path)).toMatchObject({ status: 200 });
    }
    const count = await request("POST", "/tracefix_rl/num_tasks", { body: { split: "train" } });
    expect(count).toMatchObject({ status: 200, body: { num_tasks: 2 } });
  });

  test("[MODE-4] OpenEnv's tool client plays: a session, a socket attached to it, tools over HTTP, the close", async () => {
    const house = await openProduction();
    const session_id = await createSession(house);
    const socket = await house.connect(`/ws?session_id=${session_id}`);
    expect(await post(house, rpc("tools/list", { session_id }))).toMatchObject({ result: { tools: {} } });
    expect(await call(house, "run_tests", { session_id })).toMatchObject({ result: { data: { step_count: 1 } } });
    socket.send({ type: "close" });
    await socket.closed;
    const closed = await post(house, rpc("openenv/session/close", { session_id }));
    expect(closed).toMatchObject({ result: { session_id, closed: true } });
    expect(house.registry.active).toBe(0);
  });
});
