/** One step of an episode's page: the action, the thought, the diff, the tests and the reward with its parts. */

import { nameLines } from "../../ground/name-lines.ts";
import { kindOf } from "../../protocol/action-table.ts";
import { actionTypeOf, nameOfStep } from "../../protocol/plain-action.ts";
import type { RecordedStep, TestResult } from "../../protocol/protocol.ts";
import { writeSigned } from "./format.ts";
import { type Html, html } from "./html.ts";

export interface StepSectionOptions {
  /** From 1. */
  readonly number: number;
  readonly diff: Html | null;
}

export function stepSection({ action, observation, reward }: RecordedStep, { number, diff }: StepSectionOptions): Html {
  const { action_type: _, thought, ...fields } = action;
  const name = nameOfStep(action);
  const { syntax_error, last_execution_output: output, test_results } = observation;
  const tone = reward > 0 ? "good" : reward < 0 ? "bad" : "plain";
  return html`<section class="step"><header><span class="soft">${number}</span><b>${name}</b>
<span class="soft">${placeOf(fields)}</span>
<span class="reward"><span class="${tone}">${writeSigned(reward)}</span> <span class="soft">${partsOf(observation.metadata)}</span></span></header>
${typeof thought === "string" && thought !== "" ? html`<blockquote>${thought}</blockquote>` : null}
${syntax_error === null ? null : html`<p class="bad">${syntax_error}</p>`}
${diff}
${asksForResults(action) ? testList(test_results) : null}
<details><summary>${output.split("\n", 1)[0] ?? ""}</summary><pre class="wrap">${output}</pre>${
    diff === null && Object.keys(fields).length > 0
      ? html`<pre class="wrap">${JSON.stringify(fields, null, 1)}</pre>`
      : null
  }</details></section>
`;
}

function placeOf({ path, start_line, end_line }: Readonly<Record<string, unknown>>): string {
  const file = typeof path === "string" ? path : "";
  if (typeof start_line !== "number" || typeof end_line !== "number") return file;
  const lines = end_line < start_line ? `before line ${start_line}` : nameLines(start_line, end_line);
  return file === "" ? lines : `${file}, ${lines}`;
}

/** The components that are not zero: `step cost -0.001, progress +0.060`. */
function partsOf(metadata: RecordedStep["observation"]["metadata"]): string {
  if (!("reward_components" in metadata)) return "";
  return Object.entries(metadata.reward_components)
    .filter(([, amount]) => amount !== 0)
    .map(([name, amount]) => `${name.replaceAll("_", " ")} ${writeSigned(amount)}`)
    .join(", ");
}

/** Known results stay in the observation; they are news only where they were asked for. */
function asksForResults(action: RecordedStep["action"]): boolean {
  const type = actionTypeOf(action);
  return type !== null && (kindOf(type) === "runs" || kindOf(type) === "ends");
}

function testList(results: readonly TestResult[]): Html | null {
  if (results.length === 0) return null;
  return html`<ul class="tests">${results.map(({ test_name, passed, error_message }) => {
    const verdict = html`<span class="${passed ? "good" : "bad"}">${passed ? "✓" : "✗"}</span> ${test_name}`;
    return error_message === null
      ? html`<li>${verdict}</li>`
      : html`<li><details><summary>${verdict}</summary><pre class="wrap">${error_message}</pre></details></li>`;
  })}</ul>`;
}
