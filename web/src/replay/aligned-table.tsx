/** The steps of two episodes in one table, each beside the other's; what was not done by both stands out. */
import { memo } from "preact/compat";
import type { AlignedSteps } from "../logic/align-episodes.ts";
import { formatPlain, formatSigned } from "../logic/format.ts";
import type { RewardRow } from "../logic/trace.ts";

export interface AlignedTableProps {
  readonly rows: readonly AlignedSteps[];
  readonly one: readonly RewardRow[];
  readonly other: readonly RewardRow[];
  /** The place of the first row in which they differ. */
  readonly parting: number | null;
  readonly current: number;
  readonly onChoose: (row: number) => void;
}

export const AlignedTable = memo(({ rows, one, other, parting, current, onChoose }: AlignedTableProps) => (
  <section class="panel scroll" tabIndex={0} aria-label="Steps of both, aligned">
    <table class="numbers aligned">
      <thead>
        <tr>
          <th scope="col" class="words">
            A
          </th>
          <th scope="col">Reward</th>
          <th scope="col">Return</th>
          <th scope="col" class="words other">
            B
          </th>
          <th scope="col">Reward</th>
          <th scope="col">Return</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr
            key={at}
            class={`${row.isSame ? "same" : "apart"} ${at === parting ? "parting" : ""}`}
            aria-current={at === current ? "true" : undefined}
          >
            <Side row={row.one === null ? null : (one[row.one - 1] ?? null)} onChoose={() => onChoose(at)} />
            <Side
              row={row.other === null ? null : (other[row.other - 1] ?? null)}
              onChoose={() => onChoose(at)}
              isOther
            />
          </tr>
        ))}
      </tbody>
    </table>
  </section>
));

interface SideProps {
  readonly row: RewardRow | null;
  readonly onChoose: () => void;
  readonly isOther?: boolean;
}

function Side({ row, onChoose, isOther = false }: SideProps) {
  const look = isOther ? "words other" : "words";
  if (row === null) return <td class={look} colSpan={3} />;
  return (
    <>
      <td class={look}>
        <button type="button" class="link" onClick={onChoose}>
          {row.step} {row.action}
        </button>
      </td>
      <td>{formatSigned(row.reward)}</td>
      <td>{formatPlain(row.total)}</td>
    </>
  );
}
