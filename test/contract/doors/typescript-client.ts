/** The client for TypeScript. */
import { TraceFixClient } from "../../../src/client/tracefix-client.ts";
import type { StepResult } from "../../../src/protocol/protocol.ts";
import type { Door, DoorKind, Told } from "../door.ts";

export const typescriptClient: DoorKind = {
  unknownAction: "step",
  open: async (port): Promise<Door> => {
    const client = await TraceFixClient.connect(`http://127.0.0.1:${port}`);
    const told = (result: StepResult): Told => ({ ...result, bytes: JSON.stringify(result) });
    return {
      reset: async (request) => told(await client.reset(request)),
      step: async (action) => told(await client.step(action)),
      state: () => client.state(),
      [Symbol.asyncDispose]: () => client.close(),
    };
  },
};
