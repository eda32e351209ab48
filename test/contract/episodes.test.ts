import { afterAll, beforeAll } from "vitest";
import { type ServerProcess, startServer } from "../support/server-process.ts";
import { SERVER_SETTINGS } from "./door.ts";
import { http } from "./doors/http.ts";
import { openEnvMcp, streamableMcp } from "./doors/mcp.ts";
import { typescriptClient } from "./doors/typescript-client.ts";
import { websocket } from "./doors/websocket.ts";
import { describeEpisodes } from "./suite.ts";

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer(SERVER_SETTINGS);
});
afterAll(() => server.stop());

const DOORS = {
  WebSocket: websocket,
  HTTP: http,
  "MCP in OpenEnv's dialect": openEnvMcp,
  "MCP over streamable HTTP": streamableMcp,
  "the TypeScript client": typescriptClient,
};
for (const [name, kind] of Object.entries(DOORS)) describeEpisodes(name, kind, () => server.port);
