/** How a verb ends: by its own exit code, or by what it could not begin with. */

/** What a command could not begin with, as opposed to one that ran and says no. */
const NOT_DONE = 2;

/** @param work gives the exit code; what it rejects with is told in a line, and is 2 */
export async function finishVerb(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = NOT_DONE;
  }
}
