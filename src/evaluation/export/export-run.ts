/** Turns runs into a file of another form, in one pass over each. */
import { wellFormedJson } from "../../ground/well-formed.ts";
import { digestOf, type EpisodeDigest } from "../run/digest.ts";
import { type RecordedRun, readRun } from "../run/read-run.ts";
import { type PairCandidate, pairEpisodes } from "./dpo.ts";
import { inspectFileName, inspectLogHead } from "./inspect.ts";
import { countReason, type LeftOutReason, type ReasonCounts, type UnpairedReason } from "./left-out.ts";
import { type MadeExample, makeExample, textOfExample } from "./make-example.ts";
import { type ExportWishes, selectEpisodes, whyLeftOut } from "./select.ts";

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

interface SelectedRun {
  readonly run: RecordedRun;
  readonly episodes: readonly EpisodeDigest[];
  readonly leftOut: readonly LeftOutReason[];
  /** What was made of them, in the order of their lines. */
  readonly made: readonly MadeExample[];
}

/** @throws Error when a folder holds no run, or several are to become one log */
export async function exportRuns(folders: readonly string[], wishes: ExportWishes): Promise<ExportedRuns> {
  const { format } = wishes;
  if (format === "inspect" && folders.length > 1) {
    throw new Error("Cannot put several runs into one log of Inspect: export each by itself, to one --log-dir.");
  }
  const selections: SelectedRun[] = [];
  for (const folder of folders) selections.push(await selectFrom(folder, wishes));
  const [first] = selections;
  if (first === undefined) throw new Error("Cannot export nothing: name a run's folder.");
  const leftOut = new Map<LeftOutReason, number>();
  for (const selection of selections) for (const reason of selection.leftOut) countReason(leftOut, reason);
  let unpaired: ReasonCounts<UnpairedReason> = new Map();
  let count = 0;
  return {
    runs: selections.map(({ run }) => run),
    selected: selections.reduce((sum, { episodes }) => sum + episodes.length, 0),
    fileName:
      format === "inspect"
        ? inspectFileName(first.run, first.episodes)
        : `${format}${selections.length === 1 ? "" : `-of-${selections.length}-runs`}.jsonl`,
    pieces: format === "inspect" ? inspectPieces(first) : format === "dpo" ? pairLines() : texts(),
    count: () => count,
    leftOut: () => leftOut,
    unpaired: () => unpaired,
  };

  async function* texts(): AsyncGenerator<string> {
    for (const { made } of selections) {
      for (const one of made) {
        if (one.kind === "unreadable_call") countReason(leftOut, one.kind);
        if (one.kind !== "text") continue;
        yield textOfExample(one);
        count += one.count;
      }
    }
  }

  async function* pairLines(): AsyncGenerator<string> {
    const candidates: PairCandidate[] = [];
    for (const one of selections.flatMap(({ made }) => made)) {
      if (one.kind === "unreadable_call") countReason(leftOut, one.kind);
      if (one.kind === "candidate") candidates.push(one.candidate);
    }
    const pairing = pairEpisodes(candidates);
    unpaired = pairing.unpaired;
    for (const pair of pairing.pairs) {
      count += 1;
      yield `${wellFormedJson(pair)}\n`;
    }
  }

  async function* inspectPieces({ run, episodes }: SelectedRun): AsyncGenerator<string> {
    // The head's closing brace gives way to the samples, which must come last.
    yield `${wellFormedJson(inspectLogHead(run, episodes)).slice(0, -1)},"samples":[`;
    for await (const sample of texts()) yield `${count === 0 ? "" : ","}\n${sample}`;
    yield "]}\n";
  }
}

async function selectFrom(folder: string, wishes: ExportWishes): Promise<SelectedRun> {
  const byLine = new Map<number, MadeExample>();
  const run = await readRun(folder, (entry) => {
    if ("problem" in entry) return;
    const digest = digestOf(entry);
    if (whyLeftOut(digest, wishes) === null) byLine.set(entry.line, makeExample(entry.record, digest, wishes));
  });
  // An episode that was played again has a later line, which is the one that counts.
  const { episodes, leftOut } = selectEpisodes(run.episodes, wishes);
  const lines = episodes.map(({ line }) => line).sort((a, b) => a - b);
  return { run, episodes, leftOut, made: lines.flatMap((line) => byLine.get(line) ?? []) };
}
