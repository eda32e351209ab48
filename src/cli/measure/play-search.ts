/** Plays the search agent on a task, in this process. */
import { createSearchAgent } from "../../agents/search/search-agent.ts";
import { TraceFixRLGym } from "../../environment/gym.ts";
import type { CodeObservation } from "../../protocol/protocol.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { TaskSource } from "../../tasks/supply/task-source.ts";

export interface PlayedSearch {
  readonly solved: boolean;
  readonly steps: number;
}

export interface PlaySearchOptions {
  readonly tasks: TaskSource;
  readonly sandbox: Sandbox;
  readonly signal?: AbortSignal | undefined;
}

/** The agent draws nothing, so that one episode tells; only what is hidden hangs on the episode's seed. */
const SEED = 0;

/** @throws Error where the episode cannot be played to its end */
export async function playSearch(
  taskName: string,
  { tasks, sandbox, signal }: PlaySearchOptions,
): Promise<PlayedSearch> {
  const gym = new TraceFixRLGym({ tasks, sandboxFor: () => sandbox });
  const until = signal ?? new AbortController().signal;
  const options = { signal: until };
  try {
    let { observation, done } = await gym.reset({ task_name: taskName, seed: SEED, episode_id: "measured" }, options);
    const player = createSearchAgent().begin({ taskName, seed: SEED, repetition: 0, observation });
    for (let steps = 1; ; steps += 1) {
      const turn = await player.act(observation, until);
      if (turn.kind === "stop") return { solved: false, steps: steps - 1 };
      ({ observation, done } = await gym.step(turn.action, options));
      if (done) return { solved: isSolved(observation), steps };
    }
  } finally {
    gym.close();
  }
}

function isSolved({ metadata }: CodeObservation): boolean {
  return "ending" in metadata && metadata.ending?.solved === true;
}
