/** The frame of a report and of a shared episode: one HTML file that loads nothing and runs nothing. */
import { Html, html } from "./html.ts";

/** Even if something slipped through the escaping, it could neither run nor send anything. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export interface HtmlPageParts {
  readonly title: string;
  readonly body: Html;
  /** The text of `page.css`, and of the charts' where there is any. */
  readonly sheets: string;
}

export function htmlPage({ title, body, sheets }: HtmlPageParts): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(sheets)}</style>
</head>
<body>
${body}
</body>
</html>
`.text;
}
