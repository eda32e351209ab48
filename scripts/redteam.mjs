/** `npm run redteam`: sets up what is missing, then tries the attacks on a server that runs already. */
import { pathToFileURL } from "node:url";
import { fail } from "./lib/progress.mjs";
import { ensureRedteam } from "./lib/redteam.mjs";
import { setUp } from "./lib/setup.mjs";

await setUp();
const command = await ensureRedteam().catch((error) => fail(`Set-up failed: ${error.message}`));
await import(pathToFileURL(command).href);
