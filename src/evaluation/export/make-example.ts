/** What is made of an episode as it comes by, and kept until it is known which episodes of the run count. */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { wellFormedJson } from "../../ground/well-formed.ts";
import type { EpisodeRecord } from "../../protocol/protocol.ts";
import type { EpisodeDigest } from "../run/digest.ts";
import { conversationOf, lessonOf } from "./conversation.ts";
import type { PairCandidate } from "./dpo.ts";
import { inspectSample } from "./inspect.ts";
import { toRawSteps } from "./raw-steps.ts";
import { type ExportWishes, failedFilter } from "./select.ts";
import { toSftExample, toTrainingForm, UnreadableCall } from "./training-form.ts";

export type MadeExample =
  /** Its lines of the file, or its sample of a log: deflated, because what was seen repeats itself. */
  | { readonly kind: "text"; readonly deflated: Uint8Array; readonly count: number }
  | { readonly kind: "candidate"; readonly candidate: PairCandidate }
  | { readonly kind: "nothing" }
  /** No template could write it. */
  | { readonly kind: "unreadable_call" };

export function makeExample(record: EpisodeRecord, digest: EpisodeDigest, wishes: ExportWishes): MadeExample {
  try {
    if (wishes.format === "dpo") return candidateOf(record, failedFilter(digest, wishes) === null, wishes);
    const texts = examplesOf(record, wishes).map((example) => wellFormedJson(example));
    const text = wishes.format === "inspect" ? texts.join("") : texts.map((line) => `${line}\n`).join("");
    return { kind: "text", deflated: deflateRawSync(text, { level: 1 }), count: texts.length };
  } catch (error) {
    if (!(error instanceof UnreadableCall)) throw error;
    return { kind: "unreadable_call" };
  }
}

export function textOfExample({ deflated }: Extract<MadeExample, { kind: "text" }>): string {
  return String(inflateRawSync(deflated));
}

function examplesOf(record: EpisodeRecord, wishes: ExportWishes): readonly object[] {
  if (wishes.format === "raw") return toRawSteps(record);
  const example = wishes.format === "inspect" ? inspectSample(record) : toSftExample(record, wishes);
  return example === null ? [] : [example];
}

function candidateOf(record: EpisodeRecord, passes: boolean, wishes: ExportWishes): MadeExample {
  const messages = toTrainingForm(lessonOf(conversationOf(record, wishes)));
  if (messages.length === 0) return { kind: "nothing" };
  const { task_name } = record;
  return { kind: "candidate", candidate: { task_name, return: record.return, passes, messages } };
}
