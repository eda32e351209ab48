/** The verb `tracefix eval`: its flags, and what they say of themselves. */
import type { Command, Option } from "commander";
import { AGENT_NAMES } from "../../agents/names.ts";

const EXAMPLES = `
Environment variables: API_BASE_URL, MODEL_NAME, HF_TOKEN (or API_KEY), ENV_BASE_URL, TRACEFIX_TOKEN, MAX_STEPS,
SUCCESS_SCORE_THRESHOLD.

Examples:
  HF_TOKEN=… tracefix eval --medium --thought
  HF_TOKEN=… MODEL_NAME=Qwen/Qwen3-32B tracefix eval --split test --repeat 8 --temperature 0.7 --concurrency 8
  tracefix eval --agent oracle --easy --medium --hard
  tracefix eval --agent search random --split train --repeat 4 --out runs/both
  tracefix eval --agent search --task-set generated --sample 500 --concurrency 4
  tracefix eval --resume runs/llm-2026-01-31T12-00-00

Exit code 0: the run was completed; 1: it could not be completed; 2: it could not be begun; 130 and 143: it was stopped.
Every flag and file: docs/inference.md`;

export function addEvalCommand(program: Command, programs: Option): void {
  program
    .command("eval")
    .description(
      "Play episodes with an agent and keep them. Without a task flag: the three tasks of the baseline table.",
    )
    .option("--easy", "tasks of this difficulty; several of the three add up")
    .option("--medium", "")
    .option("--hard", "")
    .option("--task <names...>", "these tasks")
    .option("--split <name>", "tasks of this split: train, validation or test")
    .option(
      "--task-set <name>",
      "tasks of this set: classic, generated, impossible, imported or all; without another task flag all of it",
    )
    .option("--sample <number>", "only so many of the tasks, drawn")
    .option("--sample-seed <number>", "draws others (default 0)")
    .option("--seed <number>", "the first seed (default 0); each further round of the tasks takes the next")
    .option("--episodes <number>", "how many episodes, the tasks in turn (default: each task once)")
    .option("--repeat <number>", "how often each episode is played (default 1)")
    .option("--concurrency <number>", "how many episodes at once (default 1)")
    .option("--agent <names...>", `who plays: ${AGENT_NAMES.join(", ")} (default llm); several play a run each`)
    .option("--thought", "ask for a <thought> block, send it along and keep it")
    .option("--tools", "ask for native tool calls instead of JSON")
    .option("--stream", "let the endpoint stream its answers")
    .option("--temperature <number>", "from 0 (default) to 2")
    .option("--max-tokens <number>", "tokens of one answer (default 2048)")
    .option("--context-tokens <number>", "tokens of one request, about (default 24000)")
    .option("--request-timeout <seconds>", "for one request (default 120)")
    .option("--retries <number>", "how often a request that failed is made again (default 4)")
    .option("--price-in <number>", "price of a million prompt tokens")
    .option("--price-out <number>", "price of a million completion tokens")
    .option(
      "--out <folder>",
      "folder of the run (default: a new one in runs/); of several agents, the folder of their runs",
    )
    .option("--resume <folder>", "go on with this run, by its own settings")
    .option("--json", "print results.json at the end instead of the lines; a list of them for several agents")
    .addOption(programs)
    .addHelpText("after", EXAMPLES)
    .action(async (given: Readonly<Record<string, unknown>>) => {
      // Loaded only here: a server need not wait for it to start.
      const { runEvaluation: evaluate } = await import("./evaluate.ts");
      process.exitCode = await evaluate(given, process);
    });
}
