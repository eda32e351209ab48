/** The frame `batch` of `/ws`: what many sessions of one socket are asked at once, and what they answer. */
import { z } from "zod";
import {
  errorFrameSchema,
  mcpFrameSchema,
  observationFrameSchema,
  requestIdSchema,
  stateFrameSchema,
} from "./messages.ts";
import { toolFrameSchema } from "./tool-steps.ts";

/** Bytes that a frame of answers stays under, as common clients take no more. */
export const MAX_BATCH_FRAME_BYTES = 1_048_576;

const session = z.string().nullable().meta({
  description: "The name that the item gave its session; null where it gave none that can be one.",
});
const { data: observationData } = observationFrameSchema.shape;
const { data: toolData } = toolFrameSchema.shape;

/** What answers one item: what would answer it as a frame of its own, with its session's name. */
export const batchAnswerSchema = z.discriminatedUnion("type", [
  z.strictObject({ session, type: z.literal("observation"), data: z.union([observationData, toolData]) }),
  z.strictObject({ session, type: z.literal("state"), data: stateFrameSchema.shape.data }),
  z.strictObject({ session, type: z.literal("mcp"), data: mcpFrameSchema.shape.data }),
  z.strictObject({ session, type: z.literal("error"), data: errorFrameSchema.shape.data }),
  z.strictObject({ session, type: z.literal("closed"), data: z.strictObject({}) }),
]);
export type BatchAnswer = z.infer<typeof batchAnswerSchema>;

/** A batch is answered by as many of these as keep each of them under `MAX_BATCH_FRAME_BYTES`. */
export const batchFrameSchema = z.strictObject({
  type: z.literal("batch"),
  data: z.strictObject({
    first: z.int().min(0).meta({ description: "The item that the first of these answers is for, counted from 0." }),
    total: z.int().min(1).meta({ description: "How many items the batch had." }),
    answers: z.array(batchAnswerSchema).min(1).meta({ description: "In the order of the items." }),
  }),
  request_id: requestIdSchema.optional(),
});
