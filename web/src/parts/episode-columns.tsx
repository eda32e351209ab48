/** The columns of a list of episodes: what each shows, and by what it is sorted. */
import type { ComponentChildren } from "preact";
import { visibleText } from "../../../src/ground/visible-text.ts";
import type { EpisodeRow } from "../logic/episode-rows.ts";
import { formatCount, formatDate, formatDuration, formatPlain } from "../logic/format.ts";
import { type Sorting, type SortValue, sortRows } from "../logic/sorting.ts";
import { EndingChip } from "./ending-chip.tsx";

export interface EpisodeColumn {
  readonly name: string;
  readonly title: string;
  readonly isNumber: boolean;
  /** In rem; the one that heads the row takes what is left. */
  readonly width: number;
  readonly value: (row: EpisodeRow) => SortValue;
  /** Left out of the column that heads the row, which the list itself draws. */
  readonly show?: (row: EpisodeRow) => ComponentChildren;
  /** Left out of lists in which no row has a value. */
  readonly isOptional?: boolean;
}

/** Writes a number, or nothing where there is none. */
function written(value: number | null, write: (value: number) => string): string {
  return value === null ? "" : write(value);
}

const COLUMNS: readonly EpisodeColumn[] = [
  { name: "task", title: "Task", isNumber: false, width: 13, value: ({ task }) => task },
  {
    name: "agent",
    title: "Agent",
    isNumber: false,
    width: 8.5,
    value: ({ agent }) => agent,
    show: ({ agent }) => visibleText(agent),
  },
  {
    name: "difficulty",
    title: "Difficulty",
    isNumber: false,
    width: 5.5,
    value: ({ difficulty }) => LEVELS.indexOf(difficulty),
    show: ({ difficulty }) => difficulty,
  },
  {
    name: "split",
    title: "Split",
    isNumber: false,
    width: 5.5,
    value: ({ split }) => split,
    show: ({ split }) => split,
    isOptional: true,
  },
  {
    name: "seed",
    title: "Seed",
    isNumber: true,
    width: 6,
    value: ({ seed }) => seed,
    show: ({ seed }) => seed,
    isOptional: true,
  },
  {
    name: "ending",
    title: "How it went",
    isNumber: false,
    width: 9.5,
    value: ({ ending }) => ending,
    show: ({ ending, idle = null }) => (ending ? <EndingChip ending={ending} /> : <LiveChip idle={idle} />),
  },
  {
    name: "score",
    title: "Score",
    isNumber: true,
    width: 4.5,
    value: ({ score }) => score,
    show: ({ score }) => written(score, formatPlain),
    isOptional: true,
  },
  {
    name: "return",
    title: "Return",
    isNumber: true,
    width: 5,
    value: (row) => row.return,
    show: (row) => formatPlain(row.return),
  },
  { name: "steps", title: "Steps", isNumber: true, width: 4, value: ({ steps }) => steps, show: ({ steps }) => steps },
  {
    name: "tokens",
    title: "Tokens",
    isNumber: true,
    width: 6,
    value: ({ tokens }) => tokens,
    show: ({ tokens }) => written(tokens, formatCount),
    isOptional: true,
  },
  {
    name: "time",
    title: "Time",
    isNumber: true,
    width: 5.5,
    value: ({ durationMs }) => durationMs,
    show: ({ durationMs }) => written(durationMs, formatDuration),
    isOptional: true,
  },
  {
    name: "begun",
    title: "Begun",
    isNumber: true,
    width: 9,
    value: ({ startedAt }) => startedAt,
    show: ({ startedAt }) => written(startedAt, formatDate),
    isOptional: true,
  },
];

/** By how hard they are, not by their letters. */
const LEVELS: readonly string[] = ["easy", "medium", "hard"];

/** Those of which any row has something to say. */
export function columnsOf(rows: readonly EpisodeRow[]): readonly EpisodeColumn[] {
  return COLUMNS.filter(({ isOptional, value }) => !isOptional || rows.some((row) => value(row) !== null));
}

export function sortEpisodes(rows: readonly EpisodeRow[], sorting: Sorting | null): readonly EpisodeRow[] {
  const column = COLUMNS.find(({ name }) => name === sorting?.column);
  return column && sorting ? sortRows(rows, column.value, sorting.descending) : rows;
}

function LiveChip({ idle }: { readonly idle: number | null }) {
  return idle === null ? <span class="chip live">live</span> : <span class="chip">idle for {idle} min</span>;
}
