/** Which episode this is: task, who played it, how it went and what it cost. */
import { memo } from "preact/compat";
import { visibleText } from "../../../src/ground/visible-text.ts";
import type { EpisodeEnding, Usage } from "../../../src/protocol/episode-record.ts";
import { formatCount, formatDuration, formatPlain, nameInWords } from "../logic/format.ts";
import { EndingChip } from "../parts/ending-chip.tsx";
import { SCORE_AND_RETURN } from "../parts/reward-words.ts";

export interface EpisodeHeadProps {
  readonly task: string;
  readonly agent: string;
  readonly difficulty: string;
  readonly split: string | null;
  /** Below 0 where the server does not tell it. */
  readonly seed: number;
  readonly total: number;
  /** Null while it goes on. */
  readonly score: number | null;
  readonly ending: EpisodeEnding | null;
  /** What a model used; null where there was none, or nobody counted. */
  readonly usage?: Usage | null;
  /** How long it took; 0 where nobody measured. */
  readonly durationMs?: number;
  /** Steps that were taken, to say what one of them took. */
  readonly steps?: number;
}

export const EpisodeHeading = memo((props: EpisodeHeadProps) => {
  const { task, agent, difficulty, split, seed, score, ending } = props;
  return (
    <header class="episode-head">
      <div>
        <h1>
          {visibleText(nameInWords(task))}{" "}
          {ending ? <EndingChip ending={ending} /> : <span class="chip live">live</span>}
        </h1>
        <p class="lead">
          played by <strong>{visibleText(agent)}</strong> · {difficulty}
          {split && <> · {split} split</>}
          {seed >= 0 && <> · seed {seed}</>}
        </p>
      </div>
      <dl class="figures small">
        {figuresOf(props).map(([name, value, more]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value} {more && <span class="aside">{more}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {score !== null && (
        <details class="about-score">
          <summary>Score and return</summary>
          <p class="aside">{SCORE_AND_RETURN}</p>
        </details>
      )}
    </header>
  );
});

type Figure = readonly [name: string, value: string, more?: string];

/** What is known of it; tokens, cost and time are recorded of the whole, so that of a step the mean is told. */
function figuresOf({ score, total, usage = null, durationMs = 0, steps = 0 }: EpisodeHeadProps): readonly Figure[] {
  const each = (value: number, write: (value: number) => string): string =>
    steps > 0 ? `${write(value / steps)} a step` : "";
  const tokens = usage === null ? 0 : usage.prompt_tokens + usage.completion_tokens;
  const cost = usage?.cost ?? null;
  const figures: Figure[] = [];
  if (score !== null) figures.push(["score", formatPlain(score)]);
  figures.push(["return", formatPlain(total)]);
  if (tokens > 0)
    figures.push(["tokens", formatCount(tokens), each(tokens, (value) => formatCount(Math.round(value)))]);
  if (cost !== null) figures.push(["cost", formatPlain(cost, 4)]);
  if (durationMs > 0) figures.push(["time", formatDuration(durationMs), each(durationMs, formatDuration)]);
  return figures;
}
