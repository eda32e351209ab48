/** The frames of the WebSocket `/ws`: what a client may send, and what it gets back. */
import { z } from "zod";
import { issueSchema } from "./errors.ts";
import { rpcResponseSchema } from "./mcp.ts";
import { codeObservationSchema } from "./observation.ts";
import { resetRequestSchema } from "./reset.ts";
import { stateSchema } from "./state.ts";
import { attemptSchema } from "./step-data.ts";
import { wellFormedText } from "./text.ts";
import { toolStepSchema } from "./tool-steps.ts";

/** A caller's own name for one request; its answer carries it back, so a late answer is never taken for the next. */
export const requestIdSchema = wellFormedText.max(255).meta({
  description: "Your name for this request; the answer repeats it. The same step sent again under it is taken once.",
});

const request_id = requestIdSchema.nullish();

/** Items of one batch. */
export const MAX_BATCH_ITEMS = 256;

/** A caller's own name for one of the sessions that its socket plays in batches. */
export const sessionNameSchema = wellFormedText
  .min(1)
  .max(255)
  .meta({ description: "Your name for the session, which only this socket knows." });

/** Every frame a client may send, by its `type`. */
export const CLIENT_MESSAGES = {
  reset: z.strictObject({ type: z.literal("reset"), data: resetRequestSchema.optional(), request_id }),
  step: z.strictObject({ type: z.literal("step"), data: attemptSchema, request_id }),
  state: z.strictObject({ type: z.literal("state"), request_id }),
  close: z.strictObject({ type: z.literal("close"), request_id }),
  mcp: z.strictObject({ type: z.literal("mcp"), data: z.record(z.string(), z.unknown()), request_id }),
  // Items are read one by one, so that what is wrong with one is its own answer.
  batch: z.strictObject({
    type: z.literal("batch"),
    data: z.array(z.unknown()).min(1).max(MAX_BATCH_ITEMS).meta({
      description: "Messages of the other types, each with the name of its `session`.",
    }),
    request_id,
  }),
} as const;

/** A step of OpenEnv's older clients. */
export const toolStepMessageSchema = z.strictObject({ type: z.literal("step"), data: toolStepSchema, request_id });

export type ClientMessageType = keyof typeof CLIENT_MESSAGES;
export type ClientMessage =
  | { [Type in ClientMessageType]: z.infer<(typeof CLIENT_MESSAGES)[Type]> }[ClientMessageType]
  | z.infer<typeof toolStepMessageSchema>;

const echoed = requestIdSchema.optional();

export const observationFrameSchema = z.strictObject({
  type: z.literal("observation"),
  data: z.strictObject({
    observation: codeObservationSchema,
    reward: z.number(),
    done: z.boolean(),
    metadata: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: "The observation's metadata again; left out when empty." }),
  }),
  request_id: echoed,
});

export const stateFrameSchema = z.strictObject({ type: z.literal("state"), data: stateSchema, request_id: echoed });

/** A JSON-RPC answer in a frame. */
export const mcpFrameSchema = z.strictObject({ type: z.literal("mcp"), data: rpcResponseSchema, request_id: echoed });

/** An error's `data` may hold further public fields, such as `active_sessions`. */
export const errorFrameSchema = z.strictObject({
  type: z.literal("error"),
  data: z.looseObject({ message: z.string(), code: z.string(), errors: z.array(issueSchema).optional() }),
  request_id: echoed,
});

/** Every frame the server may send, but for `toolFrameSchema`, to steps of older clients, `batchFrameSchema`, and that it has let a socket in. */
export const serverMessageSchema = z.discriminatedUnion("type", [
  observationFrameSchema,
  stateFrameSchema,
  mcpFrameSchema,
  errorFrameSchema,
]);
export type ServerMessage = z.infer<typeof serverMessageSchema>;
