/** The episodes that the server keeps, the newest first: they outlive the server, and come by pages. */
import { useEffect, useState } from "preact/hooks";
import { visibleText } from "../../../src/ground/visible-text.ts";
import { type KeptEpisodeRow, keptListSchema } from "../../../src/protocol/kept.ts";
import { fetchJson } from "../api.ts";
import { nameInWords } from "../logic/format.ts";
import { routeLink } from "../logic/route.ts";
import { Notice } from "../parts/notice.tsx";
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
  if (pages.state === "loading") return <p class="loading">Loading …</p>;
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
              <th scope="col">Task</th>
              <th scope="col">Begun</th>
              <th scope="col">How far it went</th>
              <th scope="col" class="amount">
                Steps
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, task, begun_at, ended, steps }) => (
              <tr class="row" key={id}>
                <th scope="row">
                  <a href={routeLink("replay", { id })}>{visibleText(nameInWords(task))}</a>
                </th>
                <td>
                  <time dateTime={begun_at}>{new Date(begun_at).toLocaleString()}</time>
                </td>
                <td>{ended ? "to its end" : "not to its end"}</td>
                <td class="amount">{steps}</td>
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
