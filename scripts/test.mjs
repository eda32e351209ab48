/** `npm test`: sets up what is missing, then runs every test that needs Node alone. Further words go to vitest. */
import { setUp } from "./lib/setup.mjs";
import { runVitest } from "./lib/vitest.mjs";

await setUp();
process.exitCode = await runVitest(process.argv.slice(2), { name: "test-results" });
