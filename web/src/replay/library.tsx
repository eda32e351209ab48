/** Where the episodes to replay are: drop a file, or choose from what the server has. */
import { useEffect, useState } from "preact/hooks";
import { visibleText } from "../../../src/ground/visible-text.ts";
import { type RunList, runListSchema } from "../../../src/protocol/page.ts";
import { changeQuery } from "../address.ts";
import { fetchJson } from "../api.ts";
import type { EpisodeRow } from "../logic/episode-rows.ts";
import { formatCounted } from "../logic/format.ts";
import { routeLink } from "../logic/route.ts";
import { Notice } from "../parts/notice.tsx";
import { Select } from "../parts/select.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { currentRoute, type Loaded, loadInto, STILL_LOADING } from "../store.ts";
import { type DroppedFile, droppedFile } from "./dropped-file.ts";
import { FilteredEpisodes } from "./filtered-episodes.tsx";
import { KeptEpisodeList } from "./kept-list.tsx";
import { fetchRows } from "./list-rows.ts";
import { FILE_KINDS, takeChosen } from "./take-file.ts";

export function Library() {
  const [runs, setRuns] = useState<Loaded<RunList>>(STILL_LOADING);
  useEffect(() => loadInto(fetchJson("api/runs", runListSchema), setRuns), []);
  const file = droppedFile.value;
  const { run = null, file: name = null, kept } = currentRoute.value.query;
  const showsKept = kept !== undefined && run === null && name === null;
  const names = runs.state === "here" ? runs.value.runs.map((one) => one.name) : [];
  return (
    <div class="library">
      <header>
        <h1>Replay</h1>
        <p class="lead">
          Step through what was played: code, thoughts, tests and rewards, from the first look to the end.
        </p>
      </header>
      <DropZone />
      <div class="sources">
        <button
          type="button"
          aria-pressed={run === null && name === null && !showsKept}
          onClick={() => changeQuery("replay", {})}
        >
          Recent on this server
        </button>
        <button type="button" aria-pressed={showsKept} onClick={() => changeQuery("replay", { kept: "all" })}>
          Kept by this server
        </button>
        {file && (
          <button
            type="button"
            class="file-name"
            aria-pressed={name === file.name}
            onClick={() => changeQuery("replay", { file: file.name })}
          >
            {visibleText(file.name)}
          </button>
        )}
        {names.length > 0 && (
          <Select
            label="Recorded runs"
            any="choose a run"
            value={run ?? ""}
            onChange={(chosen) => changeQuery("replay", { run: chosen })}
            show={visibleText}
          >
            {names}
          </Select>
        )}
      </div>
      {showsKept ? (
        <KeptEpisodeList />
      ) : name === null ? (
        <FromServer key={run ?? ""} run={run} />
      ) : file?.name === name ? (
        <FromFile file={file} />
      ) : (
        <Notice kind="empty" title="The file is not here any more">
          <p>
            Drop <code>{visibleText(name)}</code> on the page again: it was not kept.
          </p>
        </Notice>
      )}
    </div>
  );
}

function FromFile({ file: { rows, unreadable, isReading, problem } }: { readonly file: DroppedFile }) {
  const left = `; ${formatCounted(unreadable, "line")} left out: no episode as this page knows it`;
  const more = `${isReading ? ", reading on …" : ""}${unreadable > 0 ? left : ""}`;
  return (
    <>
      {problem !== null && (
        <Notice kind="error" title="The file was not read">
          <p>{problem}</p>
        </Notice>
      )}
      {rows.length > 0 && <FilteredEpisodes rows={rows} more={more} />}
      {rows.length === 0 && !isReading && problem === null && (
        <Notice kind="empty" title="There is no episode in this file">
          <p>
            The <code>episodes.jsonl</code> of a recorded run has one in each line.
          </p>
        </Notice>
      )}
      {rows.length === 0 && (
        <p class="aside" role="status">
          {formatCounted(0, "episode")}
          {more}
        </p>
      )}
    </>
  );
}

/** @param run null for the last episodes */
function FromServer({ run }: { readonly run: string | null }) {
  const [rows, setRows] = useState<Loaded<readonly EpisodeRow[]>>(STILL_LOADING);
  useEffect(() => loadInto(fetchRows(run), setRows), [run]);
  if (rows.state === "loading") return <Skeleton label="Loading the episodes" />;
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
  return <FilteredEpisodes rows={rows.value} />;
}

function DropZone() {
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
        accept={FILE_KINDS}
        onChange={({ currentTarget }) => takeChosen(currentTarget)}
      />
      <span>
        Drop an <code>episodes.jsonl</code> here, or <u>choose a file</u>. It stays on this machine.
      </span>
    </label>
  );
}
