/**
 * Collects what the benchmarks find and prints it. A row holds a figure and, where one is named, the bound it must keep:
 * ratios within one run decide; absolute figures stand beside their targets and decide nothing.
 */

export class Report {
  rows = [];

  /** A ratio within this run that must be at most, or at least, its bound. */
  ratio(name, value, bound) {
    const holds = "atMost" in bound ? value <= bound.atMost : value >= bound.atLeast;
    this.#add({ kind: "ratio", name, value: round(value), bound, holds });
  }

  /** An absolute figure, beside its target if there is one. */
  figure(name, value, { unit, target } = {}) {
    this.#add({ kind: "figure", name, value: round(value), unit, target });
  }

  /** A statement that must be true. */
  claim(name, holds, detail = "") {
    this.#add({ kind: "claim", name, value: detail, holds });
  }

  /** Something that could not be measured here, and why. */
  skipped(name, why) {
    this.#add({ kind: "skipped", name, value: why });
  }

  get failures() {
    return this.rows.filter((row) => row.holds === false);
  }

  markdown() {
    const lines = ["| | measured | bound or target | |", "|---|---:|---|---|"];
    for (const row of this.rows) lines.push(`| ${cells(row).join(" | ")} |`);
    return lines.join("\n");
  }

  #add(row) {
    this.rows.push(row);
    console.log(`  ${cells(row).filter(Boolean).join("  ")}`);
  }
}

function cells(row) {
  const measured =
    row.kind === "skipped"
      ? "not measured"
      : [row.value, row.unit].filter((part) => part !== undefined && part !== "").join(" ");
  const verdict = row.holds === undefined ? "" : row.holds ? "holds" : "DOES NOT HOLD";
  return [row.name, measured, boundText(row), verdict];
}

function boundText(row) {
  if (row.kind === "skipped") return row.value;
  if (row.bound !== undefined)
    return "atMost" in row.bound ? `at most ${row.bound.atMost}` : `at least ${row.bound.atLeast}`;
  return row.target === undefined ? "" : `target ${row.target}`;
}

function round(value) {
  if (typeof value !== "number" || !Number.isFinite(value)) return value;
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
