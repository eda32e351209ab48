/** One episode in HTML: what it came to, what changed, and every step. */
import type { ChatMessage, EpisodeRecord } from "../../protocol/protocol.ts";
import { countOf } from "../../protocol/text.ts";
import { returnCurve } from "./charts/return-curve.ts";
import { codeChanges } from "./code-changes.ts";
import { writeDecimal } from "./format.ts";
import { hasCode } from "./has-code.ts";
import { type Html, html } from "./html.ts";
import { stepSection } from "./step-section.ts";
import { ENDING_WORDS, toneOf } from "./words.ts";

/** What an episode's page holds below its ways elsewhere. */
export function episodeContents(record: EpisodeRecord): Html {
  const changes = codeChanges([record.initial_observation, ...record.steps.map(({ observation }) => observation)]);
  const facts = [
    record.model === null ? record.agent : `${record.agent}: ${record.model}`,
    record.difficulty,
    record.bug_type,
    record.split ?? "split unknown",
    `seed ${record.seed}`,
    `repetition ${record.repetition}`,
    countOf(record.steps.length, "step"),
    `return ${writeDecimal(record.return)}`,
    `score ${writeDecimal(record.score)}`,
  ];
  return html`<h1>${record.task_name}</h1>
<p><span class="chip ${toneOf(record)}">${ENDING_WORDS[record.ending]}</span> <span class="soft">${facts.join(" · ")}</span></p>
${record.error === null ? null : html`<p class="bad">${record.error}</p>`}
<div class="card">${returnCurve(record.steps.map(({ reward }) => reward))}</div>
<h2>What it changed</h2>
${changes.all ?? html`<p class="soft">${hasCode(record) ? "Nothing: the file is as it was given." : "The code is left out of this record."}</p>`}
<h2>Steps</h2>
${record.steps.map((step, index) => stepSection(step, { number: index + 1, diff: changes.steps[index + 1] ?? null }))}
${conversation(record.messages)}`;
}

function conversation(messages: readonly ChatMessage[]): Html | null {
  if (messages.length === 0) return null;
  return html`<h2>Conversation</h2><details><summary>${countOf(messages.length, "message")}</summary>${messages.map(
    ({ role, content, ...rest }) =>
      html`<div class="message"><p class="soft">${role}</p><pre class="wrap">${content ?? ""}${
        Object.keys(rest).length > 0
          ? html`
${JSON.stringify(rest, null, 1)}`
          : null
      }</pre></div>`,
  )}</details>`;
}
