/** What is said of words that the command does not know: one line, and where help is. */
import type { Command } from "commander";
import { didYouMean } from "../tasks/nearest-name.ts";

/** After any error of a command, the words that print its help. */
export function tellWhereHelpIs(command: Command): void {
  command.showHelpAfterError(`Help: ${fullName(command)} --help`);
  for (const one of command.commands) tellWhereHelpIs(one);
}

/**
 * Ends the process with 1 at a verb that there is not, asked for its help too: the help of all verbs would be no answer.
 * @param words of the command line
 */
export function refuseUnknownVerbs(program: Command, words: readonly string[]): void {
  let command = program;
  for (const word of words[0] === "help" ? words.slice(1) : words) {
    // What stands behind a verb that takes words of its own is its own to judge.
    if (word.startsWith("-") || command.commands.length === 0 || command.registeredArguments.length > 0) return;
    const names = command.commands.map((one) => one.name());
    const next = command.commands.find((one) => one.name() === word);
    if (next === undefined) {
      if (word === "help") return;
      const remedy = didYouMean(word, names) || ` There are ${names.join(", ")}.`;
      return command.error(`error: unknown command '${word}'.${remedy}`, { exitCode: 1 });
    }
    command = next;
  }
}

function fullName(command: Command): string {
  return command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
}
