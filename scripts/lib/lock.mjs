/**
 * Lets one set-up at a time work on this checkout. The owner touches the lock every second, so that one which was killed
 * is known by its silence: process ids would lie, because containers use the same few again and again. A thread of its own
 * does so, since the work may keep the first one for longer than silence is waited for.
 */
import { mkdirSync, rmSync, statSync, watch } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
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
  const touching = new Worker(new URL("touch-lock.mjs", import.meta.url), { workerData: { LOCK, TOUCH_MS } });
  touching.unref();
  try {
    return await work();
  } finally {
    await touching.terminate();
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
