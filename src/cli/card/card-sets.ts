/** The sets that the card tells of: those that come with the package. */
export const CARD_SETS = ["classic", "generated", "impossible"] as const;
export type CardSet = (typeof CARD_SETS)[number];
