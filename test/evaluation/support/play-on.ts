/** Plays one episode on a server, as a run does. */
import type { Agent } from "../../../src/agents/agent.ts";
import { TraceFixClient } from "../../../src/client/tracefix-client.ts";
import { playEpisode } from "../../../src/evaluation/play-episode.ts";
import { type EpisodeRecord, USUAL_GRADING } from "../../../src/protocol/protocol.ts";

export function playOn(url: string, agent: Agent): Promise<EpisodeRecord> {
  const task = { name: "the_bug", program: "the", bugType: "b", difficulty: "easy", split: null } as const;
  const reset = { task_name: "the_bug", seed: 1, episode_id: "one" };
  return playEpisode(
    { key: "the_bug/1/0", task, seed: 1, repetition: 0, reset },
    {
      agent,
      connect: (signal) => TraceFixClient.connect(url, { signal }),
      grading: USUAL_GRADING,
      signal: new AbortController().signal,
      onStep: () => undefined,
      now: () => 0,
    },
  );
}
