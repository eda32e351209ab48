/** What runs spend and what they get: the mean return against the tokens of an episode, a dot a run. */
import { visibleText } from "../../../src/ground/visible-text.ts";
import { formatCount, formatPlain } from "../logic/format.ts";
import type { Score } from "../logic/scores.ts";

const [WIDTH, HEIGHT] = [720, 240];
const [LEFT, RIGHT, TOP, BOTTOM] = [56, 150, 14, 34];

interface Dot {
  readonly name: string;
  readonly tokens: number;
  readonly total: number;
}

export function ReturnByTokens({ scores }: { readonly scores: readonly Score[] }) {
  const dots = scores.flatMap(({ name, tokens, episodes, meanReturn }): Dot[] =>
    tokens === null || meanReturn === null || episodes === 0
      ? []
      : [{ name, tokens: tokens / episodes, total: meanReturn }],
  );
  if (dots.length === 0) return null;
  const most = Math.max(...dots.map(({ tokens }) => tokens), 1);
  const low = Math.min(0, ...dots.map(({ total }) => total));
  const high = Math.max(1, ...dots.map(({ total }) => total));
  const x = (tokens: number) => LEFT + (tokens / most) * (WIDTH - LEFT - RIGHT);
  const y = (total: number) => HEIGHT - BOTTOM - ((total - low) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  return (
    <section class="panel" aria-labelledby="tokens-title">
      <div class="panel-head">
        <h2 id="tokens-title">Return against tokens</h2>
        <span class="aside">means of an episode; to the left and above is better</span>
      </div>
      <svg class="by-tokens" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={dots.map(inWords).join("; ")}>
        {[low, high].map((total) => (
          <g key={total}>
            <line class="rail" x1={LEFT} x2={WIDTH - RIGHT} y1={y(total)} y2={y(total)} />
            <text x={LEFT - 8} y={y(total) + 4} text-anchor="end">
              {formatPlain(total, 1)}
            </text>
          </g>
        ))}
        {[0, most].map((tokens) => (
          <text key={tokens} x={x(tokens)} y={HEIGHT - 12} text-anchor="middle">
            {formatCount(Math.round(tokens))}
          </text>
        ))}
        {dots.map(({ name, tokens, total }, at) => (
          <g key={`${name} ${at}`}>
            <circle cx={x(tokens)} cy={y(total)} r="5" />
            <text class="name" x={x(tokens) + 10} y={y(total) + 4}>
              {visibleText(name).slice(0, 20)}
            </text>
          </g>
        ))}
      </svg>
    </section>
  );
}

function inWords({ name, tokens, total }: Dot): string {
  return `${visibleText(name)}: return ${formatPlain(total)} for ${formatCount(Math.round(tokens))} tokens`;
}
