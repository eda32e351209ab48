/** Who may do what where the operator gave out tokens: the rights, and how a socket brings its token. */
import { z } from "zod";
import { requestIdSchema } from "./messages.ts";

/** `play` opens all that plays, `read` the figures, kept episodes and Watch. */
export const ACCESS_RIGHTS = ["play", "read"] as const;
export const accessRightSchema = z.enum(ACCESS_RIGHTS);
export type AccessRight = z.infer<typeof accessRightSchema>;

/** The first message of a socket that could bring its token in no other way. */
export const authorizeMessageSchema = z.strictObject({
  type: z.literal("authorize"),
  data: z.strictObject({ token: z.string().max(1024) }),
  request_id: requestIdSchema.nullish(),
});

/** What such a socket is answered. */
const authorizedFrameSchema = z.strictObject({
  type: z.literal("authorized"),
  data: z.strictObject({ rights: z.array(accessRightSchema) }),
  request_id: requestIdSchema.optional(),
});
export type AuthorizedFrame = z.infer<typeof authorizedFrameSchema>;
