/** Tells that the server listens: a person where it is and how to try it, the process that started it what it must know. */
import type { Writable } from "node:stream";
import { z } from "zod";
import type { Served } from "./serve.ts";

/** What the process that started the server is told, on the channel between the two. */
export const listeningSchema = z.object({ listening: z.object({ port: z.int(), task_set_hash: z.string() }) });

/** Nobody is told where no process waits for it. */
export function tellStarter({ port, taskSetHash }: Served, starter: Pick<NodeJS.Process, "send"> = process): void {
  const message: z.infer<typeof listeningSchema> = { listening: { port, task_set_hash: taskSetHash } };
  starter.send?.(message);
}

export function announceAddress({ host, port, tasks }: Served, output: Writable): void {
  const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  output.write(`
TraceFix-RL serves ${tasks} tasks on http://${shown}:${port}
  Look      http://${shown}:${port}/web/     and the API at http://${shown}:${port}/docs
  Play      ws://${shown}:${port}/ws
  Try it    curl -s -X POST http://${shown}:${port}/reset -H 'content-type: application/json' -d '{"difficulty":"easy"}'
  Stop      Ctrl-C
`);
}
