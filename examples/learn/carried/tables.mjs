/** What carries over, as tables: the learner at its beginning and its end, and who plays beside it. */
import { NAMES } from "../table.mjs";

const PARTS = ["training", "heldOut"];

/** The runs as those of a table or a picture: one for the training families, one for the held-out ones. */
export function seriesOf(runs) {
  return runs.flatMap(({ profile, seed, curve }) =>
    PARTS.map((part) => ({ profile, method: part, seed, curve: curve.map((point) => point[part]) })),
  );
}

export function othersTable(others) {
  const names = [...new Set(others.map(({ name }) => name))];
  const rows = names.map((name) => {
    const own = others.filter((row) => row.name === name);
    const cells = PARTS.flatMap((part) => [
      own[0][part].solved.toFixed(2),
      own.map((row) => row[part].meanReturn.toFixed(2)).join(", "),
    ]);
    return `| ${name} | ${cells.join(" | ")} |`;
  });
  const profiles = [...new Set(others.map(({ profile }) => profile))].join(", ");
  const head = `| Who | Solved, ${NAMES.training} | return in ${profiles} | Solved, ${NAMES.heldOut} | return in ${profiles} |`;
  return [head, "|---|---|---|---|---|", ...rows].join("\n");
}
