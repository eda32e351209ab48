/** Says for the owner of a lock that it lives, however busy it is. A lock that has gone is somebody else's: then it stops. */
import { utimesSync } from "node:fs";
import { workerData } from "node:worker_threads";

const { LOCK, TOUCH_MS } = workerData;
setInterval(() => {
  const now = new Date();
  utimesSync(LOCK, now, now);
}, TOUCH_MS);
