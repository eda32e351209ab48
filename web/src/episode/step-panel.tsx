/** What a step was: the thought it came of, what it changed or tried to, and what came of it. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { visibleText } from "../../../src/ground/visible-text.ts";
import { formatCounted, formatPlain, formatSigned } from "../logic/format.ts";
import type { ModelAnswer } from "../logic/model-answers.ts";
import { filesAt, fileTextAt, shownPathAt } from "../logic/program-files.ts";
import { type RefusedStep, refusedAt } from "../logic/refused-step.ts";
import { spentInWords } from "../logic/step-spent.ts";
import { actionLabel, observationAt, type RewardRow, type Trace, thoughtOf } from "../logic/trace.ts";
import { Diff } from "../parts/code.tsx";
import { FileTree } from "../parts/file-tree.tsx";
import { sameTexts, useSame } from "../parts/steady.ts";

export interface StepPanelProps {
  readonly trace: Trace;
  readonly rewards: readonly RewardRow[];
  readonly step: number;
  /** The step to compare the code with; null for the one before. */
  readonly against: number | null;
  /** Stands where the code would, where there is none to show. */
  readonly leftOut: ComponentChildren;
  readonly answers: readonly ModelAnswer[];
}

const NOTHING: readonly string[] = [];

export function StepPanel({ trace, rewards, step, against, leftOut, answers }: StepPanelProps) {
  const current = trace.steps[step - 1];
  const tried = useMemo(() => refusedAt(trace, step), [trace, step]);
  // Where nobody thinks in an episode, no room is kept for it; where somebody does, it is kept at every step.
  const hasThoughts = useMemo(() => trace.steps.some((taken) => thoughtOf(taken) !== ""), [trace]);
  return (
    <section class="panel step-panel" aria-labelledby="step-title">
      <div class="panel-head">
        <h2 id="step-title">
          <span class="unseen">Step {step}: </span>
          {current ? <code>{actionLabel(current)}</code> : "The beginning"}{" "}
          {tried && <span class="chip broken">refused</span>}
        </h2>
        <span class="figure">
          reward <strong>{formatSigned(current?.reward ?? 0)}</strong> · return{" "}
          <strong>{formatPlain(rewards[step - 1]?.total ?? 0)}</strong>
        </span>
      </div>
      {hasThoughts && <Thought key={step} text={current ? thoughtOf(current) : ""} />}
      <div class="step-code">
        {leftOut !== null ? (
          <LeftOut tried={tried} step={step}>
            {leftOut}
          </LeftOut>
        ) : (
          <StepCode trace={trace} step={step} against={against} tried={tried} />
        )}
      </div>
      <Said
        trace={trace}
        step={step}
        tried={tried}
        answer={answers[step - 1]}
        hasAnswers={answers.length > 0}
        spent={current ? spentInWords(current) : ""}
      />
    </section>
  );
}

function Thought({ text }: { readonly text: string }) {
  return (
    <figure class="thought">
      <figcaption class="unseen">Thought</figcaption>
      <p tabIndex={0}>{text === "" ? <span class="hint">No thought at this step.</span> : visibleText(text)}</p>
    </figure>
  );
}

interface LeftOutProps {
  readonly tried: RefusedStep | null;
  readonly step: number;
  readonly children: ComponentChildren;
}

function LeftOut({ tried, step, children }: LeftOutProps) {
  return (
    <>
      {tried?.edit && <Tried edit={tried.edit} step={step} />}
      {children}
    </>
  );
}

function Tried({ edit, step }: { readonly edit: NonNullable<RefusedStep["edit"]>; readonly step: number }) {
  return <Diff before={edit.before} after={edit.after} label={`What step ${step} tried`} short />;
}

interface StepCodeProps extends Pick<StepPanelProps, "trace" | "step" | "against"> {
  readonly tried: RefusedStep | null;
}

