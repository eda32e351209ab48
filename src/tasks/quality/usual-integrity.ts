/** What every program's integrity is measured with, unless a flag says otherwise. */
export const USUAL_INTEGRITY = { pairs: 500, calls: 5000, seed: 0 } as const;
