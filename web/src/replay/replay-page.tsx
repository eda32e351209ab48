/** Replay: any recorded episode, from a file, from this server's memory, or from its folder of runs. */
import { useEffect, useState } from "preact/hooks";
import { hasCode } from "../../../src/evaluation/pages/has-code.ts";
import { visibleText } from "../../../src/ground/visible-text.ts";
import type { EpisodeRecord } from "../../../src/protocol/episode-record.ts";
import { changeQuery } from "../address.ts";
import { EpisodeHeading } from "../episode/episode-head.tsx";
import { EpisodeNav } from "../episode/episode-nav.tsx";
import { EpisodeView } from "../episode/episode-view.tsx";
import { type EpisodeAddress, writeAddress } from "../logic/episode-address.ts";
import { nameInWords } from "../logic/format.ts";
import { type ModelAnswer, modelAnswers } from "../logic/model-answers.ts";
import { traceOfRecord } from "../logic/record-trace.ts";
import { routeLink } from "../logic/route.ts";
import { useArrival } from "../parts/arrival.ts";
import { listedEpisodes } from "../parts/listed-episodes.ts";
import { Menu } from "../parts/menu.tsx";
import { Notice } from "../parts/notice.tsx";
import { ShareEpisode } from "../parts/share-episode.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { useSubject } from "../parts/subject.ts";
import { currentRoute, type Loaded, loadInto, STILL_LOADING } from "../store.ts";
import { CopyLink } from "./copy-link.tsx";
import { droppedFile } from "./dropped-file.ts";
import { findRecordedEpisode } from "./find-episode.ts";
import { LeftOutCode } from "./left-out-code.tsx";
import { Library } from "./library.tsx";
import { fetchRows } from "./list-rows.ts";
import { PlayOn } from "./play-on.tsx";

export function ReplayPage() {
  const { query } = currentRoute.value;
  const isOpen = query.id !== undefined || query.line !== undefined;
  useArrival(isOpen ? `${query.id} ${query.run} ${query.line}` : "list");
  return isOpen ? <Replay {...query} /> : <Library />;
}

interface ReplayQuery extends EpisodeAddress {
  readonly step?: string | undefined;
}

function Replay({ id, run, file, line, step }: ReplayQuery) {
  const [record, setRecord] = useState<Loaded<EpisodeRecord>>(STILL_LOADING);
  // A file that is dropped again shows the step that was linked to.
  const isHere =
    file !== undefined && droppedFile.value?.name === file && droppedFile.value.rows.length >= Number(line);
  useEffect(() => {
    let isCurrent = true;
    setRecord(STILL_LOADING);
    loadInto(findRecordedEpisode({ id, run, file, line }), (loaded) => {
      if (isCurrent) setRecord(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [id, run, file, line, isHere]);

  const known = record.state === "here" ? record.value : null;
  useSubject(known && `${nameInWords(known.task_name)}, ${known.model ?? known.agent}`);

  useListAround({ id, run, file, line });
  const back = <EpisodeNav page="replay" address={{ id, run, file, line }} back="all episodes" />;
  if (record.state === "loading") {
    return (
      <>
        {back}
        <Skeleton label="Loading the episode" heading="Replay" shape="panels" />
      </>
    );
  }
  if (record.state === "failed") {
    return (
      <>
        {back}
        <h1 class="unseen">Replay</h1>
        <Notice kind="error" title="This episode cannot be replayed">
          <p>{record.problem}</p>
        </Notice>
      </>
    );
  }
  const { value } = record;
  // A link may name a step that the episode does not have.
  const shown = Math.min(stepOf(step), value.steps.length);
  const addressOf = (to: number) => ({ id, run, file, line, step: String(to) });
  const onStep = (to: number): void => changeQuery("replay", addressOf(to));
  return (
    <>
      {back}
      <EpisodeHeading
        task={value.task_name}
        agent={value.model ?? value.agent}
        difficulty={value.difficulty}
        split={value.split}
        seed={value.seed}
        total={value.return}
        score={value.score}
        ending={value.ending}
        usage={value.usage}
        durationMs={value.duration_ms}
        steps={value.steps.length}
      />
      {value.error && (
        <Notice kind="info" title="Not the whole episode">
          {visibleText(value.error)}
        </Notice>
      )}
      <EpisodeView
        trace={traceOfRecord(value)}
        step={shown}
        onStep={onStep}
        answers={answersOf(value)}
        leftOut={
          hasCode(value) ? null : (
            <LeftOutCode
              isFile={file !== undefined}
              wanted={{ key: value.key, agent: value.model ?? value.agent, step: shown }}
            />
          )
        }
      >
        <PlayOn record={value} step={shown} />
        {/* A link to a file on this machine would lead nobody anywhere. */}
        {file === undefined && <CopyLink link={routeLink("replay", addressOf(shown))} />}
        <Menu label="Share">
          <ShareEpisode load={async () => value} />
        </Menu>
      </EpisodeView>
    </>
  );
}

const NO_ANSWERS: readonly ModelAnswer[] = [];

/** An answer that was cut off led to no step; there is one for each step at least, where any are recorded. */
function answersOf({ messages }: EpisodeRecord): readonly ModelAnswer[] {
  return messages.length === 0 ? NO_ANSWERS : modelAnswers(messages);
}

/** Who comes by a link has seen no list: the episodes beside this one are asked for. */
function useListAround({ id, run, file, line }: EpisodeAddress): void {
  useEffect(() => {
    const own = writeAddress({ id, run, file, line });
    const isListed = listedEpisodes.peek()?.rows.some(({ query }) => writeAddress(query) === own);
    if (isListed || (run === undefined && id === undefined)) return;
    fetchRows(run ?? null).then(
      (rows) => {
        listedEpisodes.value = { rows, href: null };
      },
      // It is shown all the same, without a way to the next.
      () => undefined,
    );
  }, [id, run, file, line]);
}

function stepOf(text: string | undefined): number {
  const step = Number(text ?? 0);
  return Number.isSafeInteger(step) && step >= 0 ? step : 0;
}
