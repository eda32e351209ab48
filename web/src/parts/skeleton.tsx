/** Stands where something is on its way: bars of about its shape, and words for those who do not see them. */

export interface SkeletonProps {
  /** What is on its way, such as "Loading the tasks". */
  readonly label: string;
  /** The page's, where it has none yet. */
  readonly heading?: string;
  /** As a list has rows, or as an episode has panels. */
  readonly shape?: "rows" | "panels";
}

const BARS = { rows: 12, panels: 5 };

export function Skeleton({ label, heading, shape = "rows" }: SkeletonProps) {
  return (
    <div class={`skeleton ${shape}`}>
      {heading !== undefined && <h1 class="unseen">{heading}</h1>}
      <p class="unseen">{label} …</p>
      {Array.from({ length: BARS[shape] }, (_, at) => (
        <div key={at} aria-hidden="true" />
      ))}
    </div>
  );
}
