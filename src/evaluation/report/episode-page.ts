/** One episode's page in a report, with its ways to the run and to the episodes beside it. */
import { episodeContents } from "../pages/episode-contents.ts";
import { type Html, html } from "../pages/html.ts";
import type { GoodLine } from "../run/read-episodes.ts";

/** The pages before and after this one; null where there is none. */
export interface PageNeighbours {
  readonly previous: number | null;
  readonly next: number | null;
}

/** A page that lacks only its links to its neighbours, which are known when all episodes are. */
export type PageInPlace = (neighbours: PageNeighbours) => Html;

export function episodePage({ record, line }: GoodLine): PageInPlace {
  const contents = episodeContents(record);
  return ({ previous, next }) => html`<article class="episode" id="episode-${line}">
<nav><a href="#">← the run</a>${link(previous, "previous episode")}${link(next, "next episode")}</nav>
${contents}
</article>
`;
}

function link(line: number | null, words: string): Html | null {
  return line === null ? null : html`<a href="#episode-${line}">${words}</a>`;
}
