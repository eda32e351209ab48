/** What makes a document of an episode, with the styles that go into it. */
import charts from "../../../src/evaluation/pages/charts/charts.css?inline";
import page from "../../../src/evaluation/pages/page.css?inline";

export { episodeDocument } from "../../../src/evaluation/pages/episode-document.ts";

export const documentSheets = page + charts;
