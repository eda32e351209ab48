/** The end of an episode: solved or not, what it scored, and the repair where it may be shown. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { formatCounted, formatPlain, nameInWords } from "../logic/format.ts";
import { filesAt, fileTextAt, givenTextOf, ONLY_FILE } from "../logic/program-files.ts";
import { observationAt, rewardRows, type Trace, traceEnding } from "../logic/trace.ts";
import { Diff } from "../parts/code.tsx";
import { SCORE_AND_RETURN } from "../parts/reward-words.ts";
import { sameTexts } from "../parts/steady.ts";
import { beginPlaying, leaveEpisode, shownReference, wantedReset } from "./game.ts";

export function OutcomePanel({ trace }: { readonly trace: Trace }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const last = rewardRows(trace).at(-1);
  const { info } = observationAt(trace, trace.steps.length);
  const { hidden = null, solved: isSolved = false } = traceEnding(trace) ?? {};
  const again = wantedReset.value;
  return (
    <section class={`outcome ${isSolved ? "solved" : "unsolved"}`} aria-labelledby="outcome-title">
      <h2 id="outcome-title" ref={heading} tabIndex={-1}>
        {isSolved ? "Solved" : "Not solved"}
      </h2>
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
  const { given, solution, files = [{ path: null, given, solution }] } = value.value;
  const changes = files.map((file) => ({
    path: file.path,
    before: textLines(file.given),
    after: textLines(file.solution),
  }));
  return (
    <div class="repair">
      {yours}
      <Changes title="The reference" changes={changes} nothing="" />
    </div>
  );
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
