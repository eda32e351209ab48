/** One agent plays one episode, and what came of it is written down whole. */
import type { Agent, AgentPlayer } from "../agents/agent.ts";
import { ClientError, type TraceFixClient } from "../client/tracefix-client.ts";
import {
  type CodeObservation,
  EPISODE_RECORD_VERSION,
  type EpisodeEnding,
  type EpisodeRecord,
  type GradingNames,
  nameOfStep,
  type RecordedStep,
  wrapAgain,
} from "../protocol/protocol.ts";
import { outcomeOf, refusalOf, returnOf, UNTOLD } from "./ending.ts";
import type { StepLine } from "./lines.ts";
import { type PlannedEpisode, unbegunObservation } from "./plan.ts";
import { usageSince } from "./usage.ts";

export interface PlayOptions {
  readonly agent: Agent;
  readonly connect: (signal: AbortSignal) => Promise<TraceFixClient>;
  /** How the server grades. */
  readonly grading: GradingNames;
  readonly signal: AbortSignal;
  readonly onStep: (step: StepLine) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Played {
  initial: CodeObservation;
  readonly steps: RecordedStep[];
  player: AgentPlayer | null;
}

interface Stopped {
  readonly ending: EpisodeEnding;
  readonly error: string | null;
}

/**
 * A fault of the agent, its endpoint or the server within the episode is part of the record.
 * @throws ClientError when no session could be had at all; the signal's reason when it was aborted
 */
export async function playEpisode(planned: PlannedEpisode, options: PlayOptions): Promise<EpisodeRecord> {
  const { agent, connect, grading, signal, now } = options;
  const began = now();
  const played: Played = { initial: unbegunObservation(planned), steps: [], player: null };
  await using client = await connect(signal);
  const stopped = await play(planned, { ...options, client, played }).catch((error: unknown): Stopped => {
    signal.throwIfAborted();
    return { ending: "error", error: describe(error) };
  });
  const { task } = planned;
  const { initial, steps, player } = played;
  const outcome = outcomeOf({ initial_observation: initial, steps }, stopped?.ending ?? null);
  return {
    version: EPISODE_RECORD_VERSION,
    key: planned.key,
    agent: agent.name,
    model: agent.model,
    task_name: task.name,
    program: task.program,
    bug_type: task.bugType,
    difficulty: task.difficulty,
    split: task.split,
    ...(task.taskSet && { task_set: task.taskSet }),
    ...(task.operatorClass && { operator_class: task.operatorClass }),
    seed: planned.seed,
    repetition: planned.repetition,
    training_step: null,
    reset: planned.reset,
    ...grading,
    initial_observation: initial,
    steps,
    messages: [...(player?.messages ?? [])],
    usage: player?.usage ?? null,
    return: returnOf(steps),
    ...outcome,
    error: stopped?.error ?? (outcome.ending === "error" ? UNTOLD : null),
    started_at: new Date(began).toISOString(),
    duration_ms: now() - began,
  };
}

type Playing = PlayOptions & { readonly client: TraceFixClient; readonly played: Played };

/** @returns why it was stopped before its end, or null if the environment ended it */
async function play(planned: PlannedEpisode, { agent, client, played, signal, onStep, now }: Playing) {
  const { task, seed, repetition, reset } = planned;
  const { observation } = await client.reset(reset, { signal });
  played.initial = observation;
  const player = agent.begin({ taskName: task.name, seed, repetition, observation });
  played.player = player;
  for (let seen = observation; ; ) {
    const [used, asked] = [player.usage ?? null, now()];
    const turn = await player.act(seen, signal);
    const usage = usageSince(used, player.usage ?? null);
    const spent = usage && { ...usage, duration_ms: now() - asked };
    signal.throwIfAborted();
    if (turn.kind === "stop") return { ending: turn.ending, error: turn.why };
    const { action, wrapping } = turn;
    const result = await client.step(wrapAgain(action, wrapping), { signal });
    const step = { action, ...result, ...(spent && { spent }) };
    played.steps.push(step);
    const error = refusalOf(step);
    const { reward, done } = step;
    onStep({ step: played.steps.length, action: nameOfStep(action), reward, done, error });
    if (done) return null;
    seen = step.observation;
  }
}

function describe(error: unknown): string {
  if (error instanceof ClientError) return `${error.code}: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}
