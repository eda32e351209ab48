/** The columns of the score table: what each shows, how it sorts, how it stands in a file. */
import { visibleText } from "../../../src/ground/visible-text.ts";
import { formatCount, formatPercent, formatPlain } from "../logic/format.ts";
import type { Score } from "../logic/scores.ts";
import type { SortValue } from "../logic/sorting.ts";

export interface Column {
  readonly name: string;
  readonly title: string;
  readonly isNumber: boolean;
  readonly value: (score: Score) => SortValue;
  readonly show: (score: Score) => string;
}

const NONE = "–";
const number = (
  name: string,
  title: string,
  value: (score: Score) => number | null,
  show: (value: number) => string,
) => ({
  name,
  title,
  isNumber: true,
  value,
  show: (score: Score) => {
    const known = value(score);
    return known === null ? NONE : show(known);
  },
});

export const SCORE_COLUMNS: readonly Column[] = [
  { name: "run", title: "Run", isNumber: false, value: ({ name }) => name, show: ({ name }) => name },
  {
    name: "agent",
    title: "Agent",
    isNumber: false,
    value: ({ model, agent }) => model ?? agent,
    show: ({ model, agent }) => visibleText(model === null ? agent : `${model} (${agent})`),
  },
  number("episodes", "Episodes", ({ episodes }) => episodes, formatCount),
  number("pass", "pass@1", ({ passRate }) => passRate?.value ?? null, formatPercent),
  number(
    "return",
    "Return",
    ({ meanReturn }) => meanReturn,
    (value) => formatPlain(value),
  ),
  number(
    "score",
    "Score",
    ({ meanScore }) => meanScore,
    (value) => formatPlain(value),
  ),
  number(
    "steps",
    "Median steps to solve",
    ({ stepsToSolve }) => stepsToSolve,
    (value) => value.toFixed(1),
  ),
  number("tokens", "Tokens", ({ tokens }) => tokens, formatCount),
  number(
    "cost",
    "Cost",
    ({ cost }) => cost,
    (value) => value.toFixed(4),
  ),
  number("errors", "Errors", ({ errors }) => errors, formatCount),
];

export const CSV_HEADER: readonly string[] = [...SCORE_COLUMNS.map(({ name }) => name), "pass_low_95", "pass_high_95"];

export function csvRow(score: Score): readonly SortValue[] {
  return [...SCORE_COLUMNS.map(({ value }) => value(score)), score.passRate?.low ?? null, score.passRate?.high ?? null];
}
