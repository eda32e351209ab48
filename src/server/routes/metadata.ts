/** `GET /metadata`: the environment's card. */
import { environmentMetadataSchema } from "../../protocol/protocol.ts";
import { ABOUT } from "../about.ts";
import type { App } from "./app.ts";

export function addMetadata(app: App): void {
  const schema = {
    tags: ["Environment Info"],
    summary: "What environment is this?",
    response: { 200: environmentMetadataSchema },
  };
  app.get("/metadata", { schema }, () => ABOUT);
}
