/** The end of an episode: solved or not, what it scored, and the repair where it may be shown. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Reference } from "../../../src/protocol/page.ts";
import { whyItEnded } from "../logic/ending-words.ts";
import { formatCounted, formatPlain, nameInWords } from "../logic/format.ts";
import { filesAt, fileTextAt, givenTextOf, ONLY_FILE } from "../logic/program-files.ts";
import { routeLink } from "../logic/route.ts";
import { observationAt, rewardRows, type Trace, traceEnding } from "../logic/trace.ts";
import { Diff } from "../parts/code.tsx";
import { fetchEpisode } from "../parts/fetch-episode.ts";
import { SCORE_AND_RETURN } from "../parts/reward-words.ts";
import { ShareEpisode } from "../parts/share-episode.tsx";
import { sameTexts } from "../parts/steady.ts";
import { beginPlaying, leaveEpisode, shownReference, wantedReset } from "./game.ts";
import { usePlayedId } from "./played-id.ts";

export function OutcomePanel({ trace }: { readonly trace: Trace }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const last = rewardRows(trace).at(-1);
  const { info } = observationAt(trace, trace.steps.length);
  const end = traceEnding(trace);
  const { hidden = null, solved: isSolved = false } = end ?? {};
  const why = whyItEnded(end);
  const again = wantedReset.value;
  const id = usePlayedId(info.episode_id);
  return (
    <section class={`outcome ${isSolved ? "solved" : "unsolved"}`} aria-labelledby="outcome-title">
      <h2 id="outcome-title" ref={heading} tabIndex={-1}>
        {isSolved ? "Solved" : "Not solved"}
      </h2>
      {why !== null && <p class="why">{why}</p>}
      <dl class="figures">
        <div>
          <dt>score</dt>
          <dd>{formatPlain(last?.components?.final ?? 0, 3)}</dd>
        </div>
        <div>
          <dt>return</dt>
          <dd>{formatPlain(last?.total ?? 0, 3)}</dd>
        </div>
        {hidden && (
          <div>
            <dt>hidden tests</dt>
            <dd>
              {hidden.passed} of {hidden.total}
            </dd>
          </div>
        )}
        <div>
          <dt>steps</dt>
          <dd>{trace.steps.length}</dd>
        </div>
      </dl>
      <p class="aside">{SCORE_AND_RETURN}</p>
      <p>
        It was <code>{info.task_name}</code>, {nameInWords(trace.initial.info.task_difficulty)}, in{" "}
        {formatCounted(trace.steps.length, "step")}.
      </p>
      <Repair trace={trace} />
      <p class="buttons">
        <button type="button" class="primary" onClick={leaveEpisode}>
          Another episode
        </button>
        {again && (
          <button type="button" onClick={() => beginPlaying({ ...again, episode_id: null })}>
            The same again
          </button>
        )}
        {id !== null && (
          <a class="button" href={routeLink("replay", { id })}>
            Open in Replay
          </a>
        )}
        {id !== null && <ShareEpisode load={() => fetchEpisode(id)} />}
      </p>
    </section>
  );
}

interface FileChange {
  /** Null for the only file. */
  readonly path: string | null;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What the player changed, file by file. */
function changesIn(trace: Trace): readonly FileChange[] {
  const last = trace.steps.length;
  const files = filesAt(trace, last);
  const paths = files.length === 0 ? [ONLY_FILE] : files.filter(({ changed }) => changed).map(({ path }) => path);
  return paths.flatMap((path) => {
    const before = givenTextOf(trace, path) ?? [];
    const after = fileTextAt(trace, last, path) ?? [];
    return sameTexts(before, after) ? [] : [{ path: path === ONLY_FILE ? null : path, before, after }];
  });
}

function Repair({ trace }: { readonly trace: Trace }) {
  const [isAgainst, setAgainst] = useState(false);
  const isOneFile = filesAt(trace, 0).length === 0;
  const { value } = shownReference;
  const yours = (
    <Changes
      title="Your change"
      changes={changesIn(trace)}
      nothing={`You left the ${isOneFile ? "file" : "files"} as ${isOneFile ? "it was" : "they were"}.`}
    />
  );
  if (value?.state === "failed") {
    return (
      <div class="repair">
        {yours}
        <p class="aside">{value.problem}</p>
      </div>
    );
  }
  if (value?.state !== "here") return <div class="repair">{yours}</div>;
  return (
    <>
      <p class="buttons">
        <button type="button" class="small" aria-pressed={!isAgainst} onClick={() => setAgainst(false)}>
          Side by side
        </button>
        <button type="button" class="small" aria-pressed={isAgainst} onClick={() => setAgainst(true)}>
          Against the reference
        </button>
      </p>
      {isAgainst ? (
        <Changes
          title="From your text to the reference"
          changes={againstReference(trace, value.value)}
          nothing="You wrote what the reference says, to the letter."
        />
      ) : (
        <div class="repair">
          {yours}
          <Changes title="The reference" changes={referenceChanges(value.value)} nothing="" />
        </div>
      )}
    </>
  );
}

function filesOf({ given, solution, files }: Reference) {
  return files ?? [{ path: null, given, solution }];
}

function referenceChanges(reference: Reference): readonly FileChange[] {
  return filesOf(reference).map(({ path, given, solution }) => ({
    path,
    before: textLines(given),
    after: textLines(solution),
  }));
}

/** From each file as the player left it to what the reference makes of it; of files that are the same, nothing. */
function againstReference(trace: Trace, reference: Reference): readonly FileChange[] {
  const last = trace.steps.length;
  const own = changesIn(trace);
  const known = filesOf(reference).map(({ path, given, solution }) => ({
    path,
    before: fileTextAt(trace, last, path ?? ONLY_FILE) ?? textLines(given),
    after: textLines(solution),
  }));
  // Of a file that the reference leaves alone, what the player did to it is taken back.
  const others = own.flatMap(({ path, before, after }) =>
    known.some((file) => file.path === path) ? [] : [{ path, before: after, after: before }],
  );
  return [...known, ...others].filter(({ before, after }) => !sameTexts(before, after));
}

interface ChangesProps {
  readonly title: string;
  readonly changes: readonly FileChange[];
  /** Said where there are none. */
  readonly nothing: string;
}

function Changes({ title, changes, nothing }: ChangesProps) {
  return (
    <div>
      <h3>{title}</h3>
      {changes.length === 0 && <p class="empty">{nothing}</p>}
      {changes.map(({ path, before, after }) => (
        <div key={path ?? ""}>
          {path !== null && <code>{path}</code>}
          <Diff before={before} after={after} label={path === null ? title : `${title} in ${path}`} short />
        </div>
      ))}
    </div>
  );
}

/** A file's lines, without the line end that ends it. */
function textLines(text: string): readonly string[] {
  return text.trimEnd().split("\n");
}
