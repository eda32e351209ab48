/** A strip of figures: how much there is to play, who plays now, how well it has gone. What may not be seen is left out. */
import { useEffect, useState } from "preact/hooks";
import { visibleText } from "../../../src/ground/visible-text.ts";
import { watchedListSchema } from "../../../src/protocol/page.ts";
import { formatCount, formatPercent } from "../logic/format.ts";
import { routeLink } from "../logic/route.ts";
import { type Score, scoresOf } from "../logic/scores.ts";
import { useTasks } from "../parts/use-tasks.ts";
import { loadRuns, serverRuns } from "../runs.ts";
import { listenTo } from "../watch/events.ts";

export function HomeFigures() {
  const tasks = useTasks({ task_set: "all", limit: 1 }).found;
  const live = useLiveCount();
  const best = useBestScore();
  return (
    <dl class="home-figures">
      <div>
        <dt>
          <a href={routeLink("tasks", { task_set: "all" })}>tasks</a>
        </dt>
        <dd>{tasks.state === "here" ? formatCount(tasks.value.total) : "–"}</dd>
      </div>
      {live !== null && (
        <div>
          <dt>
            <a href={routeLink("watch")}>live now</a>
          </dt>
          <dd>{formatCount(live)}</dd>
        </div>
      )}
      {best?.passRate && (
        <div>
          <dt>
            <a href={routeLink("scores")}>best pass@1</a>, {visibleText(best.model ?? best.agent)}
          </dt>
          <dd>{formatPercent(best.passRate.value)}</dd>
        </div>
      )}
    </dl>
  );
}

/** How many episodes are played now; null where the server does not tell. */
function useLiveCount(): number | null {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    const take = (data: unknown): void => setCount(watchedListSchema.parse(data).total);
    return listenTo("api/episodes/live", {
      on: { list: take, rows: take },
      onLost: () => setCount(null),
      onRefused: () => setCount(null),
    });
  }, []);
  return count;
}

/** It is given the repair, and proves a task rather than an agent. */
const ORACLE = "oracle";

/** Of the recorded runs; null without any. */
function useBestScore(): Score | null {
  useEffect(() => loadRuns(), []);
  const runs = serverRuns.value;
  if (runs.state !== "here") return null;
  const scores = runs.value.flatMap(({ name, rows }) => scoresOf(name, rows)).filter(({ agent }) => agent !== ORACLE);
  return scores.reduce<Score | null>((best, score) => (rateOf(score) > rateOf(best) ? score : best), null);
}

function rateOf(score: Score | null): number {
  return score?.passRate?.value ?? -1;
}
