/** `GET /metadata`: the environment's card. */
import { environmentMetadataSchema } from "../../protocol/protocol.ts";
import { ABOUT } from "../about.ts";
import type { App } from "./app.ts";

/** @param warnings what an operator should know of this very server; each is named and goes with the description */
export function addMetadata(app: App, warnings: readonly string[]): void {
  const answer = { ...ABOUT, description: [ABOUT.description, ...warnings].join(" ") };
  const schema = {
    tags: ["Environment Info"],
    summary: "What environment is this?",
    response: { 200: environmentMetadataSchema },
  };
  app.get("/metadata", { schema }, () => answer);
}
