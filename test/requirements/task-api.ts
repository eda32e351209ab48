/** The Task API. */
import type { Requirements } from "./requirement.ts";

export const TASK: Requirements = {
  "TASK-1": { source: "recorded", says: "GET /list_environments lists the environment's one name." },
  "TASK-2": { source: "recorded", says: "GET /{env}/splits lists name and type of each split." },
  "TASK-3": { source: "recorded", says: "Names of environments match without case." },
  "TASK-4": {
    source: "own",
    says: "POST /{env}/tasks gives tasks and env_name; each task, less its metadata, is a reset that plays it.",
  },
  "TASK-5": { source: "recorded", says: "POST /{env}/num_tasks counts a split's tasks." },
  "TASK-6": { source: "recorded", says: "POST /{env}/task gives the task at an index; -1 is the last." },
  "TASK-7": { source: "recorded", says: "An index without a task is 400 Invalid task index." },
  "TASK-8": { source: "recorded", says: "POST /{env}/task_range gives the tasks from start to before stop." },
  "TASK-9": { source: "recorded", says: "Another environment is 404 unknown environment." },
  "TASK-10": { source: "recorded", says: "A missing, extra or ill-typed field is 422." },
  "TASK-11": {
    source: "own",
    says: "An unknown split is 404 and names the splits.",
    differs: {
      reference: "answers 500 Internal Server Error",
      because: "the mistake is the caller's, who can mend it",
    },
  },
  "TASK-12": { source: "recorded", says: "What a server cannot tell is 501." },
  "TASK-13": { source: "own", says: "No task shows code, of its file or of its solution, nor the bug's title." },
};
