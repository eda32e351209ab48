/** The episodes that the server keeps, the newest first: they outlive the server, and come by pages. */
import { useEffect, useState } from "preact/hooks";
import { visibleText } from "../../../src/ground/visible-text.ts";
import { type KeptEpisodeRow, keptListSchema } from "../../../src/protocol/kept.ts";
import { fetchJson } from "../api.ts";
import { formatDate, nameInWords } from "../logic/format.ts";
import { routeLink } from "../logic/route.ts";
import { Notice } from "../parts/notice.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { type Loaded, loadInto, STILL_LOADING } from "../store.ts";

interface KeptPages {
  readonly rows: readonly KeptEpisodeRow[];
  /** The cursor of what follows; null at the end. */
  readonly next: string | null;
}

const NONE: KeptPages = { rows: [], next: null };

export function KeptEpisodeList() {
  const [pages, setPages] = useState<Loaded<KeptPages>>(STILL_LOADING);
  const [isLoading, setLoading] = useState(false);
  const load = async (before: KeptPages): Promise<KeptPages> => {
    const query = before.next === null ? "" : `?cursor=${encodeURIComponent(before.next)}`;
    const { episodes, next } = await fetchJson(`api/episodes${query}`, keptListSchema);
    return { rows: [...before.rows, ...episodes], next };
  };
  useEffect(() => loadInto(load(NONE), setPages), []);
  if (pages.state === "loading") return <Skeleton label="Loading the episodes" />;
  if (pages.state === "failed") {
    return (
      <Notice kind="error" title="The list did not load">
        <p>{pages.problem}</p>
      </Notice>
    );
  }
  const { rows, next } = pages.value;
  if (rows.length === 0) {
    return (
      <Notice kind="empty" title="Nothing is kept here">
        <p>
          A server keeps what is played in its <code>DATA_DIR</code>. <a href={routeLink("play")}>Play one</a>.
        </p>
      </Notice>
    );
  }
  const more = (): void => {
    setLoading(true);
    loadInto(
      load(pages.value).finally(() => setLoading(false)),
      setPages,
    );
  };
  return (
    <>
      <section class="list" aria-label="Kept episodes">
        <table class="episodes">
          <thead>
            <tr>
              <th scope="col" class="task">
                Task
              </th>
              <th scope="col" class="difficulty">
                Difficulty
              </th>
              <th scope="col" class="split">
                Split
              </th>
              <th scope="col">How far it went</th>
              <th scope="col" class="amount steps">
                Steps
              </th>
              <th scope="col" class="amount">
                Begun
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, task, difficulty, split, begun_at, ended, steps }) => (
              <tr class="row" key={id}>
                <th scope="row">
                  <a href={routeLink("replay", { id })}>{visibleText(nameInWords(task))}</a>
                </th>
                <td class="difficulty">{difficulty}</td>
                <td class="split">{split}</td>
                <td>{ended ? "to its end" : "not to its end"}</td>
                <td class="amount steps">{steps}</td>
                <td class="amount">
                  <time dateTime={begun_at}>{formatDate(Date.parse(begun_at))}</time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {next !== null && (
        <p class="buttons">
          <button type="button" disabled={isLoading} onClick={more}>
            Show earlier ones
          </button>
        </p>
      )}
    </>
  );
}
