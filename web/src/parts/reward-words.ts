/** What the page says of an episode's two sums, wherever they stand side by side. */

export const SCORE_AND_RETURN =
  "The score is the grade of what was handed in, from 0.01 to 0.98. The return adds up the rewards of all steps, of which " +
  "that grade is the last, so it may be more.";
