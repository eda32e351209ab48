/** Request bodies: strict JSON objects, and for everything else the 422 that OpenEnv's servers answer. */
import type { IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isFields } from "../../protocol/protocol.ts";
import type { RequestBodies } from "../incoming/request-bodies.ts";
import { invalidMessage, issueWith } from "../validation/issues.ts";
import { JsonError, parseStrictJson } from "./strict-json.ts";

const JSON_TYPE = /^application\/(?:[^;]+\+)?json\s*(?:;|$)/i;

/** Replaces Fastify's parsers. A body of no bytes is no body. */
export function acceptJsonObjects(app: FastifyInstance, bodies: RequestBodies): void {
  app.removeAllContentTypeParsers();
  app.addHook("onRequest", refuseCompressedBodies);
  app.addContentTypeParser("*", async (request: FastifyRequest, payload: IncomingMessage) =>
    parseBody(await bodies.read(request, payload), request.headers["content-type"]),
  );
}

/** Small bodies gain nothing by it, and one that grows when it is opened is an attack. */
async function refuseCompressedBodies({ headers }: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const encoding = headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (encoding === "identity" || encoding === "") return undefined;
  const detail = "Cannot read a compressed body: send it as it is, without content-encoding";
  return reply.code(415).header("accept-encoding", "identity").send({ detail, code: "VALIDATION_ERROR" });
}

/** @throws TraceFixError VALIDATION_ERROR */
function parseBody(body: Buffer, contentType: string | undefined): unknown {
  if (body.length === 0) return undefined;
  const text = decode(body);
  const isJson = contentType === undefined || contentType === "" || JSON_TYPE.test(contentType);
  const value = isJson ? parseJson(text) : text;
  if (isFields(value)) return value;
  const msg = isJson
    ? "Input should be a valid dictionary or object to extract fields from"
    : `Input should be a valid dictionary or object: send it with "content-type: application/json"`;
  throw invalidMessage([issueWith("model_attributes_type", ["body"], { msg, input: value })]);
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw notJson(new JsonError("The body is not UTF-8", 0));
  }
}

function parseJson(text: string): unknown {
  try {
    return parseStrictJson(text);
  } catch (error) {
    throw error instanceof JsonError ? notJson(error) : error;
  }
}

function notJson({ message, position }: JsonError) {
  return invalidMessage([
    issueWith("json_invalid", ["body", position], { msg: `JSON decode error: ${message}`, input: {} }),
  ]);
}
