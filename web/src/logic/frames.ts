/** Frames of `/ws` as the player reads them: what is no frame of ours is told, never trusted. */
import { parseJson } from "../../../src/ground/parse-json.ts";
import { errorFrameSchema, observationFrameSchema } from "../../../src/protocol/messages.ts";

export type PlayFrame =
  | { readonly kind: "observation"; readonly data: ObservationData }
  | { readonly kind: "error"; readonly code: string; readonly message: string }
  | { readonly kind: "unreadable" };

export type ObservationData = ReturnType<typeof observationFrameSchema.parse>["data"];

export function readFrame(text: string): PlayFrame {
  const frame = parseJson(text);
  const observation = observationFrameSchema.safeParse(frame);
  if (observation.success) {
    return { kind: "observation", data: observation.data.data };
  }
  const error = errorFrameSchema.safeParse(frame);
  if (!error.success) return { kind: "unreadable" };
  const { code, message } = error.data.data;
  return { kind: "error", code, message };
}
