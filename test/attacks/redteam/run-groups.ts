/** Tries group after group on a server, a few checks at a time, and tells what came of each. */
import { Player } from "../../support/player.ts";
import { type Check, type CheckGroup, type Finding, harm, type Target } from "./check.ts";

export interface RunOptions {
  /** How many checks run side by side. */
  readonly atOnce: number;
  /** After so long a check that has not ended counts as harm: somebody is held up. */
  readonly checkMs: number;
  /** Ends the run: what is not begun by then is not tried. */
  readonly until: AbortSignal;
  /** Told after each check. */
  onCheck(tried: { readonly check: Check; readonly finding: Finding }): void;
  onGroup(result: GroupResult): void;
}

export interface GroupResult {
  readonly title: string;
  readonly harmless: number;
  readonly harmful: readonly { readonly name: string; readonly what: string }[];
  readonly leftOut: readonly { readonly name: string; readonly why: string }[];
  readonly untried: number;
}

export async function runGroups(
  target: Target,
  groups: readonly CheckGroup[],
  options: RunOptions,
): Promise<readonly GroupResult[]> {
  const quiet = await withinTime(lookOn(target), options.checkMs);
  const results: GroupResult[] = [];
  for (const group of groups) {
    const onlooker: Check = {
      name: `after all of "${group.title}", somebody else's session sees what it saw before`,
      try: async () => ((await lookOn(target)) === quiet ? { kind: "harmless" } : harm("it sees something else")),
    };
    const findings = [
      ...(await runChecks(target, group.checks, options)),
      ...(await runChecks(target, group.checks.length > 0 ? [onlooker] : [], options)),
    ];
    const result = summed(group.title, findings);
    options.onGroup(result);
    results.push(result);
  }
  return results;
}

type Tried = { readonly name: string; readonly finding: Finding | null };

async function runChecks(target: Target, checks: readonly Check[], options: RunOptions): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  const waiting = [...checks];
  const lane = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const finding = options.until.aborted ? null : await tryOne(target, check, options.checkMs);
      tried.push({ name: check.name, finding });
      if (finding !== null) options.onCheck({ check, finding });
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, lane));
  return tried;
}

/** A check that breaks or never ends has not shown that the server holds, and a server that ails afterwards does not. */
async function tryOne(target: Target, check: Check, checkMs: number): Promise<Finding> {
  try {
    const finding = await withinTime(check.try(target), checkMs);
    const { status } = await fetch(`${target.http}/health`, { signal: AbortSignal.timeout(checkMs) });
    return status === 200 ? finding : harm(`the server answers /health with ${status}`);
  } catch (error) {
    return harm(error instanceof Error ? error.message : String(error));
  }
}

async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`it had not ended after ${Math.round(milliseconds / 1000)} s`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A session that has nothing to do with any attack and really runs tests; all that it received. */
async function lookOn({ ws }: Target): Promise<string> {
  await using player = await Player.connect(ws);
  await player.reset({ task_name: "lru_cache_no_promotion", seed: 3, episode_id: "onlooker" });
  await player.step({ action_type: "RUN_TESTS" });
  return player.received.join("\n");
}

function summed(title: string, tried: readonly Tried[]): GroupResult {
  return {
    title,
    harmless: tried.filter(({ finding }) => finding?.kind === "harmless").length,
    harmful: tried.flatMap(({ name, finding }) => (finding?.kind === "harm" ? [{ name, what: finding.what }] : [])),
    leftOut: tried.flatMap(({ name, finding }) => (finding?.kind === "left out" ? [{ name, why: finding.why }] : [])),
    untried: tried.filter(({ finding }) => finding === null).length,
  };
}
