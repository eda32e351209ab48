/** The tasks to train on, and the server to train on them with. */
import { join } from "node:path";
import { startServing } from "../../dist/cli/serve.js";
import { openFolderSource } from "../../dist/tasks/supply/folder-source.js";
import { ROOT } from "../../scripts/lib/paths.mjs";
import { editsFor } from "./edits.mjs";
import { Sessions } from "./sessions.mjs";

const PROGRAMS = join(ROOT, "programs");

/** All tasks, and as a course those of the names, or all, with the edits that a policy chooses from. */
export async function findTasks(names) {
  const tasks = await openFolderSource(PROGRAMS);
  const listed = await tasks.list({}, { start: 0, stop: Number.POSITIVE_INFINITY });
  const unknown = (names ?? []).filter((name) => !listed.some((entry) => entry.name === name));
  if (unknown.length > 0) throw new Error(`there is no task ${unknown.join(", ")}`);
  const chosen = listed.filter(({ name }) => names === undefined || names.includes(name));
  const course = await Promise.all(chosen.map((entry) => tasks.open(entry)));
  return { tasks, course: course.map((task) => ({ name: task.name, edits: editsFor(task) })) };
}

/** Gives `work` its sessions, on the server at `url` or on one that lives as long as the work. */
export async function withServer({ url, sessions: count }, work) {
  const environment = { LOG_LEVEL: "error", DURABILITY: "none" };
  const server = url ? null : await startServing({ host: "127.0.0.1", port: "0", environment });
  try {
    const sessions = await Sessions.open(url ?? `http://127.0.0.1:${server.port}`, count);
    try {
      return await work(sessions);
    } finally {
      await sessions.close();
    }
  } finally {
    await server?.stop();
  }
}
