/** Follows one episode as it is played, over server-sent events, and goes on after a break. */
import { LIVE_EVENTS, type WatchedEpisode } from "../../../src/protocol/page.ts";
import type { Trace } from "../logic/trace.ts";
import { listenTo } from "./events.ts";

export interface Following {
  readonly link: "connecting" | "open" | "lost" | "gone" | "over";
  readonly episode: WatchedEpisode | null;
  readonly trace: Trace | null;
}

/** @returns what ends it */
export function followEpisode(id: string, show: (following: Following) => void): () => void {
  let state: Following = { link: "connecting", episode: null, trace: null };
  let frame: number | null = null;
  // However many steps come, the page is drawn once a frame.
  const change = (next: Partial<Following>): void => {
    state = { ...state, ...next };
    frame ??= requestAnimationFrame(() => {
      frame = null;
      show(state);
    });
  };
  const begin = (data: unknown): void => {
    const { episode, observation } = LIVE_EVENTS.begin.parse(data);
    change({ episode, trace: { initial: observation, steps: [] } });
  };
  const step = (data: unknown): void => {
    const { index, ...taken } = LIVE_EVENTS.step.parse(data);
    const { trace, episode } = state;
    if (trace === null || index < trace.steps.length) return;
    const { metadata, step_count } = taken.observation;
    const total = "return" in metadata ? metadata.return : 0;
    const row = episode && { ...episode, step_count, return: total };
    change({ trace: { ...trace, steps: [...trace.steps, taken] }, episode: row });
  };
  const end = (data: unknown): void => {
    stop();
    change({ link: "over", episode: LIVE_EVENTS.end.parse(data).episode });
  };
  const stop = listenTo(`api/episodes/${encodeURIComponent(id)}/live`, {
    on: { begin, step, end } satisfies Record<keyof typeof LIVE_EVENTS, unknown>,
    onOpen: () => change({ link: "open" }),
    onLost: () => change({ link: "lost" }),
    onRefused: () => change({ link: "gone" }),
  });
  return () => {
    stop();
    if (frame !== null) cancelAnimationFrame(frame);
  };
}
