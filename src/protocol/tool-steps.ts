/** The steps of OpenEnv's older clients, which list and call tools over `/ws`. */
import { z } from "zod";
import { argumentsSchema } from "./tool-arguments.ts";

/** OpenEnv's own action class gives every action a `metadata`, which says nothing here. */
const metadata = z.record(z.string(), z.unknown()).nullish();

export const toolStepSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("list_tools"), metadata }),
  z.strictObject({
    type: z.literal("call_tool"),
    tool_name: z.string(),
    arguments: argumentsSchema,
    metadata,
  }),
]);
export type ToolStep = z.infer<typeof toolStepSchema>;

export const TOOL_ERROR_TYPES = ["execution_error", "invalid_args", "tool_not_found", "timeout"] as const;
export type ToolErrorType = (typeof TOOL_ERROR_TYPES)[number];

/** The answer: `reward` and `done` are the step's, and null and false where no step was taken. */
export const toolFrameSchema = z.strictObject({
  type: z.literal("observation"),
  data: z.strictObject({
    observation: z.union([
      z.strictObject({
        metadata: z.strictObject({}),
        tools: z.array(z.strictObject({ name: z.string(), description: z.string(), input_schema: z.looseObject({}) })),
      }),
      z.strictObject({
        metadata: z.strictObject({}),
        tool_name: z.string(),
        result: z.looseObject({}).nullable(),
        error: z.strictObject({ error_type: z.enum(TOOL_ERROR_TYPES), message: z.string() }).nullable(),
      }),
    ]),
    reward: z.number().nullable(),
    done: z.boolean(),
  }),
  request_id: z.string().optional(),
});
