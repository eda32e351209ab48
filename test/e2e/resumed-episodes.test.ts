/** A server that is killed and started again goes on with its sessions' episodes, as if nothing had been. */
import { once } from "node:events";
import { expect, it } from "vitest";
import { TraceFixClient } from "../../src/client/tracefix-client.ts";
import { ownFolder } from "../storage/support/own-folder.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";

const RESET = { task_name: "binary_search_off_by_one", seed: 7, episode_id: "killed" };
const ACTIONS = [
  { action_type: "RUN_TESTS", thought: "a look" },
  { action_type: "REPLACE_LINES", start_line: 4, end_line: 4, new_code_block: "    while size > 0:" },
  { action_type: "RUN_TESTS" },
  { action_type: "SUBMIT" },
];

async function kill(server: ServerProcess): Promise<void> {
  server.process.kill("SIGKILL");
  await once(server.process, "close");
}

async function resetsOf({ port }: ServerProcess): Promise<string | undefined> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return /^tracefix_resets_total (\d+)$/m.exec(text)?.[1];
}

it.each(["full", "lean"] as const)(
  "a client goes on after each kill -9 with the bytes of a quiet run, in the form %s",
  async (observation) => {
    const settings = { DATA_DIR: ownFolder(), DURABILITY: "process", WORKERS: "1" };
    let server = await startServer(settings);
    const PORT = String(server.port);
    const quiet = await TraceFixClient.connect(`http://127.0.0.1:${PORT}`, { session: null });
    const killed = await TraceFixClient.connect(`http://127.0.0.1:${PORT}`, { maxDelayMs: 200 });
    const expected = [await quiet.reset({ ...RESET, observation })];
    for (const action of ACTIONS) expected.push(await quiet.step(action));
    await quiet.close();

    const told = [await killed.reset({ ...RESET, observation })];
    for (const action of ACTIONS) {
      await kill(server);
      server = await startServer({ ...settings, PORT });
      told.push(await killed.step(action));
      // The client has played nothing again: the server has brought it back.
      expect(await resetsOf(server)).toBe("0");
    }
    expect(JSON.stringify(told)).toBe(JSON.stringify(expected));
    expect(await killed.state()).toMatchObject({ done: true, step_count: ACTIONS.length });
    await killed.close();
    await server.stop();
  },
);
