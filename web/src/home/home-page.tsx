/** Where a visitor arrives: what this is, an agent at work, and the ways in. */
import { useState } from "preact/hooks";
import { routeLink } from "../logic/route.ts";
import { Notice } from "../parts/notice.tsx";
import { playedState } from "../play/drafts.ts";
import { playDrawnTask } from "../play/draw-task.ts";
import { ConnectLines } from "./connect-lines.tsx";
import { HomeFigures } from "./home-figures.tsx";
import { SelfPlayingEpisode } from "./self-playing-episode.tsx";

export function HomePage() {
  return (
    <div class="home">
      <section class="home-claim">
        <h1>
          Find the bug. <span class="whole">Prove the fix.</span>
        </h1>
        <p class="lead">
          Here language models learn to debug as engineers do: each episode is a small program with one real bug, and
          what pays is reading, testing, one careful edit, and testing again.
        </p>
        <PlayButton />
        <HomeFigures />
        <ConnectLines />
      </section>
      <SelfPlayingEpisode />
    </div>
  );
}

/** Begins an easy one at once; an episode under way is gone back to. */
function PlayButton() {
  const [problem, setProblem] = useState<string | null>(null);
  const isUnderWay = playedState.value !== null && !playedState.value.done;
  const play = (): void => {
    setProblem(null);
    if (isUnderWay) {
      location.hash = routeLink("play");
      return;
    }
    playDrawnTask({ difficulty: "easy" }).then(
      () => {
        location.hash = routeLink("play");
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <>
      <p class="buttons">
        <button
          type="button"
          class="primary large"
          onClick={play}
          // Its page is there when it is gone to.
          onPointerEnter={() => void import("../play/play-page.tsx").catch(() => undefined)}
        >
          {isUnderWay ? "Go on playing" : "Play a bug"}
        </button>
      </p>
      {problem !== null && (
        <Notice kind="error" title="No task was drawn">
          <p>{problem}</p>
        </Notice>
      )}
    </>
  );
}
