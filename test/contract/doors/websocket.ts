/** Frames of `/ws`. */
import { stateSchema } from "../../../src/protocol/protocol.ts";
import { Player } from "../../support/player.ts";
import type { Door, DoorKind, Told } from "../door.ts";

export const websocket: DoorKind = {
  unknownAction: "step",
  open: async (port): Promise<Door> => {
    const player = await Player.connect(port);
    const told = (data: Omit<Told, "bytes">): Told => ({ ...data, bytes: player.received.at(-1) ?? "" });
    return {
      reset: async (request) => told(await player.reset(request)),
      step: async (action) => told(await player.step(action)),
      state: async () => stateSchema.parse((await player.ask({ type: "state" })).data),
      [Symbol.asyncDispose]: () => player[Symbol.asyncDispose](),
    };
  },
};
