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
  taskRangeAnswerSchema,
  taskRangeBodySchema,
  tasksAnswerSchema,
} from "../../protocol/protocol.ts";
import { ABOUT } from "../about.ts";
import type { TaskCatalog } from "../task-catalog.ts";
import type { App } from "./app.ts";

const NAME = ABOUT.name;

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
  app.post("/:env/tasks", { schema: all }, ({ params, body }) => {
    requireEnvironment(params.env);
    return { tasks: tasksOf(requireCatalog(catalog, "list_tasks"), body.split), env_name: NAME };
  });

  const count = { ...ofEnvironment("How many tasks has a split?", taskCountAnswerSchema), body: splitBodySchema };
  app.post("/:env/num_tasks", { schema: count }, ({ params, body }) => {
    requireEnvironment(params.env);
    return { num_tasks: tasksOf(requireCatalog(catalog, "num_tasks"), body.split).length };
  });

  const one = { ...ofEnvironment("One task of a split", taskAnswerSchema), body: taskBodySchema };
  app.post("/:env/task", { schema: one }, ({ params, body }, reply) => {
    requireEnvironment(params.env);
    const tasks = tasksOf(requireCatalog(catalog, "get_task"), body.split);
    const task = tasks.at(body.index);
    if (task !== undefined) return { task };
    reply.code(400);
    return { detail: "Invalid task index", code: "VALIDATION_ERROR", num_tasks: tasks.length };
  });

  const range = { ...ofEnvironment("Some tasks of a split", taskRangeAnswerSchema), body: taskRangeBodySchema };
  app.post("/:env/task_range", { schema: range }, ({ params, body }) => {
    requireEnvironment(params.env);
    const tasks = tasksOf(requireCatalog(catalog, "get_task_range"), body.split);
    return { tasks: tasks.slice(body.start ?? 0, body.stop ?? tasks.length) };
  });
}

function describe(summary: string) {
  return { tags: ["Task API"], summary };
}

function ofEnvironment<Answer extends z.ZodType>(summary: string, answer: Answer) {
  const faults = { 400: errorBodySchema, 404: errorBodySchema, 422: errorBodySchema, 501: errorBodySchema };
  return { ...describe(summary), params: taskApiParamsSchema, response: { 200: answer, ...faults } };
}

function requireEnvironment(name: string): void {
  if (name.toLowerCase() === NAME) return;
  throw new TraceFixError("NOT_FOUND", `unknown environment '${name}'`);
}

function requireCatalog(catalog: TaskCatalog | null, what: string): TaskCatalog {
  if (catalog !== null) return catalog;
  throw new TraceFixError("NOT_SUPPORTED", `${what} is not supported for this environment`);
}

function tasksOf(catalog: TaskCatalog, name: string): PublicTask[] {
  const split = splitSchema.safeParse(name);
  if (split.success) return [...catalog.tasksOf(split.data)];
  const message = `unknown split '${beginningOf(name, 100)}': the splits are ${SPLITS.join(", ")}`;
  throw new TraceFixError("NOT_FOUND", message);
}
