/** Episodes of `tracefix eval` with a scripted model, against a server of the test file's own. */
import { afterAll, beforeAll } from "vitest";
import { type ServerProcess, startServer } from "../../support/server-process.ts";
import { type Ended, runEval, runFolder } from "./run-eval.ts";
import { type Asked, nextAction, openEndpoint, type Script, TASK } from "./scripted-endpoint.ts";

export const TOKEN = "hf_a-token-that-must-not-be-told";

export interface Played extends Ended {
  readonly folder: string;
  readonly asked: readonly Asked[];
  /** Where it was played. */
  readonly server: string;
}

/** What plays an episode, while the tests of the file run that calls this. */
export function playsScripted(): (script: Script, flags?: readonly string[]) => Promise<Played> {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer({ WORKERS: "1" });
  });
  afterAll(() => server.stop());
  return async (script, flags = []) => {
    await using model = await openEndpoint(script);
    const folder = runFolder();
    const url = `http://127.0.0.1:${server.port}`;
    const env = {
      API_BASE_URL: model.url,
      MODEL_NAME: "scripted/model",
      HF_TOKEN: TOKEN,
      ENV_BASE_URL: url,
    };
    const ended = await runEval(["--task", TASK, "--out", folder, ...flags], { env });
    return { ...ended, folder, asked: model.asked, server: url };
  };
}

/** The next action of one who solves the task. */
export const json = (asked: Asked) => JSON.stringify(nextAction(asked));
/** What is printed when he has. */
export const SOLVED = [
  `[START] task=${TASK} env=tracefix_rl model=scripted/model`,
  "[STEP] step=1 action=RUN_TESTS reward=0.00 done=false error=null",
  "[STEP] step=2 action=REPLACE_LINES reward=0.00 done=false error=null",
  "[STEP] step=3 action=RUN_TESTS reward=0.08 done=false error=null",
  "[STEP] step=4 action=SUBMIT reward=0.98 done=true error=null",
  "[END] success=true steps=4 score=0.980 rewards=0.00,0.00,0.08,0.98",
];
