/** Every behaviour that OpenEnv asks of the server, with an id that the tests which prove it cite in their names. */
import { HTTP, MODE } from "./http.ts";
import { MCP, SHTTP, WS_MCP } from "./mcp.ts";
import type { Requirements } from "./requirement.ts";
import { TASK } from "./task-api.ts";
import { TELE } from "./telemetry.ts";
import { WEB } from "./web.ts";
import { ATTACH, OLD, WS } from "./websocket.ts";

export const AREAS: readonly Requirements[] = [HTTP, MODE, WS, ATTACH, OLD, MCP, WS_MCP, SHTTP, TASK, WEB, TELE];

export const REQUIREMENTS: Requirements = Object.assign({}, ...AREAS);
