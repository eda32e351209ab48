/** All steps of an episode, one above the other, to choose from and to search; the one that is looked at stays in sight. */
import { memo } from "preact/compat";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { formatCount, formatSigned } from "../logic/format.ts";
import { type RailRow, sameRailRow } from "../logic/rail-rows.ts";
import { searchSteps } from "../logic/search-steps.ts";
import type { Trace } from "../logic/trace.ts";
import { useKeys } from "../parts/keys.ts";
import { useRailWindow } from "./use-rail-window.ts";

export interface StepRailProps {
  readonly trace: Trace;
  readonly rows: readonly RailRow[];
  readonly step: number;
  readonly onStep: (step: number) => void;
}

export function StepRail({ trace, rows, step, onStep }: StepRailProps) {
  const [words, setWords] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const found = useMemo(() => searchSteps(trace, words), [trace, words]);
  const shown = useMemo(() => (found === null ? rows : found.flatMap((at) => rows[at] ?? [])), [rows, found]);
  const at = shown.findIndex((row) => row.step === step);
  const { first, end, above, below, onScroll } = useRailWindow(list, shown.length, at);
  useKeys({ "/": () => field.current?.focus() });
  const takesFocus = useRef(false);
  useLayoutEffect(() => {
    const current = list.current?.querySelector<HTMLElement>("[aria-current]");
    if (!takesFocus.current || !current) return;
    takesFocus.current = false;
    current.focus({ preventScroll: true });
  });
  /** To the next step of those that are listed, or the one before. */
  const move = (by: 1 | -1): void => {
    const next = by > 0 ? shown.find((row) => row.step > step) : shown.findLast((row) => row.step < step);
    if (next) onStep(next.step);
  };
  const pressInField = (event: KeyboardEvent): void => {
    if (event.key === "Enter") move(event.shiftKey ? -1 : 1);
    if (event.key !== "Escape") return;
    setWords("");
    field.current?.blur();
  };
  const pressInList = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    takesFocus.current = true;
    move(event.key === "ArrowDown" ? 1 : -1);
  };
  // One stop of the Tab key for all of them.
  const stop = at >= first && at < end ? at : first;
  const total = formatCount(rows.length - 1);
  return (
    <section class="panel rail" aria-label="Steps">
      <div class="rail-head">
        <input
          type="search"
          ref={field}
          value={words}
          placeholder="Find in steps, thoughts, code"
          aria-label="Find in steps, thoughts and code"
          aria-keyshortcuts="/"
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
          onKeyDown={pressInField}
        />
        <span class="aside" role="status">
          {found === null ? total : `${formatCount(found.length)}/${total}`}
          <span class="unseen"> steps</span>
        </span>
      </div>
      {shown.length === 0 && <p class="empty">No step says that.</p>}
      <ol class="rail-list" ref={list} onKeyDown={pressInList} onScroll={onScroll}>
        {above > 0 && <li aria-hidden="true" style={{ height: `${above}px` }} />}
        {shown.slice(first, end).map((row, place) => (
          <Row
            key={row.step}
            row={row}
            isCurrent={row.step === step}
            isStop={first + place === stop}
            place={first + place + 1}
            count={shown.length}
            onStep={onStep}
          />
        ))}
        {below > 0 && <li aria-hidden="true" style={{ height: `${below}px` }} />}
      </ol>
    </section>
  );
}

interface RowProps {
  readonly row: RailRow;
  readonly isCurrent: boolean;
  readonly isStop: boolean;
  /** In the list, from 1; for who cannot see that there are more. */
  readonly place: number;
  readonly count: number;
  readonly onStep: (step: number) => void;
}

const Row = memo(
  ({ row, isCurrent, isStop, place, count, onStep }: RowProps) => (
    <li aria-posinset={place} aria-setsize={count}>
      <button
        type="button"
        aria-current={isCurrent ? "step" : undefined}
        tabIndex={isStop ? 0 : -1}
        onClick={() => onStep(row.step)}
      >
        <span class="at">{row.step}</span>
        <span class="what" title={row.action}>
          {row.action}
        </span>
        <Badge {...row} />
        <span class="amount">{row.reward === null ? "" : formatSigned(row.reward)}</span>
      </button>
    </li>
  ),
  (one, other) =>
    one.isCurrent === other.isCurrent &&
    one.isStop === other.isStop &&
    one.place === other.place &&
    one.count === other.count &&
    one.onStep === other.onStep &&
    sameRailRow(one.row, other.row),
);

const LOOKS = { better: "fixed", worse: "broken" } as const;

function Badge({ isRefused, shown, news }: RailRow) {
  if (isRefused) return <span class="chip broken">refused</span>;
  if (shown === null) return null;
  return (
    <span class={`chip ${news === null ? "" : LOOKS[news]}`}>
      {shown.passed}/{shown.total}
      <span class="unseen"> tests pass</span>
    </span>
  );
}
