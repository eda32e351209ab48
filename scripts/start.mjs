/** `npm start`: sets up what is missing, then serves. Further words go to `tracefix serve`. */
import { setUp } from "./lib/setup.mjs";
import { stopWithParent } from "./lib/stop-with-parent.mjs";

stopWithParent();
await setUp();
process.argv.splice(2, 0, "serve");
await import("../dist/cli/main.js");
