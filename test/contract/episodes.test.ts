import { afterAll, beforeAll } from "vitest";
import { type ServerProcess, startServer } from "../support/server-process.ts";
import { serverSettings } from "./door.ts";
import { batch } from "./doors/batch.ts";
import { http } from "./doors/http.ts";
import { openEnvMcp, streamableMcp } from "./doors/mcp.ts";
import { typescriptClient } from "./doors/typescript-client.ts";
import { websocket } from "./doors/websocket.ts";
import { describeEpisodes } from "./suite.ts";

let server: ServerProcess;
let cleanUp = async (): Promise<void> => undefined;
beforeAll(async () => {
  const settings = await serverSettings((undo) => {
    cleanUp = undo;
  });
  server = await startServer(settings);
});
afterAll(async () => {
  await server.stop();
  await cleanUp();
});

const DOORS = {
  WebSocket: websocket,
  HTTP: http,
  "MCP in OpenEnv's dialect": openEnvMcp,
  "MCP over streamable HTTP": streamableMcp,
  "the TypeScript client": typescriptClient,
  "batches of the TypeScript client": batch,
};
for (const [name, kind] of Object.entries(DOORS)) describeEpisodes(name, kind, () => server.port);
