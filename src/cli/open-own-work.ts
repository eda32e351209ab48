/** Opens a sandbox for long work of one's own on programs of one language: it uses as many threads as it is given, all the time. */
import type { Preparation } from "../languages/language-pack.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { spreadRuns } from "../sandbox/spread-runs.ts";

/**
 * A pool keeps a session that has long runs to one worker, so that others need not wait; here there are no others. So each
 * thread is a pool of its own.
 * @throws SandboxError where it cannot be opened on this machine
 */
export async function openForOwnWork(preparation: Preparation, threads: number): Promise<Sandbox> {
  const opened: Sandbox[] = [];
  try {
    for (let thread = 0; thread < threads; thread += 1) opened.push(await preparation.open({ workers: 1 }));
  } catch (error) {
    await Promise.all(opened.map((sandbox) => sandbox.close()));
    throw error;
  }
  return spreadRuns(opened);
}
