#!/usr/bin/env node
/** The `tracefix` command: one verb a file, loaded when it is called for. */
import { Command, Option } from "commander";
import { packageVersion } from "../ground/package-root.ts";
import { addEpisodesCommands } from "./episodes-commands.ts";
import { addEvalCommand } from "./eval/command.ts";
import { refuseUnknownVerbs, tellWhereHelpIs } from "./misspelt-words.ts";
import { addRunCommands } from "./run-commands.ts";
import { addTasksCommands } from "./tasks-commands.ts";

const programsOption = (which: string): Option =>
  new Option("--programs <folder>", which)
    .argParser((folder: string, before: readonly string[]) => [...before, folder])
    .default([], "none");
const BESIDE = "folder of programs beside the package's own; may be repeated";

const program = new Command("tracefix")
  .description("A reinforcement-learning environment in which an agent debugs small programs.")
  .version(packageVersion())
  .enablePositionalOptions();

program
  .command("serve")
  .description("Serve the environment over HTTP and WebSocket until SIGTERM or SIGINT.")
  .option("--host <address>", "address to listen on (HOST, default 0.0.0.0)")
  .option("--port <number>", "port to listen on (PORT, default 7860)")
  .addOption(programsOption(BESIDE))
  .option("--strict", "refuse to start when one of those programs is broken", false)
  .addHelpText(
    "after",
    "\nExamples:\n  tracefix serve\n  PORT=8000 LOG_LEVEL=warn tracefix serve\n\nEvery setting: docs/settings.md",
  )
  .action(async (options: { host?: string; port?: string; programs: readonly string[]; strict: boolean }) => {
    // Started by another process, it ends with it, however that one ends.
    const end = () => process.kill(process.pid, "SIGTERM");
    // It may be gone before this was reached; without a channel there is nothing to lose.
    if (process.channel !== undefined) process.once("disconnect", end);
    else if (process.connected === false) end();
    // Listening to the channel must not keep alive a server that could not be started.
    process.channel?.unref();
    const { prepareLanguages } = await import("./open-sandboxes.ts");
    // Begun first: it goes on by itself while the server is loaded here.
    const preparations = prepareLanguages();
    const [{ startServing: serve }, { announceAddress: announce, tellStarter }] = await Promise.all([
      import("./serve.ts"),
      import("./announce.ts"),
    ]);
    const served = await serve({ ...options, preparations });
    announce(served, process.stderr);
    tellStarter(served);
  });

addEvalCommand(program, programsOption(BESIDE));
addRunCommands(program, programsOption(BESIDE));
addEpisodesCommands(program, programsOption(BESIDE));

addTasksCommands(program, {
  instead: programsOption("folder of programs in place of the package's own; may be repeated"),
  beside: programsOption(BESIDE),
});

tellWhereHelpIs(program);

// Who reads only the beginning, as `head` does, has all that he wants.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  const words = process.argv.slice(2);
  refuseUnknownVerbs(program, words);
  if (words.length === 0) program.outputHelp();
  else await program.parseAsync();
} catch (error) {
  // What cannot be served is the operator's to mend: a message serves better than a stack.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
