/** Loaded into a server before all else (`--import`): ends its sandbox's workers whenever it gets SIGUSR2. */
import { syncBuiltinESMExports } from "node:module";
import threads from "node:worker_threads";

if (threads.isMainThread) {
  const workers = new Set();
  threads.Worker = class extends threads.Worker {
    constructor(...words) {
      super(...words);
      workers.add(this);
      this.once("exit", () => workers.delete(this));
    }
  };
  syncBuiltinESMExports();
  process.on("SIGUSR2", () => {
    for (const worker of workers) worker.terminate();
  });
}
