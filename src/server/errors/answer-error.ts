/** Every error that reaches HTTP, as OpenEnv's clients expect it: `{detail, code}`, or the list of a 422. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { type ErrorBody, TraceFixError } from "../../protocol/protocol.ts";
import { publicError } from "../../sessions/failures.ts";
import { nameUnrouted } from "../request-id.ts";

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
  // A content type that is not even one, like any that is not JSON.
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 422,
    body: { detail: [{ type: "model_attributes_type", loc: ["body"], msg: "The content type is not a valid one" }] },
  },
  // The client went away before it had sent its body; nobody reads the answer.
  ECONNRESET: refusal(400, "The request ended before its body did"),
};

export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body } = frameworkError(error) ?? ownError(publicError(error, request.log));
  if (status === 503 || status === 429) reply.header("retry-after", "1");
  reply.code(status).send(body);
}

/** For what Fastify refuses before it looks for a route. */
export function answerUnrouted(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  nameUnrouted(request, reply);
  answerError(error, request, reply);
}

function ownError({ status, code, message, details }: TraceFixError): HttpError {
  // OpenEnv's clients look for a list in `detail`, and for nothing else.
  if (Array.isArray(details.errors)) return { status, body: { detail: details.errors } };
  return { status, body: { ...details, detail: message, code } };
}

function frameworkError(error: unknown): HttpError | undefined {
  if (error instanceof TraceFixError || !(error instanceof Error) || !("code" in error)) return undefined;
  const code = String(error.code);
  return FRAMEWORK_ERRORS[code] ?? (code.startsWith("FST_") ? otherRefusal(error) : undefined);
}

/** A request that Fastify refuses for a reason that is not named above is still the client's fault. */
function otherRefusal(error: Error): HttpError | undefined {
  const status = "statusCode" in error ? error.statusCode : undefined;
  const isClients = typeof status === "number" && status >= 400 && status < 500;
  return isClients ? refusal(status, "The server does not take such a request") : undefined;
}

function refusal(status: number, detail: string): HttpError {
  return { status, body: { detail, code: "VALIDATION_ERROR" } };
}
