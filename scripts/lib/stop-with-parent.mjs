/**
 * Stops this process, as SIGTERM does, when npm is gone. npm passes a signal on to the shell it runs scripts in, and many
 * shells end without passing it further: the server would go on alone and keep its port.
 */

const LOOK_MS = 250;

export function stopWithParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    process.kill(process.pid, "SIGTERM");
  }, LOOK_MS);
  looking.unref();
}
