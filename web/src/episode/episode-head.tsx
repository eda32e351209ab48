/** Which episode this is: task, who played it, how it went. */
import { memo } from "preact/compat";
import { visibleText } from "../../../src/ground/visible-text.ts";
import type { EpisodeEnding } from "../../../src/protocol/episode-record.ts";
import { formatPlain, nameInWords } from "../logic/format.ts";
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
}

export const EpisodeHeading = memo((props: EpisodeHeadProps) => {
  const { task, agent, difficulty, split, seed, total, score, ending } = props;
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
      <dl class="figures">
        <div>
          <dt>return</dt>
          <dd>{formatPlain(total)}</dd>
        </div>
        {score !== null && (
          <div>
            <dt>score</dt>
            <dd>{formatPlain(score)}</dd>
          </div>
        )}
      </dl>
      {score !== null && <p class="aside">{SCORE_AND_RETURN}</p>}
    </header>
  );
});
