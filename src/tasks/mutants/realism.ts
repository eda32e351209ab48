/** Whether an engineer makes such a mistake often, sometimes, or hardly ever: the most realistic first. */
export const REALISMS = ["realistic", "plausible", "silly"] as const;
export type Realism = (typeof REALISMS)[number];
