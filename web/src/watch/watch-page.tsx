/** Watch: what is being played now, and one episode as it happens. */

import { useEffect, useState } from "preact/hooks";
import { type WatchedEpisode, watchedListSchema } from "../../../src/protocol/page.ts";
import { EpisodeHeading } from "../episode/episode-head.tsx";
import { EpisodeNav } from "../episode/episode-nav.tsx";
import { EpisodeView } from "../episode/episode-view.tsx";
import { type EpisodeRow, fromWatched } from "../logic/episode-rows.ts";
import { formatCounted, nameInWords } from "../logic/format.ts";
import { idleMinutes, updateLive } from "../logic/live-rows.ts";
import { routeLink } from "../logic/route.ts";
import { useArrival } from "../parts/arrival.ts";
import { EpisodeList, useSorted } from "../parts/episode-list.tsx";
import { Key } from "../parts/key.tsx";
import { useKeys } from "../parts/keys.ts";
import { Notice } from "../parts/notice.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { useSubject } from "../parts/subject.ts";
import { LeftOutCode } from "../replay/left-out-code.tsx";
import { currentRoute } from "../store.ts";
import { listenTo } from "./events.ts";
import { type Following, followEpisode } from "./follow.ts";

export function WatchPage() {
  const { id } = currentRoute.value.query;
  useArrival(id ?? "list");
  return id === undefined ? <LiveList /> : <LiveEpisode key={id} id={id} />;
}

interface Live {
  readonly link: "connecting" | "open" | "lost" | "off";
  /** Null until the server has told. */
  readonly episodes: readonly WatchedEpisode[] | null;
  readonly total: number;
  /** By how much the server's clock is behind this one, in milliseconds. */
  readonly behind: number;
}

/** How often it is worked out again who is idle. */
const LOOK_MS = 15_000;

function LiveList() {
  const [live, setLive] = useState<Live>({ link: "connecting", episodes: null, total: 0, behind: 0 });
  useEffect(() => {
    const take = (data: unknown, isWhole: boolean): void => {
      const { episodes, total, now } = watchedListSchema.parse(data);
      setLive((old) => ({
        link: "open",
        total,
        behind: Date.now() - Date.parse(now),
        episodes: isWhole ? episodes : updateLive(old.episodes ?? [], episodes),
      }));
    };
    return listenTo("api/episodes/live", {
      on: { list: (data) => take(data, true), rows: (data) => take(data, false) },
      onLost: () => setLive((old) => ({ ...old, link: "lost" })),
      onRefused: () => setLive((old) => ({ ...old, link: "off" })),
    });
  }, []);
  return (
    <div class="library">
      <header>
        <h1>Watch</h1>
        <p class="lead">
          Who is debugging here right now. Choose an episode to follow it step by step; the player does not notice. What
          was played before, even before the server was started, is{" "}
          <a href={routeLink("replay", { kept: "all" })}>kept</a>.
        </p>
      </header>
      <LiveRows live={live} />
    </div>
  );
}

/** The time, looked at every so often. */
function useNow(everyMs: number): number {
  const [, look] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => look((count) => count + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return Date.now();
}

function LiveRows({ live: { link, episodes, total, behind } }: { readonly live: Live }) {
  const now = useNow(LOOK_MS) - behind;
  if (link === "off") {
    return (
      <Notice kind="error" title="Nothing can be watched here">
        <p>
          This server does not offer it, or to visitors from its own machine only. Its operator lets everybody watch
          with <code>WATCH=on</code>.
        </p>
      </Notice>
    );
  }
  if (episodes === null) {
    if (link === "connecting") return <Skeleton label="Looking who plays" />;
    return (
      <Notice kind="info" title="The server does not answer">
        <p>Trying again by itself. It may be restarting, or too many people are watching.</p>
      </Notice>
    );
  }
  const rows = episodes.map((row) => ({ ...fromWatched(row), idle: idleMinutes(row, now) }));
  const idle = rows.filter((row) => row.idle !== null).length;
  const running = `${formatCounted(total, "episode")} running${idle > 0 ? `, ${idle} of them idle` : ""}`;
  return (
    <>
      <p class="aside" role="status">
        {link === "lost" ? "Connection lost; trying again …" : running}
      </p>
      {episodes.length === 0 ? (
        <Notice kind="empty" title="Nobody plays at the moment">
          <p>
            Point an agent at this server, or <a href={routeLink("play")}>play yourself</a> in another window. What was
            played last is in <a href={routeLink("replay")}>Replay</a>.
          </p>
        </Notice>
      ) : (
        <SortedRows rows={rows} />
      )}
    </>
  );
}

function SortedRows({ rows }: { readonly rows: readonly EpisodeRow[] }) {
  const sorted = useSorted(rows);
  return <EpisodeList rows={sorted} label="Running episodes" hrefOf={({ key }) => routeLink("watch", { id: key })} />;
}

function LiveEpisode({ id }: { readonly id: string }) {
  const [{ link, episode, trace }, setFollowing] = useState<Following>({
    link: "connecting",
    episode: null,
    trace: null,
  });
  /** Null while the newest step is shown. */
  const [step, setStep] = useState<number | null>(null);
  useEffect(() => followEpisode(id, setFollowing), [id]);
  useKeys({ f: () => setStep(null) });
  useSubject(episode && `${nameInWords(episode.task)}, ${episode.agent ?? "unnamed"}`);
  const back = <EpisodeNav page="watch" address={{ id }} back="all running episodes" />;
  if (link === "gone") {
    return (
      <>
        {back}
        <h1 class="unseen">Watch</h1>
        <Notice kind="error" title="This episode is not here any more">
          <p>
            The server was restarted, or has forgotten it: its memory holds the last ones only. Or it lets only visitors
            from its own machine watch.
          </p>
        </Notice>
      </>
    );
  }
  if (episode === null || trace === null)
    return <Skeleton label="Looking for the episode" heading="Watch" shape="panels" />;
  const last = trace.steps.length;
  return (
    <>
      {back}
      <EpisodeHeading
        task={episode.task}
        agent={episode.agent ?? "unnamed"}
        difficulty={episode.difficulty}
        split={episode.split}
        seed={episode.seed}
        total={episode.return}
        score={null}
        ending={episode.ending}
      />
      {link === "lost" && (
        <Notice kind="info" title="Connection lost">
          Trying again; what was missed will come.
        </Notice>
      )}
      <EpisodeView
        trace={trace}
        step={step ?? last}
        onStep={(to) => setStep(to === last ? null : to)}
        leftOut={episode.hides_code ? <LeftOutCode isFile={false} wanted={null} /> : null}
      >
        <button type="button" aria-pressed={step === null} onClick={() => setStep(step === null ? last : null)}>
          Follow <Key name="F" />
        </button>
        {link === "over" && (
          <a class="button" href={routeLink("replay", { id, step: last })}>
            Open in Replay
          </a>
        )}
      </EpisodeView>
    </>
  );
}
