/** The styles of pages that are written here: read from beside the code, to be put into each. */
import { readFile } from "node:fs/promises";

const SHEETS = ["../pages/page.css", "../pages/charts/charts.css"];

export async function readSheets(): Promise<string> {
  return (await Promise.all(SHEETS.map((path) => readFile(new URL(path, import.meta.url), "utf8")))).join("");
}
