/** Which tasks the page asks its server for. */

export interface TaskQuery {
  readonly start?: number | undefined;
  readonly limit?: number | undefined;
  readonly task_set?: string | undefined;
  readonly task_name?: string | undefined;
  readonly program?: string | undefined;
  readonly difficulty?: string | undefined;
  readonly bug_type?: string | undefined;
  readonly split?: string | undefined;
  readonly words?: string | undefined;
}

/** How many are shown at a time. */
export const TASKS_A_PAGE = 50;

/** The address, without what is left open. */
export function tasksPath(query: TaskQuery): string {
  const fields = Object.entries(query).filter(([, value]) => value !== undefined && value !== "" && value !== 0);
  const search = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return search === "" ? "api/tasks" : `api/tasks?${search}`;
}
