/** `GET /metadata`: the environment's card. */
import {
  type Durability,
  type EnvironmentMetadata,
  environmentMetadataSchema,
  type GradingNames,
} from "../../protocol/protocol.ts";
import { ENVIRONMENT_CARD } from "../about.ts";
import type { App } from "./app.ts";

interface OfThisServer {
  /** What an operator should know; each is named and goes with the description. */
  readonly warnings: () => readonly string[];
  readonly grading: GradingNames;
  /** What an answered step survives; undefined where no store was asked for one way or the other. */
  readonly durability: Durability | undefined;
}

export function addMetadata(app: App, { warnings, grading, durability }: OfThisServer): void {
  const { hidden_secret, hidden_count } = grading;
  const answer = (): EnvironmentMetadata => ({
    ...ENVIRONMENT_CARD,
    description: [ENVIRONMENT_CARD.description, ...warnings()].join(" "),
    // Clients of OpenEnv know six keys and may be strict, so what is as usual is not told.
    ...(hidden_secret !== null && { hidden_secret }),
    ...(hidden_count !== "shown" && { hidden_count }),
    ...(durability !== undefined && { durability }),
  });
  const schema = {
    tags: ["Environment Info"],
    summary: "What environment is this?",
    response: { 200: environmentMetadataSchema },
  };
  app.get("/metadata", { schema }, answer);
}
