/** How this server grades, as anybody may know it: the operator's secret has a name, and stays one. */
import { createHash } from "node:crypto";
import type { GradingNames } from "../protocol/protocol.ts";
import type { Settings } from "./settings.ts";

const PURPOSE = "tracefix hidden secret id 1";
const ID_DIGITS = 8;

export function gradingNamesOf({ HIDDEN_SECRET, HIDDEN_COUNT }: Settings): GradingNames {
  return {
    hidden_secret: HIDDEN_SECRET === undefined ? null : secretId(HIDDEN_SECRET),
    hidden_count: HIDDEN_COUNT,
  };
}

/** The same for the same secret, on every server; too short to tell the secret by. */
function secretId(secret: string): string {
  return createHash("sha256").update(`${PURPOSE}\0${secret}`).digest("hex").slice(0, ID_DIGITS);
}
