/** An episode as a file to hand on: one HTML document that anyone can open, or the record that tools read. */
import { useState } from "preact/hooks";
import { episodeFileName } from "../../../src/evaluation/pages/episode-file-name.ts";
import type { EpisodeRecord } from "../../../src/protocol/episode-record.ts";
import { saveFile } from "./save-file.ts";

export interface ShareEpisodeProps {
  /** Brings the episode, once somebody wants the file. @throws Error that says why it cannot be had */
  readonly load: () => Promise<EpisodeRecord>;
}

export function ShareEpisode({ load }: ShareEpisodeProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const save = (write: (record: EpisodeRecord) => Promise<void>): void => {
    setProblem(null);
    load()
      .then(write)
      .catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
  };
  return (
    <>
      <button
        type="button"
        title="One file that shows the episode to anyone, without a server"
        onClick={() => save(saveHtml)}
      >
        Save as HTML
      </button>
      <button
        type="button"
        title="The record, as `tracefix replay` and `export` read it"
        onClick={() => save(saveJson)}
      >
        Save as JSON
      </button>
      {problem !== null && (
        <span class="aside" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}

/** What makes the document comes when it is first wanted. */
async function saveHtml(record: EpisodeRecord): Promise<void> {
  const { episodeDocument, documentSheets } = await import("./episode-document.ts");
  saveFile({ name: episodeFileName(record, "html"), text: episodeDocument(record, documentSheets), type: "text/html" });
}

async function saveJson(record: EpisodeRecord): Promise<void> {
  saveFile({ name: episodeFileName(record, "jsonl"), text: `${JSON.stringify(record)}\n`, type: "application/jsonl" });
}
