/** The reward of each step, broken into what it is made of, with the running return. */
import { memo } from "preact/compat";
import { formatPlain, formatSigned } from "../logic/format.ts";
import { REWARD_PARTS } from "../logic/timeline-shapes.ts";
import type { RewardRow } from "../logic/trace.ts";
import { PART_NAMES } from "./reward-words.ts";

export interface RewardsTableProps {
  readonly rows: readonly RewardRow[];
  /** The step that is looked at. */
  readonly current?: number;
  readonly onChoose?: (step: number) => void;
}

export function RewardsTable({ rows, current, onChoose }: RewardsTableProps) {
  if (rows.length === 0) return <p class="empty">Each action's reward will stand here, part by part.</p>;
  return (
    <section class="scroll" tabIndex={0} aria-label="Rewards, step by step">
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">Step</span>#
            </th>
            <th scope="col" class="words">
              Action
            </th>
            {REWARD_PARTS.map((part) => (
              <th scope="col" key={part}>
                {PART_NAMES[part]}
              </th>
            ))}
            <th scope="col">Reward</th>
            <th scope="col">Return</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.step} row={row} isCurrent={row.step === current} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly row: RewardRow;
  readonly isCurrent: boolean;
  readonly onChoose: RewardsTableProps["onChoose"];
}

/** What a step earned never changes: of fifty rows only two are drawn again when the reader moves. */
const Row = memo(
  ({ row, isCurrent, onChoose }: RowProps) => (
    <tr aria-current={isCurrent ? "step" : undefined}>
      <td>{row.step}</td>
      <th scope="row" class="words">
        {onChoose ? (
          <button type="button" class="link" onClick={() => onChoose(row.step)}>
            {row.action}
          </button>
        ) : (
          row.action
        )}
      </th>
      {REWARD_PARTS.map((part) => (
        <Amount key={part} value={row.components?.[part] ?? 0} />
      ))}
      <td class="sum">{formatSigned(row.reward)}</td>
      <td class="sum">{formatPlain(row.total)}</td>
    </tr>
  ),
  (one, other) =>
    one.isCurrent === other.isCurrent && one.onChoose === other.onChoose && sameReward(one.row, other.row),
);

function sameReward(one: RewardRow, other: RewardRow): boolean {
  return one.action === other.action && one.components === other.components && one.total === other.total;
}

function Amount({ value }: { readonly value: number }) {
  if (value === 0) return <td class="zero">·</td>;
  return <td class={value < 0 ? "minus" : "plus"}>{formatSigned(value)}</td>;
}
