/** Says how the connection is, wherever it is not simply there. */
import type { PlayState } from "../logic/player.ts";
import { Notice } from "../parts/notice.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { askToLeave, retryConnection } from "./game.ts";

export function Trouble({ state }: { readonly state: PlayState }) {
  const { link, problem, trace } = state;
  const again = (
    <p class="buttons">
      <button type="button" class="primary" onClick={retryConnection}>
        Try now
      </button>
      <button type="button" onClick={askToLeave}>
        Leave
      </button>
    </p>
  );
  if (link === "lost") {
    return (
      <Notice kind="info" title={trace ? "Connection lost" : "The server does not answer"}>
        <p>
          {trace
            ? "Reconnecting. Your steps will be played again, and you go on where you were."
            : "Trying again by itself. It may be restarting."}
        </p>
        {again}
      </Notice>
    );
  }
  if (link === "full") {
    return (
      <Notice kind="info" title="The server is full">
        <p>Every place is taken by another player. Trying again by itself.</p>
        {again}
      </Notice>
    );
  }
  if (link === "failed") {
    return (
      <Notice kind="error" title="This episode cannot go on">
        <p>{problem}</p>
        <p class="buttons">
          <button type="button" class="primary" onClick={askToLeave}>
            Choose a task
          </button>
        </p>
      </Notice>
    );
  }
  if (trace === null) return <Skeleton label="Beginning an episode" shape="panels" />;
  if (problem === null) return null;
  return (
    <Notice kind="error" title="That did not work">
      <p>{problem}</p>
    </Notice>
  );
}
