/** A kept episode's record as a reader may see it, and no longer than Watch's are. */
import type { EpisodeRecord } from "../../protocol/protocol.ts";
import { weighStep } from "../watch/kept-step.ts";
import { MAX_EPISODE_TEXT, MAX_KEPT_STEPS } from "../watch/limits.ts";
import { shownRecord } from "../watch/what-watchers-see.ts";
import { hidesCode } from "./list-kept.ts";

export interface RecordView {
  /** Whether the code of the test split is shown. */
  readonly full: boolean;
  /** Whether who asks may know what draws an episode again, once it is over. */
  readonly tellsDraw: boolean;
}

export function showKept(record: EpisodeRecord, { full, tellsDraw }: RecordView): EpisodeRecord {
  const isLive = record.steps.at(-1)?.done !== true;
  const hides = hidesCode({ split: record.split, full });
  const shown = shownRecord(cut(record), { hidesCode: hides, isLive, hidesDraw: isLive || hides || !tellsDraw });
  return isLive ? { ...shown, task_name: record.program, bug_type: "unknown" } : shown;
}

function cut(record: EpisodeRecord): EpisodeRecord {
  let before = record.initial_observation;
  let length = 0;
  let kept = 0;
  for (const step of record.steps) {
    length += weighStep(step, before).whole;
    if (length > MAX_EPISODE_TEXT || kept === MAX_KEPT_STEPS) {
      const error = `Only the first ${kept} of ${record.steps.length} steps are shown: \`tracefix episodes export\` writes all.`;
      return { ...record, steps: record.steps.slice(0, kept), error };
    }
    before = step.observation;
    kept += 1;
  }
  return record;
}
