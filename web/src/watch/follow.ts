/** Follows one episode as it is played, over server-sent events; the browser comes back by itself and goes on. */
import { LIVE_EVENTS, type WatchedEpisode } from "../../../src/protocol/page.ts";
import { serverUrl } from "../api.ts";
import type { Trace } from "../logic/trace.ts";

export interface Following {
  readonly link: "connecting" | "open" | "lost" | "gone" | "over";
  readonly episode: WatchedEpisode | null;
  readonly trace: Trace | null;
}

/** @returns what ends it */
export function follow(id: string, show: (following: Following) => void): () => void {
  const source = new EventSource(serverUrl(`api/episodes/${encodeURIComponent(id)}/live`));
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
  const on = (name: keyof typeof LIVE_EVENTS, take: (data: unknown) => void): void => {
    source.addEventListener(name, ({ data }) => take(JSON.parse(String(data))));
  };
  source.onopen = () => change({ link: "open" });
  source.onerror = () => {
    if (state.link !== "over") change({ link: source.readyState === EventSource.CLOSED ? "gone" : "lost" });
  };
  on("begin", (data) => {
    const { episode, observation } = LIVE_EVENTS.begin.parse(data);
    change({ episode, trace: { initial: observation, steps: [] } });
  });
  on("step", (data) => {
    const { index, ...step } = LIVE_EVENTS.step.parse(data);
    const { trace, episode } = state;
    if (trace === null || index < trace.steps.length) return;
    const { metadata, step_count } = step.observation;
    const total = "return" in metadata ? metadata.return : 0;
    const row = episode && { ...episode, step_count, return: total };
    change({ trace: { ...trace, steps: [...trace.steps, step] }, episode: row });
  });
  on("end", (data) => {
    source.close();
    change({ link: "over", episode: LIVE_EVENTS.end.parse(data).episode });
  });
  return () => {
    source.close();
    if (frame !== null) cancelAnimationFrame(frame);
  };
}
