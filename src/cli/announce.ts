/** Tells a person where the server is and how to try it. */
import type { Writable } from "node:stream";
import type { Served } from "./serve.ts";

export function announce({ host, port, tasks }: Served, output: Writable): void {
  const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  output.write(`
TraceFix-RL serves ${tasks} tasks on http://${shown}:${port}
  Look      http://${shown}:${port}/web/     and the API at http://${shown}:${port}/docs
  Play      ws://${shown}:${port}/ws
  Try it    curl -s -X POST http://${shown}:${port}/reset -H 'content-type: application/json' -d '{"difficulty":"easy"}'
  Stop      Ctrl-C
`);
}
