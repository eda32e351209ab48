/**
 * Before vitest runs: workers, commands and servers of the tests run from `dist/`. One that is older than the sources
 * would be tested in their place, and pass for them.
 */
import { isCompiled } from "./compile.mjs";
import { hasImage } from "./image.mjs";
import { isPageBuilt } from "./page.mjs";

const PARTS = [
  ["dist/ is older than src/", isCompiled],
  ["dist/web is older than web/", isPageBuilt],
  ["the sandbox image is older than dist/", hasImage],
];

/** Vitest's global set-up; it looks again at each rerun of `--watch`. */
export function setup(vitest) {
  requireFreshBuild();
  vitest.onTestsRerun(requireFreshBuild);
}

/** @throws Error at what is older than its sources, by contents: times say nothing after a checkout */
function requireFreshBuild() {
  const stale = PARTS.find(([, isFresh]) => !isFresh());
  if (stale === undefined) return;
  throw new Error(
    `Cannot test these sources: ${stale[0]}, and tests run from there. Run \`npm run build\` first, or \`npm test -- …\` in place of \`npx vitest …\`.`,
  );
}
