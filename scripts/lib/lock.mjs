/** Lets one set-up at a time work on this checkout; a lock whose owner is dead is taken over. */
import { mkdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CACHE } from "./paths.mjs";

const LOCK = join(CACHE, "setup.lock");
const OWNER = join(LOCK, "pid");
/** How often a waiting set-up looks whether the owner died without cleaning up. */
const LOOK_MS = 500;

export async function withLock(work) {
  mkdirSync(CACHE, { recursive: true });
  let told = false;
  while (!tryLock()) {
    if (ownerIsDead()) {
      rmSync(LOCK, { recursive: true, force: true });
      continue;
    }
    if (!told) process.stderr.write("Waiting for another set-up of this checkout to finish …\n");
    told = true;
    await changeOrTimeout();
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function tryLock() {
  try {
    mkdirSync(LOCK);
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
  writeFileSync(OWNER, String(process.pid));
  return true;
}

function ownerIsDead() {
  try {
    process.kill(Number(readFileSync(OWNER, "utf8")), 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

function changeOrTimeout() {
  return new Promise((resolve) => {
    const watcher = watch(CACHE, done);
    const timer = setTimeout(done, LOOK_MS);
    function done() {
      clearTimeout(timer);
      watcher.close();
      resolve();
    }
  });
}
