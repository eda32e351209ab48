/** Any `tracefix` command from a checkout: sets up what is missing, then runs it. */
import { setUp } from "./lib/setup.mjs";

await setUp();
await import("../dist/cli/main.js");
