/** OpenEnv's validation telemetry over `/ws`: what a validator who holds the server's token asks, and what it is told. */
import { z } from "zod";
import { requestIdSchema } from "./messages.ts";

const schema_version = z.literal(1);
const secret = z.string().min(32).max(256);
const request_id = requestIdSchema.nullish();

export const validationOpenSchema = z.strictObject({
  type: z.literal("validation_open"),
  data: z.strictObject({ schema_version, token: secret }),
  request_id,
});

export const validationReadSchema = z.strictObject({
  type: z.literal("validation_read"),
  data: z.strictObject({ schema_version, capability: secret }),
  request_id,
});

/** A part of the reward, as OpenEnv draws the tree of one. */
export const rubricNodeSchema = z.strictObject({
  name: z.string(),
  class_name: z.string(),
  children: z.array(z.string()),
  aggregation: z.enum(["weighted_sum", "leaf"]),
  config: z.record(z.string(), z.unknown()),
  config_available: z.boolean(),
  score: z.number().nullable(),
  evaluated: z.boolean(),
});
export type RubricNode = z.infer<typeof rubricNodeSchema>;

export const VALIDATION_OPERATIONS = ["reset", "step", "state"] as const;
export const trajectoryRecordSchema = z.strictObject({
  operation: z.enum(VALIDATION_OPERATIONS),
  request: z.record(z.string(), z.unknown()),
  response: z.record(z.string(), z.unknown()),
});
export type TrajectoryRecord = z.infer<typeof trajectoryRecordSchema>;

export const validationSnapshotSchema = z.strictObject({
  schema_version,
  seed: z
    .strictObject({ requested: z.boolean(), value: z.int().nullable(), accepted: z.boolean() })
    .nullable()
    .meta({ description: "The last reset's; null before it. Accepted: the episode has the seed that was asked for." }),
  rubric: z.array(rubricNodeSchema),
  rubric_error: z.string().nullable(),
  attribution: z.array(z.strictObject({ step_index: z.int().min(0), rubric: z.array(rubricNodeSchema) })),
  trajectory: z.strictObject({
    schema_version,
    source: z.literal("openenv-server"),
    records: z.array(trajectoryRecordSchema),
    complete: z.boolean(),
    reason: z.string().nullable().meta({ description: "Why the record is not complete." }),
  }),
});
export type ValidationSnapshot = z.infer<typeof validationSnapshotSchema>;
