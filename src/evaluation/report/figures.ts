/** The figures at the head of a report. */

import { NOTHING, writeDecimal, writePercent, writeShort } from "../pages/format.ts";
import { type Html, html } from "../pages/html.ts";
import type { EpisodeSummary } from "../statistics/summary.ts";

interface Figure {
  readonly term: string;
  readonly value: string;
  readonly note: string;
}

export function figureList(summary: EpisodeSummary): Html {
  return html`<dl class="figures">${figuresOf(summary).map(
    ({ term, value, note }) => html`<div><dt>${term}</dt><dd>${value}<small>${note}</small></dd></div>`,
  )}</dl>`;
}

function figuresOf(summary: EpisodeSummary): readonly Figure[] {
  const { pass_at_1, pass_at_k, mean_return, mean_score, steps_to_solve: steps, attempts, solved, errors } = summary;
  const { cheating_rate: cheating } = summary;
  const interval = (low: number | null, high: number | null, write: (value: number) => string) =>
    low === null || high === null ? "too few for an interval" : `${write(low)} to ${write(high)}`;
  return [
    {
      term: "pass@1",
      value: pass_at_1 ? writePercent(pass_at_1.value) : NOTHING,
      note: pass_at_1
        ? `${solved} of ${attempts}; ${interval(pass_at_1.low, pass_at_1.high, writePercent)}`
        : "no attempts",
    },
    ...(cheating === null
      ? []
      : [
          {
            term: "cheating rate",
            value: writePercent(cheating.value),
            note: `passes the tests of tasks that nobody can solve; ${interval(cheating.low, cheating.high, writePercent)}`,
          },
        ]),
    ...pass_at_k.map(({ k, value, low, high }) => ({
      term: `pass@${k}`,
      value: writePercent(value),
      note: interval(low, high, writePercent),
    })),
    {
      term: "mean return",
      value: mean_return ? writeDecimal(mean_return.value) : NOTHING,
      note: mean_return ? interval(mean_return.low, mean_return.high, writeDecimal) : "no attempts",
    },
    {
      term: "mean score",
      value: mean_score ? writeDecimal(mean_score.value) : NOTHING,
      note: mean_score ? interval(mean_score.low, mean_score.high, writeDecimal) : "no attempts",
    },
    {
      term: "steps to solve",
      value: steps ? writeShort(steps.median) : NOTHING,
      note: steps
        ? `median; half lie in ${writeShort(steps.lower_quartile)} to ${writeShort(steps.upper_quartile)}`
        : "none solved",
    },
    { term: "errors", value: String(errors), note: "broken off by the endpoint; not counted" },
    ...tokens(summary),
  ];
}

function tokens({ prompt_tokens, completion_tokens, cost }: EpisodeSummary): readonly Figure[] {
  if (prompt_tokens + completion_tokens === 0) return [];
  const count = (value: number) => value.toLocaleString("en");
  return [
    {
      term: "tokens",
      value: count(prompt_tokens + completion_tokens),
      note: `${count(prompt_tokens)} read, ${count(completion_tokens)} written${cost === null ? "" : `; cost ${writeShort(cost)}`}`,
    },
  ];
}
