/** How a command of this folder runs: help, words that make no sense, and work that fails. */
import { setUp } from "../../scripts/lib/setup.mjs";

/** @param work is called with the options once there is a compiled tree to load from @param readOptions throws what is wrong */
export async function runLearnCommand({ help, readOptions, work }) {
  let options;
  try {
    options = readOptions();
  } catch (error) {
    console.error(`Cannot begin: ${error.message}\n\n${help}`);
    process.exit(2);
  }
  if (options.help) {
    console.log(help);
    return;
  }
  try {
    await setUp();
    await work(options);
  } catch (error) {
    console.error(`Cannot train: ${error.message}`);
    process.exitCode = 1;
  }
}
