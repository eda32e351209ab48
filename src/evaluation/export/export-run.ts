/** Turns a run into a file of another form, an episode at a time. */
import { join } from "node:path";
import type { EpisodeRecord } from "../../protocol/protocol.ts";
import { readEpisodes } from "../run/read-episodes.ts";
import { EPISODES_FILE, type Run, readRun } from "../run/read-run.ts";
import { pairEpisodes, toDpoExample } from "./dpo.ts";
import { inspectFileName, inspectLogHead, inspectSample } from "./inspect.ts";
import { toRawSteps } from "./raw.ts";
import { type ExportFormat, type Filters, type Selection, selectEpisodes } from "./select.ts";
import { toSftExample } from "./sft.ts";

export interface Exported {
  readonly run: Run;
  readonly selection: Selection;
  /** The file's name within a folder of exports. */
  readonly fileName: string;
  /** The text of the file, piece by piece; `count` is right once it has been read to its end. */
  readonly pieces: AsyncIterable<string>;
  readonly count: () => number;
}

/** @throws Error when the folder holds no run */
export async function exportRun(
  folder: string,
  { format, filters }: { readonly format: ExportFormat; readonly filters: Filters },
): Promise<Exported> {
  const run = await readRun(folder);
  const selection = selectEpisodes(run.episodes, { format, filters });
  let count = 0;
  const pieces = format === "inspect" ? inspectPieces() : format === "dpo" ? pairLines() : lines(format);
  const fileName = format === "inspect" ? inspectFileName(run, selection.episodes) : `${format}.jsonl`;
  return { run, selection, fileName, pieces, count: () => count };

  async function* lines(kind: "sft" | "raw"): AsyncGenerator<string> {
    for await (const record of selected()) {
      const examples = kind === "raw" ? toRawSteps(record) : [toSftExample(record)];
      for (const example of examples) {
        if (example === null) continue;
        count += 1;
        yield `${JSON.stringify(example)}\n`;
      }
    }
  }

  async function* pairLines(): AsyncGenerator<string> {
    const pairs = pairEpisodes(selection.episodes, filters);
    const paired = new Set(pairs.flatMap(({ better, worse }) => [better, worse]));
    const records = new Map<number, EpisodeRecord>();
    for await (const entry of readEpisodes(join(folder, EPISODES_FILE))) {
      if ("record" in entry && paired.has(entry.line)) records.set(entry.line, entry.record);
    }
    for (const { better, worse } of pairs) {
      const [chosen, rejected] = [records.get(better), records.get(worse)];
      const example = chosen && rejected ? toDpoExample(chosen, rejected) : null;
      if (example === null) continue;
      count += 1;
      yield `${JSON.stringify(example)}\n`;
    }
  }

  async function* inspectPieces(): AsyncGenerator<string> {
    // The head's closing brace gives way to the samples, which must come last.
    yield `${JSON.stringify(inspectLogHead(run, selection.episodes)).slice(0, -1)},"samples":[`;
    for await (const record of selected()) {
      yield `${count === 0 ? "" : ","}\n${JSON.stringify(inspectSample(record))}`;
      count += 1;
    }
    yield "]}\n";
  }

  async function* selected(): AsyncGenerator<EpisodeRecord> {
    const wanted = new Set(selection.episodes.map(({ line }) => line));
    for await (const entry of readEpisodes(join(folder, EPISODES_FILE))) {
      if ("record" in entry && wanted.has(entry.line)) yield entry.record;
    }
  }
}
