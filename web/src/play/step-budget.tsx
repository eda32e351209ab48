/** How many of its steps an episode has used, as a bar and in words. */
import { formatCounted } from "../logic/format.ts";

export interface StepBudgetProps {
  readonly taken: number;
  readonly left: number;
  /** How many the episode began with. */
  readonly all: number;
  readonly isOver: boolean;
}

/** Few enough to be careful with. */
const FEW = 5;

export function StepBudget({ taken, left, all, isOver }: StepBudgetProps) {
  const share = taken / Math.max(1, all);
  const isLow = !isOver && left <= FEW;
  return (
    <span class="budget">
      <span class={isLow ? "budget-bar low" : "budget-bar"} aria-hidden="true">
        <span style={{ transform: `scaleX(${share})` }} />
      </span>
      {isOver ? `${formatCounted(taken, "step")} taken` : `${formatCounted(left, "step")} left`}
    </span>
  );
}
