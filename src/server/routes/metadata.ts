/** `GET /metadata`: the environment's card. */
import { type EnvironmentMetadata, environmentMetadataSchema, type GradingNames } from "../../protocol/protocol.ts";
import { ENVIRONMENT_CARD } from "../about.ts";
import type { App } from "./app.ts";

interface OfThisServer {
  /** What an operator should know; each is named and goes with the description. */
  readonly warnings: () => readonly string[];
  readonly grading: GradingNames;
}

export function addMetadata(app: App, { warnings, grading }: OfThisServer): void {
  const { hidden_secret, hidden_count } = grading;
  const answer = (): EnvironmentMetadata => ({
    ...ENVIRONMENT_CARD,
    description: [ENVIRONMENT_CARD.description, ...warnings()].join(" "),
    // Clients of OpenEnv know six keys and may be strict, so what is as usual is not told.
    ...(hidden_secret !== null && { hidden_secret }),
    ...(hidden_count !== "shown" && { hidden_count }),
  });
  const schema = {
    tags: ["Environment Info"],
    summary: "What environment is this?",
    response: { 200: environmentMetadataSchema },
  };
  app.get("/metadata", { schema }, answer);
}