function StepCode({ trace, step, against, tried }: StepCodeProps) {
  // A file that was chosen stays while the steps are about the same other one.
  const [chosen, setChosen] = useState({ path: "", beside: "" });
  const base = Math.min(against ?? Math.max(0, step - 1), trace.steps.length);
  const files = filesAt(trace, step);
  const shownPath = shownPathAt(trace, step);
  const isChosen = chosen.beside === shownPath && files.some((file) => file.path === chosen.path);
  const path = isChosen ? chosen.path : shownPath;
  const text = fileTextAt(trace, step, path);
  // Most steps leave the code as it is; then nothing of it is drawn again.
  const after = useSame(text ?? NOTHING, sameTexts);
  // What was not shown yet at the earlier step is not told as new.
  const before = useSame(fileTextAt(trace, base, path) ?? after, sameTexts);
  const place = useRef<HTMLDivElement>(null);
  // The panel stays as high as it is, so what a step changed may lie out of sight.
  useLayoutEffect(() => showFirstChange(place.current), [before, after, tried]);
  const isTried = tried?.edit != null && against === null && !isChosen;
  return (
    <>
      <FileTree
        files={files}
        open={path}
        onChoose={(to) => setChosen({ path: to, beside: shownPath })}
        markOf={(of) => (differs(trace, { base, step, path: of }) ? "differs" : null)}
      />
      <div class="step-diff" ref={place}>
        {isTried ? (
          <Tried edit={tried.edit} step={step} />
        ) : text === null ? (
          <p class="empty">The episode has not shown this file yet.</p>
        ) : (
          <Diff before={before} after={after} label={`Code after step ${step}, compared with step ${base}`} />
        )}
      </div>
    </>
  );
}

/** Scrolls the code alone, and only where the change is out of sight. */
function showFirstChange(place: HTMLElement | null): void {
  const scroller = place?.querySelector<HTMLElement>(".code-scroll");
  const row = scroller?.querySelector<HTMLElement>(".added, .removed");
  if (!scroller || !row) return;
  const top = row.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  if (top < 0 || top > scroller.clientHeight - 2 * row.offsetHeight) {
    scroller.scrollTop += top - scroller.clientHeight / 3;
  }
}

interface ComparedFile {
  readonly base: number;
  readonly step: number;
  readonly path: string;
}

/** Whether a file is known to differ between two steps. */
function differs(trace: Trace, { base, step, path }: ComparedFile): boolean {
  const [one, other] = [fileTextAt(trace, base, path), fileTextAt(trace, step, path)];
  return one !== null && other !== null && !sameTexts(one, other);
}

interface SaidProps {
  readonly trace: Trace;
  readonly step: number;
  readonly tried: RefusedStep | null;
  readonly answer: ModelAnswer | undefined;
  readonly hasAnswers: boolean;
  readonly spent: string;
}

/** What the server told of the step, or what the model had answered, as it was written. */
function Said({ trace, step, tried, answer, hasAnswers, spent }: SaidProps) {
  const [wantsAnswer, setWantsAnswer] = useState(false);
  const showsAnswer = wantsAnswer && hasAnswers;
  const { last_execution_output } = observationAt(trace, step);
  return (
    <div class="said">
      <div class="said-head">
        {hasAnswers ? (
          <>
            <button type="button" class="small" aria-pressed={!showsAnswer} onClick={() => setWantsAnswer(false)}>
              Output
            </button>
            <button type="button" class="small" aria-pressed={showsAnswer} onClick={() => setWantsAnswer(true)}>
              Model’s answer
            </button>
            {showsAnswer && answer !== undefined && answer.corrections > 0 && (
              <span class="chip broken">{formatCounted(answer.corrections, "correction")}</span>
            )}
          </>
        ) : (
          <h3>{tried === null ? "Output" : "Why it was refused"}</h3>
        )}
        {spent !== "" && (
          <span class="aside spent" title={spent}>
            {spent}
          </span>
        )}
      </div>
      {showsAnswer ? (
        <pre tabIndex={0} aria-label="The model’s answer" role="note">
          {answer === undefined
            ? "No answer is recorded for this step."
            : visibleText(answer.text) || "The model wrote no text: the action came as a tool's call."}
        </pre>
      ) : (
        <pre
          tabIndex={0}
          class={tried === null ? "" : "refusal"}
          role="note"
          aria-label={tried === null ? "Output" : "Why it was refused"}
        >
          {visibleText(last_execution_output)}
        </pre>
      )}
    </div>
  );
}
