/** The words of a command of the checkout: its flags, its help, and what is said of a word that it does not know. */
import { parseArgs } from "node:util";

/**
 * Prints the help and ends the process with 0 where it is asked for; ends it with 2 at a flag that there is not.
 *
 * @param options as `parseArgs` takes them, without `help`
 * @param help the whole text
 * @param command as one writes it, such as `npm run test:slow --`
 * @returns the values
 */
export function readCommandWords({ options, help, command }) {
  try {
    const { values } = parseArgs({ options: { ...options, help: { type: "boolean", default: false } } });
    if (!values.help) return values;
  } catch (error) {
    refuseWords(error.message, command);
  }
  console.log(help);
  process.exit(0);
}

/** Ends the process with 2, saying why, and where the help is. */
export function refuseWords(why, command) {
  process.stderr.write(`${why}\n${command} --help says what there is\n`);
  process.exit(2);
}
