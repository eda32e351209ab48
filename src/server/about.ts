/** What the server says of itself. */
import { packageReadme, packageVersion } from "../ground/package-root.ts";
import type { EnvironmentCard } from "../protocol/protocol.ts";

export const ENVIRONMENT_CARD: EnvironmentCard = {
  name: "tracefix_rl",
  description:
    "TraceFix-RL: an agent learns to debug as an engineer does. It reads a small Python program, runs its tests, " +
    "patches one place, verifies and submits; verdicts come from a sealed interpreter and cannot be forged.",
  version: packageVersion(),
  author: null,
  readme_content: packageReadme(),
  documentation_url: null,
};
