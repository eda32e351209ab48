/** The Open Reward Standard: sessions that a caller names by a header, and tools whose results come as events. */
import { z } from "zod";
import { splitSchema } from "./observation.ts";
import { resetRequestSchema } from "./reset.ts";

/** Names the session of a request. */
export const ORS_SESSION_HEADER = "x-session-id";

/** Anyone who knows it may play: the server draws such names, and callers may bring their own. */
export const orsHeadersSchema = z.looseObject({
  [ORS_SESSION_HEADER]: z
    .string()
    .regex(/^[\x21-\x7e]{16,128}$/)
    .meta({ description: "The session: what `POST /create_session` gave, or 16 to 128 characters of your own." }),
});

/** A row of the Task API, or anything else that a reset takes. What is known of a task besides is left out. */
const taskSpecSchema = resetRequestSchema
  .omit({ prompt: true, resume: true, branch: true })
  .extend({ metadata: z.unknown().optional() })
  .transform(({ metadata: _, ...reset }) => reset);

export const orsCreateSchema = z
  .strictObject({
    env_name: z.string().nullish(),
    task_spec: taskSpecSchema.nullish(),
    split: splitSchema.nullish(),
    index: z.int().min(0).nullish(),
    toolset_name: z.null().optional(),
  })
  .refine(({ task_spec, split, index }) => (task_spec == null) === (split != null && index != null), {
    message: "give a task_spec, or both split and index",
  });

export const orsCallSchema = z.strictObject({
  name: z.string().min(1),
  input: z.record(z.string(), z.unknown()),
  task_id: z
    .string()
    .nullish()
    .meta({ description: "Of a call whose answer was lost: it is told again, not made again." }),
});

export const orsSessionSchema = z.strictObject({ sid: z.string() });
export const orsStatusSchema = z.strictObject({ status: z.literal("ok") });
export const orsBlocksSchema = z.array(z.strictObject({ text: z.string(), detail: z.null(), type: z.literal("text") }));
type OrsBlocks = z.infer<typeof orsBlocksSchema>;

/**
 * A text as the one block of an answer.
 *
 * ```ts
 * orsBlocks("3 of 7 pass") // [{ text: "3 of 7 pass", detail: null, type: "text" }]
 * ```
 */
export function orsBlocks(text: string): OrsBlocks {
  return [{ text, detail: null, type: "text" }];
}

export const orsToolsSchema = z.strictObject({
  tools: z.array(
    z.strictObject({ name: z.string(), description: z.string(), input_schema: z.record(z.string(), z.unknown()) }),
  ),
  terminal_tool: z.null(),
});

/** What the last event of a call holds. */
export type OrsCallAnswer =
  | { readonly ok: true; readonly output: OrsOutput }
  | { readonly ok: false; readonly error: string; readonly reason: OrsReason };
export type OrsReason = "not_found" | "input_validation" | "episode_finished";

interface OrsOutput {
  readonly blocks: OrsBlocks;
  /** For trainers, as a policy may see it. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly reward: number;
  readonly finished: boolean;
}
