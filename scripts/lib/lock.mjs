/**
 * Lets one set-up at a time work on this checkout. The owner touches the lock every second, so that one which was killed
 * is known by its silence: process ids would lie, because containers use the same few again and again.
 */
import { mkdirSync, rmSync, statSync, utimesSync, watch } from "node:fs";
import { join } from "node:path";
import { CACHE } from "./paths.mjs";

const LOCK = join(CACHE, "setup.lock");
/** Held for the moment in which a silent lock is removed, so that two that wait do not remove each other's. */
const TAKEOVER = join(CACHE, "setup.takeover");
const TOUCH_MS = 1000;
const SILENT_MS = 5 * TOUCH_MS;

export async function withLock(work) {
  mkdirSync(CACHE, { recursive: true });
  for (let told = false; !create(LOCK); told = true) {
    removeSilent();
    if (!told) process.stderr.write("Waiting for another set-up of this checkout to finish …\n");
    await changeOrTimeout();
  }
  const touching = setInterval(touch, TOUCH_MS);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function create(folder) {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function touch() {
  const now = new Date();
  utimesSync(LOCK, now, now);
}

function removeSilent() {
  if (!isSilent(LOCK)) return;
  if (create(TAKEOVER)) {
    if (isSilent(LOCK)) rmSync(LOCK, { recursive: true, force: true });
    rmSync(TAKEOVER, { recursive: true, force: true });
  } else if (isSilent(TAKEOVER)) rmSync(TAKEOVER, { recursive: true, force: true });
}

function isSilent(folder) {
  const { mtimeMs } = statSync(folder, { throwIfNoEntry: false }) ?? {};
  return mtimeMs !== undefined && Date.now() - mtimeMs > SILENT_MS;
}

function changeOrTimeout() {
  return new Promise((resolve) => {
    const watcher = watch(CACHE, done);
    const timer = setTimeout(done, TOUCH_MS);
    function done() {
      clearTimeout(timer);
      watcher.close();
      resolve();
    }
  });
}
