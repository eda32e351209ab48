/** `GET /schema`: the JSON Schemas of actions, observations and state, made from the ones that the server works with. */
import { z } from "zod";
import {
  codeActionSchema,
  publishedObservationSchema,
  publishedResetObservationSchema,
  type SchemaAnswer,
  schemaAnswerSchema,
  stateSchema,
} from "../../protocol/protocol.ts";
import type { App } from "./app.ts";

export function addSchema(app: App): void {
  const answer = schemas();
  const schema = {
    tags: ["Schema"],
    summary: "JSON Schemas (2020-12) of actions, observations and state",
    response: { 200: schemaAnswerSchema },
  };
  app.get("/schema", { schema }, () => answer);
}

/** Nothing in them refers to anything outside them. */
function schemas(): SchemaAnswer {
  const options = { target: "draft-2020-12" } as const;
  return {
    action: z.toJSONSchema(codeActionSchema, { ...options, io: "input" }),
    observation: z.toJSONSchema(publishedObservationSchema, options),
    state: z.toJSONSchema(stateSchema, options),
    reset_observation: z.toJSONSchema(publishedResetObservationSchema, options),
  };
}
