/** Fastify's validator for Zod schemas: its errors are ours, located as OpenEnv locates them. */
import type { FastifySchemaCompiler } from "fastify";
import type { z } from "zod";
import { validationError } from "./issues.ts";

const PREFIXES: Readonly<Record<string, string>> = { querystring: "query", params: "path" };

export const compileValidator: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart = "body" }) => {
  const prefix = [PREFIXES[httpPart] ?? httpPart];
  return (data: unknown) => {
    // Fastify hands null for a body that is not there; one that is `null` was refused when it was parsed.
    const input = data ?? undefined;
    const result = schema.safeParse(input);
    if (result.success) return { value: result.data };
    return { error: validationError(result.error, input, { prefix, actionField: "action" }) };
  };
};
