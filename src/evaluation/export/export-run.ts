/** Turns runs into a file of another form, an episode at a time. */
import { join } from "node:path";
import { wellFormedJson } from "../../ground/well-formed.ts";
import type { EpisodeRecord } from "../../protocol/protocol.ts";
import type { EpisodeDigest } from "../run/digest.ts";
import { readEpisodes } from "../run/read-episodes.ts";
import { EPISODES_FILE, type RecordedRun, readRun } from "../run/read-run.ts";
import { conversationOf, lessonOf } from "./conversation.ts";
import { type PairCandidate, pairEpisodes } from "./dpo.ts";
import { inspectFileName, inspectLogHead, inspectSample } from "./inspect.ts";
import { countReason, type LeftOutReason, type ReasonCounts, type UnpairedReason } from "./left-out.ts";
import { toRawSteps } from "./raw-steps.ts";
import { type ExportWishes, failedFilter, selectEpisodes } from "./select.ts";
import { toSftExample, toTrainingForm, UnreadableCall } from "./training-form.ts";

export interface ExportedRuns {
  readonly runs: readonly RecordedRun[];
  /** How many episodes were looked at more closely. */
  readonly selected: number;
  /** The file's name within a folder of exports. */
  readonly fileName: string;
  /** The text of the file, piece by piece. What follows is right once it has been read to its end. */
  readonly pieces: AsyncIterable<string>;
  readonly count: () => number;
  /** Why episodes were left out, and how many. */
  readonly leftOut: () => ReasonCounts<LeftOutReason>;
  /** Why episodes, or two of them, make no pair, and how often. */
  readonly unpaired: () => ReasonCounts<UnpairedReason>;
}

/** @throws Error when a folder holds no run, or several are to become one log */
export async function exportRuns(folders: readonly string[], wishes: ExportWishes): Promise<ExportedRuns> {
  const { format } = wishes;
  const runs: RecordedRun[] = [];
  for (const folder of folders) runs.push(await readRun(folder));
  const [first] = runs;
  if (first === undefined) throw new Error("Cannot export nothing: name a run's folder.");
  if (format === "inspect" && runs.length > 1) {
    throw new Error("Cannot put several runs into one log of Inspect: export each by itself, to one --log-dir.");
  }
  const leftOut = new Map<LeftOutReason, number>();
  const selections = runs.map((run) => {
    const selection = selectEpisodes(run.episodes, wishes);
    for (const reason of selection.leftOut) countReason(leftOut, reason);
    return { run, episodes: selection.episodes };
  });
  let unpaired: ReasonCounts<UnpairedReason> = new Map();
  let count = 0;
  return {
    runs,
    selected: selections.reduce((sum, { episodes }) => sum + episodes.length, 0),
    fileName:
      format === "inspect"
        ? inspectFileName(first, selections[0]?.episodes ?? [])
        : `${format}${runs.length === 1 ? "" : `-of-${runs.length}-runs`}.jsonl`,
    pieces: format === "inspect" ? inspectPieces(first) : format === "dpo" ? pairLines() : lines(format),
    count: () => count,
    leftOut: () => leftOut,
    unpaired: () => unpaired,
  };

  async function* lines(kind: "sft" | "raw"): AsyncGenerator<string> {
    for await (const { record } of selected()) {
      const examples = kind === "raw" ? toRawSteps(record) : [readable(() => toSftExample(record, wishes))];
      for (const example of examples) {
        if (example === null) continue;
        count += 1;
        yield `${wellFormedJson(example)}\n`;
      }
    }
  }

  async function* pairLines(): AsyncGenerator<string> {
    // What was said of thousands of episodes fits in memory; what was seen need not.
    const candidates: PairCandidate[] = [];
    for await (const { record, digest } of selected()) {
      const messages = readable(() => toTrainingForm(lessonOf(conversationOf(record, wishes))));
      if (messages === null || messages.length === 0) continue;
      const passes = failedFilter(digest, wishes) === null;
      candidates.push({ task_name: record.task_name, return: record.return, passes, messages });
    }
    const pairing = pairEpisodes(candidates);
    unpaired = pairing.unpaired;
    for (const pair of pairing.pairs) {
      count += 1;
      yield `${wellFormedJson(pair)}\n`;
    }
  }

  async function* inspectPieces(run: RecordedRun): AsyncGenerator<string> {
    const episodes = selections[0]?.episodes ?? [];
    // The head's closing brace gives way to the samples, which must come last.
    yield `${wellFormedJson(inspectLogHead(run, episodes)).slice(0, -1)},"samples":[`;
    for await (const { record } of selected()) {
      yield `${count === 0 ? "" : ","}\n${wellFormedJson(inspectSample(record))}`;
      count += 1;
    }
    yield "]}\n";
  }

  async function* selected(): AsyncGenerator<{ readonly record: EpisodeRecord; readonly digest: EpisodeDigest }> {
    for (const { run, episodes } of selections) {
      const wanted = new Map(episodes.map((digest) => [digest.line, digest]));
      for await (const entry of readEpisodes(join(run.folder, EPISODES_FILE))) {
        const digest = wanted.get(entry.line);
        if ("record" in entry && digest !== undefined) yield { record: entry.record, digest };
      }
    }
  }

  /** What `make` makes; null, and counted as left out, where no template could write it. */
  function readable<T>(make: () => T): T | null {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof UnreadableCall)) throw error;
      countReason(leftOut, "unreadable_call");
      return null;
    }
  }
}
