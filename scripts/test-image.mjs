/**
 * `npm run test:image`: builds the Dockerfile and runs the image, without Docker and without a registry, on a Debian machine
 * as root. Usage: node scripts/test-image.mjs
 */
import { ensureBase } from "./image-lane/base.mjs";
import { checkContents } from "./image-lane/check-contents.mjs";
import { checkServer } from "./image-lane/check-server.mjs";
import { buildImage, clearImages } from "./image-lane/image.mjs";
import { ensureOpenEnv } from "./image-lane/openenv.mjs";
import { prepareStorage } from "./image-lane/storage.mjs";
import { ensureTools, whyNot } from "./image-lane/tools.mjs";
import { fail, slowStep } from "./lib/progress.mjs";
import { setUp } from "./lib/setup.mjs";

/** Said at the end, so that nobody takes the lane for more than it is. */
const NOT_SHOWN = [
  "Docker's own build and start: buildah and bubblewrap stand in for them",
  "the official node:24-slim: Debian from this machine's sources with Node 24 from npm stands in for it",
  "limits of memory, processors and processes",
  "that Docker runs the health check at its intervals: its command is run by hand",
];

const reason = await whyNot();
if (reason !== null) fail(`Cannot build the image on this machine: ${reason}`);
await setUp();

let passed = 0;
let failed = 0;
/** Counts one check; `found` is shown when it does not hold. */
function check(title, holds, found = "") {
  console.log(`${title}: ${holds ? "ok" : "failed"}`);
  if (!holds && found !== "") console.log(found.replace(/^/gm, "    "));
  if (holds) passed += 1;
  else failed += 1;
}

let image = null;
try {
  prepareStorage();
  await slowStep("Installing tools", ensureTools);
  await clearImages();
  const base = await slowStep("Making the base image", ensureBase);
  image = await slowStep("Building the image", () => buildImage(base));
  check("The Dockerfile builds", true);
  await checkContents(image, check);
  const openenv = await slowStep("Installing OpenEnv's validator", ensureOpenEnv);
  // Its manifest allows a container nothing but this user; a Space runs the other.
  for (const user of [65532, 1000]) await checkServer(image, { user, openenv, check });
} catch (error) {
  check("The lane runs to its end", false, error.message);
} finally {
  await image?.dispose();
  await clearImages();
}
console.log(`Not shown here:\n${NOT_SHOWN.map((what) => `  - ${what}`).join("\n")}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
