/** The frame of a report: one HTML file that loads nothing and runs nothing. */
import { readFile } from "node:fs/promises";
import { Html, html } from "./html.ts";

/** Even if something slipped through the escaping, it could neither run nor send anything. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLES = ["report.css", "charts/charts.css"];

export async function htmlPage(title: string, body: Html): Promise<string> {
  const sheets = await Promise.all(STYLES.map((path) => readFile(new URL(path, import.meta.url), "utf8")));
  const style = new Html(sheets.join(""));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`.text;
}
