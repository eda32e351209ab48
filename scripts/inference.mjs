/** `npm run inference`: sets up what is missing, then evaluates. Further words go to `tracefix eval`. */
import { setUp } from "./lib/setup.mjs";
import { stopWithParent } from "./lib/stop-with-parent.mjs";

stopWithParent();
await setUp();
process.argv.splice(2, 0, "eval");
await import("../dist/cli/main.js");
