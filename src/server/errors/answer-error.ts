/** Every error that reaches HTTP, as OpenEnv's clients expect it: `{detail, code}`, or the list of a 422. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { type ErrorBody, TraceFixError } from "../../protocol/protocol.ts";
import { publicError } from "../../sessions/failures.ts";

interface HttpError {
  readonly status: number;
  readonly body: ErrorBody;
}

/** Fastify's own refusals, by its code; their texts may hold what a client should not see, so ours replace them. */
const FRAMEWORK_ERRORS: Readonly<Record<string, HttpError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: refusal(413, "The body is larger than the server takes (MAX_MESSAGE_BYTES)"),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: refusal(400, "The body is not as long as its content-length says"),
  FST_ERR_BAD_URL: refusal(400, "The address is not a valid URL"),
  FST_ERR_MAX_PARAM_LENGTH: refusal(414, "The address is too long"),
};

export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body } = frameworkError(error) ?? ownError(publicError(error, request.log));
  if (status === 503) reply.header("retry-after", "1");
  reply.code(status).send(body);
}

function ownError({ status, code, message, details }: TraceFixError): HttpError {
  // OpenEnv's clients look for a list in `detail`, and for nothing else.
  if (Array.isArray(details.errors)) return { status, body: { detail: details.errors } };
  return { status, body: { ...details, detail: message, code } };
}

function frameworkError(error: unknown): HttpError | undefined {
  if (error instanceof TraceFixError || !(error instanceof Error) || !("code" in error)) return undefined;
  return FRAMEWORK_ERRORS[String(error.code)];
}

function refusal(status: number, detail: string): HttpError {
  return { status, body: { detail, code: "VALIDATION_ERROR" } };
}
