/** The bodies of the HTTP endpoints: what they take and what they answer. */
import { z } from "zod";
import { issueSchema } from "./errors.ts";
import { requestIdSchema } from "./messages.ts";
import { codeObservationSchema } from "./observation.ts";
import { resetRequestSchema } from "./reset.ts";
import { attemptSchema } from "./step-data.ts";
import { wellFormedText } from "./text.ts";

const episodeLabelSchema = wellFormedText.min(1).max(255).meta({
  description: "Which episode, as `POST /reset` named it; may be left out while only one HTTP episode is alive.",
});

const request_id = requestIdSchema.nullish().meta({
  description: "Your name for this request. It is logged, and a step that is sent again under it is taken once.",
});

/** Owns an HTTP episode. */
export const OWNER_HEADER = "x-tracefix-session";

/** Other headers are none of ours. */
export const ownerHeadersSchema = z.looseObject({
  [OWNER_HEADER]: z.string().min(1).optional().meta({
    description: "Your secret, sent with the reset and all that follows: nobody else can then step or see the episode.",
  }),
});

export const resetBodySchema = resetRequestSchema.extend({ request_id });

export const stepBodySchema = z.strictObject({
  action: attemptSchema,
  episode_id: episodeLabelSchema.nullish(),
  timeout_s: z.number().gt(0).nullish().meta({
    description: "Give up after so many seconds: a 504 says that the step was not taken and may be sent again.",
  }),
  request_id,
});

export const stateQuerySchema = z.strictObject({ episode_id: episodeLabelSchema.optional() });

/** What `/reset` and `/step` answer: exactly these four, always. */
export const episodeAnswerSchema = z.strictObject({
  observation: codeObservationSchema,
  reward: z.number(),
  done: z.boolean(),
  metadata: z.record(z.string(), z.unknown()).nullable().meta({ description: "The observation's metadata again." }),
});

export const errorBodySchema = z.strictObject({
  detail: z.union([z.string(), z.array(issueSchema)]),
  code: z.string().optional(),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;

export const readySchema = z.strictObject({ status: z.literal("ready") });
export const unreadySchema = z.strictObject({ status: z.literal("not ready"), reasons: z.array(z.string()) });

export const healthSchema = z.strictObject({ status: z.literal("healthy") });
