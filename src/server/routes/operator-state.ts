/** `GET /operator/state`: episodes under way with their tasks' names, for the operator and for nobody else. */
import { errorBodySchema, operatorStatesSchema, stateQuerySchema, TraceFixError } from "../../protocol/protocol.ts";
import type { SessionRegistry } from "../../sessions/session-registry.ts";
import { bearerOf, isSameSecret } from "../secrets.ts";
import type { Settings } from "../settings.ts";
import type { App } from "./app.ts";

/** Episodes that one answer tells of. */
const MAX_TOLD = 100;

export interface OperatorStateOptions {
  readonly registry: SessionRegistry;
  readonly token: Settings["OPERATOR_TOKEN"];
}

export function addOperatorState(app: App, { registry, token }: OperatorStateOptions): void {
  const schema = {
    tags: ["State Management"],
    summary: "The states of the episodes under way, with their tasks' names",
    description:
      "For who sends `Authorization: Bearer` with the server's `OPERATOR_TOKEN`. Whatever they are played over; with " +
      "`episode_id`, of those alone that have this label.",
    querystring: stateQuerySchema,
    response: { 200: operatorStatesSchema, 403: errorBodySchema, 422: errorBodySchema },
  };
  app.get("/operator/state", { schema }, async ({ query, headers }) => {
    if (token === undefined || !isSameSecret(bearerOf(headers.authorization), token))
      throw refusal(token !== undefined);
    const states = registry.states(query.episode_id);
    return { episodes: states.slice(0, MAX_TOLD), total: states.length };
  });
}

function refusal(isSet: boolean): TraceFixError {
  const remedy = isSet
    ? "Send Authorization: Bearer with the server's OPERATOR_TOKEN."
    : "The operator opens this route by setting OPERATOR_TOKEN.";
  return new TraceFixError("FORBIDDEN", `Cannot show which tasks are played: only the operator may look. ${remedy}`);
}
