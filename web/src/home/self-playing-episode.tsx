/** A recorded episode that plays itself: the edit arrives, tests turn green, the return rises. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { EpisodeRecord } from "../../../src/protocol/episode-record.ts";
import { Timeline } from "../episode/timeline.tsx";
import { readRecord } from "../logic/episode-rows.ts";
import { formatPlain, formatSigned, nameInWords } from "../logic/format.ts";
import { fileTextAt, shownPathAt } from "../logic/program-files.ts";
import { railRows } from "../logic/rail-rows.ts";
import { traceOfRecord } from "../logic/record-trace.ts";
import { testRows } from "../logic/test-rows.ts";
import { actionLabel, observationAt, resultsBefore, rewardRows, type Trace } from "../logic/trace.ts";
import { Diff } from "../parts/code.tsx";
import { TestsTable } from "../parts/tests-table.tsx";

const STEP_MS = 1800;
/** How long the end stands before it begins again. */
const END_MS = 6000;

/** In the build, so that it needs nothing of the server; read when the page is. */
async function loadRecorded(): Promise<{ readonly text: string; readonly record: EpisodeRecord }> {
  const { default: text } = await import("./recorded-episode.jsonl?raw");
  return { text, record: readRecord(text) };
}

export function SelfPlayingEpisode() {
  const [recorded, setRecorded] = useState<Awaited<ReturnType<typeof loadRecorded>> | null>(null);
  useEffect(() => {
    // Without it the page still says what it is about.
    loadRecorded().then(setRecorded, () => undefined);
  }, []);
  return (
    <section class="panel home-episode" aria-labelledby="home-episode-title">
      {recorded === null ? (
        <h2 id="home-episode-title" class="unseen">
          An agent at work
        </h2>
      ) : (
        <Playing {...recorded} />
      )}
    </section>
  );
}

function Playing({ record, text }: { readonly record: EpisodeRecord; readonly text: string }) {
  const trace = traceOfRecord(record);
  const last = trace.steps.length;
  const wantsStill = useMemo(() => matchMedia("(prefers-reduced-motion: reduce)").matches, []);
  const [step, setStep] = useState(0);
  const [isPlaying, setPlaying] = useState(!wantsStill);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => setStep(step < last ? step + 1 : 0), step < last ? STEP_MS : END_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, step, last]);
  const choose = (to: number): void => {
    setPlaying(false);
    setStep(to);
  };
  const open = async (): Promise<void> => {
    const { takeFile } = await import("../replay/take-file.ts");
    const { key, model, agent } = record;
    await takeFile(new File([text], "recorded-episode.jsonl"), { key, agent: model ?? agent, step });
  };
  const rows = useMemo(() => rewardRows(trace), [trace]);
  const steps = useMemo(() => railRows(trace), [trace]);
  const taken = trace.steps[step - 1];
  const action = taken ? actionLabel(taken) : "the beginning";
  return (
    <>
      <div class="panel-head">
        <h2 id="home-episode-title">An agent at work</h2>
        <span class="aside">
          {record.agent} agent, {nameInWords(record.task_name)}, recorded
        </span>
      </div>
      <Timeline rewards={rows} steps={steps} step={step} onStep={choose} text={`step ${step} of ${last}, ${action}`} />
      <p class="home-step">
        <button type="button" class="small" onClick={() => setPlaying(!isPlaying)}>
          {isPlaying ? "Pause" : "Play"}
        </button>
        <code>{action}</code>
        <span class="figure">
          reward <strong>{formatSigned(taken?.reward ?? 0)}</strong> · return{" "}
          <strong>{formatPlain(rows[step - 1]?.total ?? 0)}</strong>
        </span>
      </p>
      <RecordedCode trace={trace} step={step} />
      <div class="home-tests">
        <TestsTable
          rows={testRows({
            now: observationAt(trace, step).test_results,
            before: resultsBefore(trace, step),
            isOver: taken?.done ?? false,
          })}
        />
      </div>
      <p class="aside">
        <button type="button" class="link" onClick={() => void open()}>
          Open it in Replay
        </button>
      </p>
    </>
  );
}

/** The file that the step shows, as it differs from the step before. */
function RecordedCode({ trace, step }: { readonly trace: Trace; readonly step: number }) {
  const path = shownPathAt(trace, step);
  const after = fileTextAt(trace, step, path) ?? [];
  const before = fileTextAt(trace, Math.max(0, step - 1), path) ?? after;
  return <Diff before={before} after={after} label="The program" />;
}
