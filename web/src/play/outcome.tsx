/** The end of an episode: solved or not, what it scored, and the repair where it may be shown. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { formatCounted, formatPlain, nameInWords } from "../logic/format.ts";
import { fileLines } from "../logic/line-edit.ts";
import { observationAt, rewardRows, type Trace, traceEnding } from "../logic/trace.ts";
import { Diff } from "../parts/code.tsx";
import { beginPlaying, leaveEpisode, shownReference, wantedReset } from "./game.ts";

export function OutcomePanel({ trace }: { readonly trace: Trace }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const last = rewardRows(trace).at(-1);
  const { info, code_dict } = observationAt(trace, trace.steps.length);
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
      <p>
        It was <code>{info.task_name}</code>, {nameInWords(trace.initial.info.task_difficulty)}, in{" "}
        {formatCounted(trace.steps.length, "step")}.
      </p>
      <Repair now={fileLines(code_dict)} given={fileLines(trace.initial.code_dict)} />
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

function Repair({ given, now }: { readonly given: readonly string[]; readonly now: readonly string[] }) {
  const { value } = shownReference;
  const yours = (
    <div>
      <h3>Your change</h3>
      {given.join("\n") === now.join("\n") ? (
        <p class="empty">You left the file as it was.</p>
      ) : (
        <Diff before={given} after={now} label="Your change" short />
      )}
    </div>
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
  const { solution } = value.value;
  return (
    <div class="repair">
      {yours}
      <div>
        <h3>The reference</h3>
        <Diff before={given} after={solution.trimEnd().split("\n")} label="The reference repair" short />
      </div>
    </div>
  );
}
