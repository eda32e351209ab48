/** Where the episodes to replay are: drop a file, or choose from what the server has. */
import { useEffect, useState } from "preact/hooks";
import { type RunList, runListSchema, runRowsSchema, watchedListSchema } from "../../../src/protocol/page.ts";
import { fetchJson } from "../api.ts";
import { type EpisodeRow, filterEpisodes, fromRunRow, fromWatched } from "../logic/episode-rows.ts";
import { formatCounted } from "../logic/format.ts";
import { routeLink } from "../logic/route.ts";
import { ENDING_LABELS } from "../parts/ending-chip.tsx";
import { EpisodeList } from "../parts/episode-list.tsx";
import { Find } from "../parts/find.tsx";
import { Notice } from "../parts/notice.tsx";
import { Select } from "../parts/select.tsx";
import { currentRoute, type Loaded, loadInto, STILL_LOADING } from "../store.ts";
import { type DroppedFile, droppedFile, openFile, takeDrops } from "./dropped-file.ts";

const RECENT = "recent";
const FILE = "file";
/** Where the list is from: the server's last episodes, the dropped file, or a recorded run. */
type Source = typeof RECENT | typeof FILE | { readonly run: string };

export function Library() {
  const [runs, setRuns] = useState<Loaded<RunList>>(STILL_LOADING);
  useEffect(() => loadInto(fetchJson("api/runs", runListSchema), setRuns), []);
  const file = droppedFile.value;
  const { run } = currentRoute.value.query;
  const [source, setSource] = useState<Source | null>(run ? { run } : null);
  const shown = source ?? (file ? FILE : RECENT);
  const shownRun = typeof shown === "string" ? null : shown.run;
  const names = runs.state === "here" ? runs.value.runs.map(({ name }) => name) : [];
  const open = (opened: File | undefined): void => {
    if (!opened) return;
    setSource(FILE);
    void openFile(opened);
  };
  useEffect(() => takeDrops(open), []);
  return (
    <div class="library">
      <header>
        <h1>Replay</h1>
        <p class="lead">
          Step through what was played: code, thoughts, tests and rewards, from the first look to the end.
        </p>
      </header>
      <DropZone onFile={open} />
      <div class="sources">
        <button type="button" aria-pressed={shown === RECENT} onClick={() => setSource(RECENT)}>
          Recent on this server
        </button>
        {file && (
          <button type="button" aria-pressed={shown === FILE} onClick={() => setSource(FILE)}>
            {file.name}
          </button>
        )}
        {names.length > 0 && (
          <Select
            label="Recorded runs"
            any="choose a run"
            value={shownRun ?? ""}
            onChange={(name) => setSource(name === "" ? RECENT : { run: name })}
          >
            {names}
          </Select>
        )}
      </div>
      {shown === FILE && file ? <FromFile file={file} /> : <FromServer key={JSON.stringify(shown)} run={shownRun} />}
    </div>
  );
}

function FromFile({ file: { rows, unreadable, isReading, problem } }: { readonly file: DroppedFile }) {
  return (
    <>
      {problem !== null && (
        <Notice kind="error" title="The file was not read">
          <p>{problem}</p>
        </Notice>
      )}
      {rows.length > 0 && <Filtered key={FILE} rows={rows} />}
      {rows.length === 0 && !isReading && problem === null && (
        <Notice kind="empty" title="There is no episode in this file">
          <p>
            The <code>episodes.jsonl</code> of a recorded run has one in each line.
          </p>
        </Notice>
      )}
      <p class="aside" role="status">
        {formatCounted(rows.length, "episode")}
        {isReading && ", reading on …"}
        {unreadable > 0 && `; ${formatCounted(unreadable, "line")} left out: no episode as this page knows it`}
      </p>
    </>
  );
}

/** @param run null for the last episodes */
function FromServer({ run }: { readonly run: string | null }) {
  const [rows, setRows] = useState<Loaded<readonly EpisodeRow[]>>(STILL_LOADING);
  useEffect(() => loadInto(fetchRows(run), setRows), [run]);
  if (rows.state === "loading") return <p class="loading">Loading …</p>;
  if (rows.state === "failed") {
    return (
      <Notice kind="error" title="The list did not load">
        <p>{rows.problem}</p>
      </Notice>
    );
  }
  if (rows.value.length === 0) {
    return (
      <Notice kind="empty" title="Nothing was played yet">
        <p>
          Episodes that end on this server stand here. <a href={routeLink("play")}>Play one</a>, or drop an{" "}
          <code>episodes.jsonl</code> above.
        </p>
      </Notice>
    );
  }
  return <Filtered rows={rows.value} />;
}

async function fetchRows(run: string | null): Promise<readonly EpisodeRow[]> {
  if (run === null) return (await fetchJson("api/episodes/recent", watchedListSchema)).episodes.map(fromWatched);
  const { rows } = await fetchJson(`api/runs/${encodeURIComponent(run)}`, runRowsSchema);
  return rows.map((row) => fromRunRow(run, row));
}

function Filtered({ rows }: { readonly rows: readonly EpisodeRow[] }) {
  const [words, setWords] = useState("");
  const [ending, setEnding] = useState("");
  const fitting = filterEpisodes(rows, { words, ending });
  return (
    <>
      <div class="filters">
        <Find placeholder="task, agent, difficulty" value={words} onChange={setWords} />
        <Select
          label="How it went"
          any="any"
          value={ending}
          onChange={setEnding}
          show={(value) => Object.entries(ENDING_LABELS).find(([name]) => name === value)?.[1] ?? "not solved"}
        >
          {["unsolved", ...Object.keys(ENDING_LABELS)]}
        </Select>
      </div>
      {fitting.length === 0 ? (
        <Notice kind="empty" title="No episode fits">
          <p>Other words, or any ending, may find one.</p>
        </Notice>
      ) : (
        <EpisodeList rows={fitting} label="Episodes" hrefOf={({ query }) => routeLink("replay", query)} />
      )}
    </>
  );
}

function DropZone({ onFile }: { readonly onFile: (file: File | undefined) => void }) {
  const [isOver, setOver] = useState(false);
  return (
    <label
      class={`drop ${isOver ? "over" : ""}`}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={() => setOver(false)}
    >
      <input
        type="file"
        class="unseen"
        accept=".jsonl,.json,application/json"
        onChange={({ currentTarget }) => onFile(currentTarget.files?.[0])}
      />
      <span>
        Drop an <code>episodes.jsonl</code> here, or <u>choose a file</u>. It stays on this machine.
      </span>
    </label>
  );
}
