/** OpenEnv's Task API: `GET /list_environments`, and of an environment its splits and their tasks. */
import type { z } from "zod";
import {
  beginningOf,
  environmentNamesSchema,
  errorBodySchema,
  type PublicTask,
  SPLITS,
  splitBodySchema,
  splitListSchema,
  splitSchema,
  TraceFixError,
  taskAnswerSchema,
  taskApiParamsSchema,
  taskBodySchema,
  taskCountAnswerSchema,
  taskRangeBodySchema,
  tasksAnswerSchema,
} from "../../protocol/protocol.ts";
import { ENVIRONMENT_CARD } from "../about.ts";
import type { TaskCatalog } from "../task-lists.ts";
import type { App } from "./app.ts";

const NAME = ENVIRONMENT_CARD.name;

/** @param catalog null where the server knows no tasks: the routes then answer 501, as OpenEnv has it */
export function addTaskApi(app: App, catalog: TaskCatalog | null): void {
  const listed = { ...describe("Which environments are here?"), response: { 200: environmentNamesSchema } };
  app.get("/list_environments", { schema: listed }, () => [NAME]);

  const splits = { ...ofEnvironment("Which splits are there?", splitListSchema) };
  app.get("/:env/splits", { schema: splits }, ({ params }) => {
    requireEnvironment(params.env);
    requireCatalog(catalog, "list_splits");
    return SPLITS.map((name) => ({ name, type: name }));
  });

  const all = { ...ofEnvironment("All tasks of a split", tasksAnswerSchema), body: splitBodySchema };
  app.post("/:env/tasks", { schema: all }, async ({ params, body }) => {
    requireEnvironment(params.env);
    const tasks = await splitOf(requireCatalog(catalog, "list_tasks"), body.split).list(0, ALL);
    return { tasks: [...tasks], env_name: NAME };
  });

  const count = { ...ofEnvironment("How many tasks has a split?", taskCountAnswerSchema), body: splitBodySchema };
  app.post("/:env/num_tasks", { schema: count }, async ({ params, body }) => {
    requireEnvironment(params.env);
    return { num_tasks: await splitOf(requireCatalog(catalog, "num_tasks"), body.split).count() };
  });

  const one = { ...ofEnvironment("One task of a split", taskAnswerSchema), body: taskBodySchema };
  app.post("/:env/task", { schema: one }, async ({ params, body }, reply) => {
    requireEnvironment(params.env);
    const split = splitOf(requireCatalog(catalog, "get_task"), body.split);
    const count = await split.count();
    const task = await split.at(body.index < 0 ? count + body.index : body.index);
    if (task !== undefined) return { task, env_name: NAME };
    reply.code(400);
    return { detail: "Invalid task index", code: "VALIDATION_ERROR", num_tasks: count };
  });

  const range = { ...ofEnvironment("Some tasks of a split", tasksAnswerSchema), body: taskRangeBodySchema };
  app.post("/:env/task_range", { schema: range }, async ({ params, body }) => {
    requireEnvironment(params.env);
    const split = splitOf(requireCatalog(catalog, "get_task_range"), body.split);
    return { tasks: [...(await split.list(body.start ?? 0, body.stop ?? ALL))], env_name: NAME };
  });
}

/** Where a list ends that is asked for to its end. */
const ALL = Number.POSITIVE_INFINITY;

function describe(summary: string) {
  return { tags: ["Task API"], summary };
}

function ofEnvironment<Answer extends z.ZodType>(summary: string, answer: Answer) {
  const faults = { 400: errorBodySchema, 404: errorBodySchema, 422: errorBodySchema, 501: errorBodySchema };
  return { ...describe(summary), params: taskApiParamsSchema, response: { 200: answer, ...faults } };
}

/** @throws TraceFixError where there is no such environment */
export function requireEnvironment(name: string): void {
  if (name.toLowerCase() === NAME) return;
  throw new TraceFixError("NOT_FOUND", `unknown environment '${beginningOf(name, 100)}'`);
}

function requireCatalog(catalog: TaskCatalog | null, what: string): TaskCatalog {
  if (catalog !== null) return catalog;
  throw new TraceFixError("NOT_SUPPORTED", `${what} is not supported for this environment`);
}

interface SplitTasks {
  count(): Promise<number>;
  at(index: number): Promise<PublicTask | undefined>;
  list(start: number, stop: number): Promise<readonly PublicTask[]>;
}

/** @throws TraceFixError where there is no split of that name */
function splitOf(catalog: TaskCatalog, name: string): SplitTasks {
  const { success, data: split } = splitSchema.safeParse(name);
  if (success) {
    return {
      count: () => catalog.count(split),
      at: (index) => catalog.at(split, index),
      list: (start, stop) => catalog.list(split, start, stop),
    };
  }
  const message = `unknown split '${beginningOf(name, 100)}': the splits are ${SPLITS.join(", ")}`;
  throw new TraceFixError("NOT_FOUND", message);
}
