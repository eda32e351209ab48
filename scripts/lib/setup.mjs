/** Brings a checkout from nothing, or from any half-done state, to ready; does only what is missing. */
import { ensureCompiled, isCompiled } from "./compile.mjs";
import { ensureImage, hasImage, warnOfOtherImage } from "./image.mjs";
import { ensureInstalled, isInstalled } from "./install.mjs";
import { withLock } from "./lock.mjs";
import { ensurePage, isPageBuilt } from "./page.mjs";
import { fail } from "./progress.mjs";

const OLDEST_NODE = [20, 20];

export async function setUp(options = {}) {
  checkNode();
  try {
    // Where nothing is missing, nothing is written: a checkout may be read-only, or somebody else's.
    const isReady = !options.acceptHash && isInstalled() && isCompiled() && isPageBuilt() && hasImage();
    if (!isReady) {
      await withLock(async () => {
        await ensureInstalled();
        await ensureCompiled();
        await ensurePage();
        await ensureImage(options);
      });
    }
    if (!options.acceptHash) warnOfOtherImage();
  } catch (error) {
    fail(
      `Set-up failed: ${error.message}\nNothing half-done is kept; run the same command again once the cause is mended.`,
    );
  }
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  fail(`Cannot run on Node ${process.versions.node}: install Node ${OLDEST_NODE.join(".")} or newer`);
}
