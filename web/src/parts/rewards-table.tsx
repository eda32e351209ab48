/** The reward of each step, broken into what it is made of, with the running return. */
import { plain, signed } from "../logic/format.ts";
import type { RewardRow } from "../logic/trace.ts";

export interface RewardsTableProps {
  readonly rows: readonly RewardRow[];
  /** The step that is looked at. */
  readonly current?: number;
  readonly onChoose?: (step: number) => void;
}

const PARTS = ["step_cost", "run_tests", "progress", "penalty", "final"] as const;
const NAMES = {
  step_cost: "Cost",
  run_tests: "Run",
  progress: "Progress",
  penalty: "Penalty",
  final: "Final",
} as const;

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
            {PARTS.map((part) => (
              <th scope="col" key={part}>
                {NAMES[part]}
              </th>
            ))}
            <th scope="col">Reward</th>
            <th scope="col">Return</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.step} aria-current={row.step === current ? "step" : undefined}>
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
              {PARTS.map((part) => (
                <Amount key={part} value={row.components?.[part] ?? 0} />
              ))}
              <td class="sum">{signed(row.reward)}</td>
              <td class="sum">{plain(row.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Amount({ value }: { readonly value: number }) {
  if (value === 0) return <td class="zero">·</td>;
  return <td class={value < 0 ? "minus" : "plus"}>{signed(value)}</td>;
}
