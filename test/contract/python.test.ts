/** The same for the client for Python, which needs packages of its own: `npm run test:interop -- contract` runs it. */
import { afterAll, beforeAll, describe } from "vitest";
import { type ServerProcess, startServer } from "../support/server-process.ts";
import { type DoorKind, serverSettings } from "./door.ts";
import { PythonClients } from "./doors/python-client.ts";
import { describeEpisodes } from "./suite.ts";

const PYTHON = process.env.TRACEFIX_PYTHON;

describe.skipIf(PYTHON === undefined)("with Python", () => {
  let server: ServerProcess;
  let clients: PythonClients;
  let cleanUp = async (): Promise<void> => undefined;
  beforeAll(async () => {
    clients = new PythonClients(PYTHON ?? "");
    const settings = await serverSettings((undo) => {
      cleanUp = undo;
    });
    server = await startServer(settings);
  });
  afterAll(async () => {
    await clients[Symbol.asyncDispose]();
    await server.stop();
    await cleanUp();
  });
  const kind: DoorKind = { unknownAction: "step", open: (port) => clients.open(port) };
  describeEpisodes("the Python client", kind, () => server.port);
  const batches: DoorKind = { unknownAction: "step", open: (port) => clients.open(port, "open batch") };
  describeEpisodes("batches of the Python client", batches, () => server.port);
});
