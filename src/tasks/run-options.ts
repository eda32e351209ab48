/** What of larger options concerns the sandbox alone. */
import type { RunOptions } from "../sandbox/sandbox.ts";

export function runOptionsOf({ session, client, signal, sparesWorker }: RunOptions): RunOptions {
  return {
    ...(session !== undefined && { session }),
    ...(client !== undefined && { client }),
    ...(signal && { signal }),
    ...(sparesWorker !== undefined && { sparesWorker }),
  };
}
