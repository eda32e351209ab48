/** One line for each slow step, on standard error, with how long it took. */

export async function slowStep(title, work) {
  const began = performance.now();
  process.stderr.write(`${title} …\n`);
  const result = await work();
  process.stderr.write(`${title}: done in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  return result;
}

/** Ends the process with a message for people instead of a stack trace. */
export function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
