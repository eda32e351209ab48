/** Brings a checkout from nothing, or from any half-done state, to ready; does only what is missing. */
import { ensureCompiled } from "./compile.mjs";
import { ensureImage } from "./image.mjs";
import { ensureInstalled } from "./install.mjs";
import { withLock } from "./lock.mjs";
import { fail } from "./progress.mjs";

const OLDEST_NODE = [20, 20];

export async function setUp(options = {}) {
  checkNode();
  try {
    await withLock(async () => {
      await ensureInstalled();
      await ensureCompiled();
      await ensureImage(options);
    });
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
