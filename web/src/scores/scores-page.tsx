/** Scores. */
export function ScoresPage() {
  return <h1>Scores</h1>;
}
