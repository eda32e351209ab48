/** `POST /reset`, `POST /step` and `GET /state`, with the session's header that the reset was answered with. */
import { episodeAnswerSchema, OWNER_HEADER, stateSchema } from "../../../src/protocol/protocol.ts";
import type { Door, DoorKind, Told } from "../door.ts";

export const http: DoorKind = {
  unknownAction: "step",
  open: async (port): Promise<Door> => {
    const url = `http://127.0.0.1:${port}`;
    let episode_id = "";
    let owner: Record<string, string> = {};
    const ask = async (path: string, body?: object) => {
      const answer = await fetch(`${url}${path}`, {
        method: body === undefined ? "GET" : "POST",
        headers: { ...owner, ...(body && { "content-type": "application/json" }) },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(text);
      const drawn = answer.headers.get(OWNER_HEADER);
      if (drawn !== null) owner = { [OWNER_HEADER]: drawn };
      return text;
    };
    const told = (bytes: string): Told => {
      const { observation, reward, done } = episodeAnswerSchema.parse(JSON.parse(bytes));
      return { observation, reward, done, bytes };
    };
    return {
      reset: async (request) => {
        const begun = told(await ask("/reset", request));
        episode_id = begun.observation.info.episode_id;
        return begun;
      },
      step: async (action) => told(await ask("/step", { action, ...(episode_id !== "" && { episode_id }) })),
      state: async (label) =>
        stateSchema.parse(JSON.parse(await ask(`/state?episode_id=${encodeURIComponent(label)}`))),
      [Symbol.asyncDispose]: async () => undefined,
    };
  },
};
