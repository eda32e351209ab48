/** What a validator is answered over `/ws`, field by field. */
import { z } from "zod";
import { requestIdSchema, validationSnapshotSchema } from "../../src/protocol/protocol.ts";

/** The answer to `validation_open`: its `capability` reads this socket's record and no other. */
export const validationOpenedSchema = z.strictObject({
  type: z.literal("validation_open"),
  data: z.strictObject({ schema_version: z.literal(1), capability: z.string().min(32).max(256) }),
  request_id: requestIdSchema.optional(),
});

/** The answer to `validation_read`. */
export const validationAnswerSchema = z.strictObject({
  type: z.literal("validation"),
  data: validationSnapshotSchema,
  request_id: requestIdSchema.optional(),
});
