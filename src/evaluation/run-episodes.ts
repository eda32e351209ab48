/** Plays a plan's episodes, so many at once, and tells a watcher of each what happens. */
import { setMaxListeners } from "node:events";
import type { EpisodeRecord } from "../protocol/protocol.ts";
import type { StepLine } from "./lines.ts";
import type { PlannedEpisode } from "./plan.ts";
import { type PlayOptions, playEpisode } from "./play-episode.ts";

export interface RunWatcher {
  started(planned: PlannedEpisode): void;
  stepped(planned: PlannedEpisode, step: StepLine): void;
  /** Called for each that was started; waited for. Null: it was broken off, and is nobody's attempt. */
  ended(planned: PlannedEpisode, record: EpisodeRecord | null): Promise<void>;
}

export type RunEpisodesOptions = Omit<PlayOptions, "onStep"> & {
  readonly concurrency: number;
  readonly watcher: RunWatcher;
};

/**
 * Each episode gets a connection of its own, so that what happens to one does not touch the others.
 * @throws ClientError when no session can be had any more; the signal's reason when it was aborted; what the watcher throws
 */
export async function runEpisodes(plan: readonly PlannedEpisode[], options: RunEpisodesOptions): Promise<void> {
  const { concurrency, signal } = options;
  const failed = new AbortController();
  // Every episode listens to it; that many are no leak.
  setMaxListeners(0, failed.signal);
  const onAbort = () => failed.abort(signal.reason);
  signal.throwIfAborted();
  signal.addEventListener("abort", onAbort);
  const waiting = plan.values();
  // One that fails for good stops the others, which say goodbye before the fault is told.
  const work = async () => {
    for (const planned of waiting) {
      if (failed.signal.aborted) return;
      await playOne(planned, { ...options, signal: failed.signal }).catch((error: unknown) => failed.abort(error));
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(concurrency, plan.length) }, work));
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
  failed.signal.throwIfAborted();
}

async function playOne(planned: PlannedEpisode, options: RunEpisodesOptions): Promise<void> {
  const { watcher } = options;
  watcher.started(planned);
  let record: EpisodeRecord | null = null;
  try {
    record = await playEpisode(planned, { ...options, onStep: (step) => watcher.stepped(planned, step) });
  } finally {
    await watcher.ended(planned, record);
  }
}
