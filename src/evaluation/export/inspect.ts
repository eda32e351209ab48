/** A run as a log of Inspect, version 2: what `inspect view` opens and `read_eval_log` reads. */
import { createHash } from "node:crypto";
import { groupBy } from "../../ground/group-by.ts";
import type { EpisodeRecord } from "../../protocol/protocol.ts";
import type { EpisodeDigest } from "../run/digest.ts";
import type { RecordedRun } from "../run/read-run.ts";
import { summariseEpisodes } from "../statistics/summary.ts";
import { conversationOf } from "./conversation.ts";
import { toInspectMessage } from "./inspect-messages.ts";

const TASK = "tracefix";

/** Everything of the log but its samples, which a caller puts in at their own pace. */
export function inspectLogHead(
  run: RecordedRun,
  episodes: readonly EpisodeDigest[],
): Readonly<Record<string, unknown>> {
  const { pass_at_1, mean_return, mean_score, attempts, solved } = summariseEpisodes(episodes);
  const { began, ended } = spanOf(episodes);
  const ids = [...new Set(episodes.map(sampleId))];
  const id = idOf(run.name);
  return {
    version: 2,
    status: "success",
    eval: {
      eval_id: id,
      run_id: id,
      created: began,
      task: TASK,
      task_id: id,
      dataset: { name: TASK, samples: ids.length, sample_ids: ids },
      model: modelOf(episodes[0]),
      config: { epochs: Math.max(1, ...episodes.map(({ repetition }) => repetition + 1)) },
      metadata: { run: run.name, ...run.manifest },
    },
    plan: { name: "plan", steps: [{ solver: episodes[0]?.agent ?? "none", params: {} }], config: {} },
    results: {
      total_samples: episodes.length,
      completed_samples: attempts,
      scores: [
        score("solved", { accuracy: pass_at_1?.value ?? 0, solved, attempts }),
        score("return", { mean: mean_return?.value ?? 0 }),
        score("score", { mean: mean_score?.value ?? 0 }),
      ],
    },
    stats: { started_at: began, completed_at: ended, model_usage: usageByModel(episodes) },
  };
}

export function inspectSample(record: EpisodeRecord): object {
  const said = conversationOf(record, { tools: false });
  const messages = said.map((message, place) => toInspectMessage(message, record.key, place));
  const answers = said.filter(({ role }) => role === "assistant");
  const model = modelOf(record);
  const { task_name, program, bug_type, difficulty, split, seed, repetition, ending, key } = record;
  return {
    id: sampleId(record),
    epoch: repetition + 1,
    input: said.find(({ role }) => role === "user")?.content ?? task_name,
    target: "solved",
    messages,
    output: {
      model,
      choices: [{ message: { role: "assistant", content: answers.at(-1)?.content ?? "", model }, stop_reason: "stop" }],
    },
    scores: {
      solved: { value: record.solved ? "C" : "I", answer: ending, explanation: record.error ?? ending },
      return: { value: record.return },
      score: { value: record.score },
    },
    metadata: { task_name, program, bug_type, difficulty, split, seed, ending, key, steps: record.steps.length },
    store: {},
    events: [],
    model_usage: usageByModel([record]),
    started_at: record.started_at,
    total_time: record.duration_ms / 1_000,
    ...(ending === "error" && { error: { message: record.error ?? ending, traceback: "", traceback_ansi: "" } }),
  };
}

/** As Inspect names its logs: when, what, and an id. */
export function inspectFileName(run: RecordedRun, episodes: readonly EpisodeDigest[]): string {
  const when = spanOf(episodes).began.slice(0, 19).replaceAll(":", "-");
  return `${when}+00-00_${TASK}_${idOf(run.name)}.json`;
}

function sampleId({ task_name, seed }: Pick<EpisodeRecord, "task_name" | "seed">): string {
  return `${task_name}/${seed}`;
}

function modelOf(episode: Pick<EpisodeRecord, "agent" | "model"> | undefined): string {
  return episode?.model ?? `none/${episode?.agent ?? "none"}`;
}

/** Tokens by the model that used them, as Inspect adds them up; an agent without a model uses none. */
function usageByModel(episodes: readonly Pick<EpisodeRecord, "agent" | "model" | "usage">[]): object {
  const used = groupBy(
    episodes.filter(({ usage }) => usage !== null),
    modelOf,
  );
  return Object.fromEntries(
    [...used].map(([model, group]) => {
      const input_tokens = group.reduce((sum, { usage }) => sum + (usage?.prompt_tokens ?? 0), 0);
      const output_tokens = group.reduce((sum, { usage }) => sum + (usage?.completion_tokens ?? 0), 0);
      return [model, { input_tokens, output_tokens, total_tokens: input_tokens + output_tokens }];
    }),
  );
}

function score(name: string, metrics: Readonly<Record<string, number>>): object {
  const entries = Object.entries(metrics).map(([metric, value]) => [metric, { name: metric, value, params: {} }]);
  return { name, scorer: name, params: {}, metrics: Object.fromEntries(entries) };
}

function spanOf(episodes: readonly EpisodeDigest[]): { readonly began: string; readonly ended: string } {
  const starts = episodes.map(({ started_at }) => Date.parse(started_at));
  const ends = episodes.map(({ started_at, duration_ms }) => Date.parse(started_at) + duration_ms);
  const first = starts.reduce((least, time) => Math.min(least, time), starts[0] ?? 0);
  const last = ends.reduce((most, time) => Math.max(most, time), ends[0] ?? 0);
  return { began: toInspectTime(first), ended: toInspectTime(last) };
}

function toInspectTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}+00:00`;
}

function idOf(name: string): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 22);
}
