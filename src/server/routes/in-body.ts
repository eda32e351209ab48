/** Locates what only the environment can find wrong with a body. */
import { z } from "zod";
import { issueSchema, TraceFixError } from "../../protocol/protocol.ts";

/** A fault of a field that only the environment can see is a fault of the body all the same, and says so in its `loc`. */
export async function inBody<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof TraceFixError) || error.code !== "VALIDATION_ERROR") throw error;
    const errors = z.array(issueSchema).safeParse(error.details.errors);
    if (!errors.success) throw error;
    const located = errors.data.map((issue) => ({ ...issue, loc: ["body", ...issue.loc] }));
    throw new TraceFixError(error.code, error.message, { ...error.details, errors: located });
  }
}
