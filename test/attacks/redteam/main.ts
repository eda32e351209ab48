/** `npm run redteam`: every attack that needs nothing but an address, against a server that runs already. */
import { parseArgs } from "node:util";
import type { CheckGroup, Target } from "./check.ts";
import { CROWDS } from "./doors/crowds.ts";
import { FORMS } from "./doors/forms.ts";
import { LABELS } from "./doors/labels.ts";
import { SIZES } from "./doors/sizes.ts";
import { STRANGERS_PAGES } from "./doors/strangers-pages.ts";
import { TOOLS } from "./doors/tools.ts";
import { guestGroups, wrongPrograms } from "./guest-checks.ts";
import { HELP, LEFT_OUT } from "./help.ts";
import { Reporter } from "./reporter.ts";
import { runGroups } from "./run-groups.ts";
import { DEFAULT_ADDRESS, readTarget } from "./target.ts";

const [GOT_THROUGH, COULD_NOT] = [1, 2];

interface Choice {
  readonly target: Target;
  readonly groups: readonly CheckGroup[];
  readonly atOnce: number;
  readonly checkMs: number;
  readonly totalMs: number;
}

class BadUsage extends Error {}

/** @returns null when only help was asked for */
function readWords(words: readonly string[]): Choice | null {
  const { values, positionals } = parse(words);
  if (values.help) return null;
  if (positionals.length > 1) throw new BadUsage(`Cannot try ${positionals.length} servers at once: give one address`);
  const address = positionals[0] ?? DEFAULT_ADDRESS;
  const target = readTarget(address);
  if (target === null) throw new BadUsage(`Cannot try ${address}: write an address such as ${DEFAULT_ADDRESS}`);
  const count = (name: "every" | "seeds" | "at-once" | "seconds" | "minutes", most: number) => {
    const number = Number(values[name]);
    if (Number.isInteger(number) && number >= 1 && number <= most) return number;
    throw new BadUsage(`Cannot read --${name} ${values[name]}: give a whole number from 1 to ${most}`);
  };
  const doors = [STRANGERS_PAGES, FORMS, TOOLS, LABELS, SIZES, CROWDS];
  const all = [...guestGroups(), wrongPrograms(count("seeds", 100)), ...doors];
  const groups = chosen(all, values.only, count("every", 1000));
  if (groups.length === 0) throw new BadUsage(`Cannot try "${values.only}": no attack or category has it in its name`);
  return {
    target,
    groups,
    atOnce: count("at-once", 16),
    checkMs: count("seconds", 3600) * 1000,
    totalMs: count("minutes", 1440) * 60_000,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        only: { type: "string", default: "" },
        every: { type: "string", default: "1" },
        seeds: { type: "string", default: "3" },
        "at-once": { type: "string", default: "2" },
        seconds: { type: "string", default: "120" },
        minutes: { type: "string", default: "60" },
        help: { type: "boolean", default: false, short: "h" },
      },
    });
  } catch (error) {
    throw new BadUsage(error instanceof Error ? error.message : String(error));
  }
}

function chosen(groups: readonly CheckGroup[], only: string, every: number): readonly CheckGroup[] {
  const named = (text: string) => text.toLowerCase().includes(only.toLowerCase());
  return groups
    .map(({ title, checks }) => ({
      title,
      checks: checks.filter(({ name }) => named(title) || named(name)).filter((_, at) => at % every === 0),
    }))
    .filter(({ checks }) => checks.length > 0);
}

async function isThere({ http }: Target): Promise<boolean> {
  try {
    const answer = await fetch(`${http}/health`, { redirect: "manual", signal: AbortSignal.timeout(10_000) });
    return answer.status === 200 && /"status"/.test(await answer.text());
  } catch {
    return false;
  }
}

async function redteam(words: readonly string[]): Promise<number> {
  const choice = readWords(words);
  if (choice === null) {
    console.log(HELP);
    return 0;
  }
  const { target, groups, atOnce, checkMs, totalMs } = choice;
  if (!(await isThere(target))) {
    console.error(`Cannot reach a server at ${target.http}: start one with \`npm start\`, or give its address`);
    return COULD_NOT;
  }
  const reporter = new Reporter(groups);
  console.log(`Trying ${reporter.total} attacks on ${target.http}`);
  const results = await runGroups(target, groups, {
    atOnce,
    checkMs,
    until: AbortSignal.timeout(totalMs),
    onCheck: (tried) => reporter.check(tried),
    onGroup: (result) => reporter.group(result),
  });
  console.log(LEFT_OUT);
  reporter.end(results);
  if (results.some(({ harmful }) => harmful.length > 0)) return GOT_THROUGH;
  return results.some(({ untried }) => untried > 0) ? COULD_NOT : 0;
}

try {
  process.exitCode = await redteam(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof BadUsage ? `${error.message}. \`-- --help\` shows examples.` : error);
  process.exitCode = COULD_NOT;
}
// A check that was given up may still hold a socket.
process.exit();
