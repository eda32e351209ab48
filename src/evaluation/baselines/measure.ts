/** Plays the agents that need no model over a server's tasks, with fixed seeds. */
import { type AgentSetup, createAgent } from "../../agents/registry.ts";
import { namedAddress } from "../../client/address.ts";
import { TraceFixClient } from "../../client/tracefix-client.ts";
import { USUAL_GRADING } from "../../protocol/protocol.ts";
import { type PlannedTask, planEpisodes } from "../plan.ts";
import { digestOf, type EpisodeDigest } from "../run/digest.ts";
import { runEpisodes } from "../run-episodes.ts";
import { isAttempt } from "../statistics/attempt.ts";
import type { KeptEpisodes } from "./kept-episodes.ts";

/** From the best that can be done to doing nothing. */
export const BASELINE_AGENTS = ["oracle", "search", "random", "submit"] as const;
export type BaselineAgent = (typeof BASELINE_AGENTS)[number];

/** Every task is played with each of the seeds 1 to this. */
export const BASELINE_SEEDS = 3;
const CONCURRENCY = 8;
/** Tests that loop take their time on a busy machine, and waiting for it is no fault. */
const CALL_LIMIT_MS = 600_000;

export interface MeasureOptions {
  /** The address of a running server. */
  readonly url: string;
  readonly tasks: readonly PlannedTask[];
  readonly setup: AgentSetup;
  /** Every task is played with each of the seeds 1 to this; BASELINE_SEEDS if left out. */
  readonly seeds?: number;
  /** What was measured before, and where more is kept. */
  readonly kept?: KeptEpisodes;
  readonly signal: AbortSignal;
  /** Called after each episode. */
  readonly onEpisode?: (done: number, total: number) => void;
}

export type Baselines = Readonly<Record<BaselineAgent, readonly EpisodeDigest[]>>;

/**
 * The episodes of each agent, in the order of the plan, whatever the order in which they ended.
 * @throws ClientError when the server cannot be reached; the signal's reason when it is aborted
 */
export async function measureBaselines(options: MeasureOptions): Promise<Baselines> {
  const total = BASELINE_AGENTS.length * (options.seeds ?? BASELINE_SEEDS) * options.tasks.length;
  let done = 0;
  const play = (name: BaselineAgent) => playAgent(name, options, () => options.onEpisode?.(++done, total));
  return {
    oracle: await play("oracle"),
    search: await play("search"),
    random: await play("random"),
    submit: await play("submit"),
  };
}

async function playAgent(
  name: BaselineAgent,
  { url, tasks, setup, signal, seeds = BASELINE_SEEDS, kept }: MeasureOptions,
  onEpisode: () => void,
): Promise<readonly EpisodeDigest[]> {
  const plan = planEpisodes({ tasks, seed: 1, episodes: seeds * tasks.length, repeat: 1, maxSteps: null });
  const before = plan.flatMap(({ key }) => kept?.find(name, key) ?? []);
  const played = new Map(before.map((episode) => [episode.key, episode]));
  for (const _ of before) onEpisode();
  const left = plan.filter(({ key }) => !played.has(key));
  await runEpisodes(left, {
    grading: USUAL_GRADING,
    agent: createAgent(name, setup),
    connect: (limit) => TraceFixClient.connect(namedAddress(url, name), { signal: limit, timeoutMs: CALL_LIMIT_MS }),
    signal,
    now: () => 0,
    concurrency: CONCURRENCY,
    watcher: {
      started: () => undefined,
      stepped: () => undefined,
      ended: async ({ key }, record) => {
        if (record) {
          const episode = digestOf({ record, line: 0, size: 0 });
          played.set(key, episode);
          // What ended with an error was nobody's attempt, and is played again.
          if (isAttempt(episode)) await kept?.add(episode);
        }
        onEpisode();
      },
    },
  });
  return plan.map(({ key }) => {
    const episode = played.get(key);
    if (episode !== undefined && episode.ending !== "error") return episode;
    throw new Error(`Cannot measure ${name} on ${key}: ${episode?.error ?? "the episode was broken off"}`);
  });
}
