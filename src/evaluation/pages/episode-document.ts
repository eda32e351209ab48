/** An episode as one file to hand on: it needs no server and no network, and runs nothing. */
import type { EpisodeRecord } from "../../protocol/protocol.ts";
import { countOf } from "../../protocol/text.ts";
import { episodeContents } from "./episode-contents.ts";
import { type Html, html } from "./html.ts";
import { htmlPage } from "./html-page.ts";

/** @param sheets the text of `page.css` and `charts/charts.css`. @returns a whole HTML document */
export function episodeDocument(record: EpisodeRecord, sheets: string): string {
  const player = record.model ?? record.agent;
  const body = html`<article>
${episodeContents(record)}
${given(record)}
</article>`;
  return htmlPage({ title: `${record.task_name}, ${player} · TraceFix-RL`, body, sheets });
}

/** The code that the episode began with, where the record has it. */
function given({ initial_observation: { code_dict, path } }: EpisodeRecord): Html | null {
  const lines = Object.values(code_dict);
  if (lines.length === 0) return null;
  return html`<h2>As it was given</h2>
<details><summary>${path ?? "The file"}, ${countOf(lines.length, "line")}</summary><pre>${lines.join("\n")}</pre></details>`;
}
