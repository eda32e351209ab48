/** A table as CSV that spreadsheets open, whatever text is in it. */

export type Cell = string | number | boolean | null;

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows]
    .map((row) => row.map(toCell).join(","))
    .join("\r\n")
    .concat("\r\n");
}

function toCell(value: Cell): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
