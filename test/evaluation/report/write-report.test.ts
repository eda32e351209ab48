import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { html } from "../../../src/evaluation/pages/html.ts";
import { escapeMarkdown } from "../../../src/evaluation/report/markdown.ts";
import { writeReport } from "../../../src/evaluation/report/write-report.ts";
import type { EpisodeRecord } from "../../../src/protocol/protocol.ts";
import { failed, makeObservation, makeRecord, makeStep, writeRun } from "../support/records.ts";

const HOSTILE = `</pre></style></title><script>alert(1)</script><img src=x onerror="alert(2)">'"&amp;[x](javascript:1)|\u202e\u0007`;

/** Every text that a stranger could choose is hostile. */
const attack: EpisodeRecord = makeRecord({
  ...failed,
  agent: HOSTILE,
  model: HOSTILE,
  task_name: HOSTILE,
  bug_type: HOSTILE,
  program: HOSTILE,
  error: HOSTILE,
  initial_observation: makeObservation({ code_dict: { "1": HOSTILE } }),
  steps: [
    makeStep("REPLACE_LINES", {
      action: { action_type: HOSTILE, thought: HOSTILE, [HOSTILE]: HOSTILE, start_line: HOSTILE },
      observation: makeObservation({
        code_dict: { "1": `${HOSTILE}!` },
        last_execution_output: HOSTILE,
        syntax_error: HOSTILE,
      }),
    }),
    makeStep("RUN_TESTS", {
      observation: makeObservation({
        code_dict: { "1": `${HOSTILE}!` },
        test_results: [{ test_name: HOSTILE, passed: false, error_message: HOSTILE }],
      }),
    }),
  ],
  messages: [{ role: "assistant", content: HOSTILE, tool_calls: [{ id: HOSTILE }] }],
});

async function report(...records: (EpisodeRecord | string)[]): Promise<{ html: string; markdown: string }> {
  const folder = writeRun(records);
  await writeReport(folder);
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  return { html: read("report.html"), markdown: read("report.md") };
}

/** The names of all tags, and the attributes that could run or load something. */
function markup(text: string): { tags: Set<string>; risky: string[] } {
  const tags = [...text.matchAll(/<\/?([a-z!][a-z0-9]*)/gi)].map(([, name = ""]) => name.toLowerCase());
  return { tags: new Set(tags), risky: text.match(/<(?!meta )[^>]*\s(?:on\w+|src|style|href="(?!#))[^>]*>/gi) ?? [] };
}

describe("a report", () => {
  it("shows the figures, and for each episode thoughts, diff, tests and the reward of each step", async () => {
    const edited = makeObservation({ code_dict: { "1": "def f(x):", "2": "    return x + 1" } });
    const text = await report(
      makeRecord({
        steps: [
          makeStep("REPLACE_LINES", {
            action: { action_type: "REPLACE_LINES", thought: "one is missing", start_line: 2, end_line: 2 },
            observation: {
              ...edited,
              metadata: {
                reward_components: { step_cost: -0.001, run_tests: 0, progress: 0, penalty: -0.02, final: 0 },
                return: -0.021,
              },
            },
            reward: -0.021,
          }),
          makeStep("RUN_TESTS", {
            observation: { ...edited, test_results: [{ test_name: "adds one", passed: true, error_message: null }] },
          }),
        ],
      }),
      makeRecord({ ...failed, seed: 8 }),
    );
    expect(text.html).toContain("50.0 %");
    expect(text.html).toContain("one is missing");
    expect(text.html).toContain('<span class="removed">-     return x</span>');
    expect(text.html).toContain('<span class="added">+     return x + 1</span>');
    expect(text.html).toContain("step cost -0.001, penalty -0.020");
    expect(text.html).toContain("adds one");
    expect(text.html).toContain('<a href="#episode-2">');
    expect(text.markdown).toContain("1 of 2 | 50.0 % (9.5 % to 90.5 %)");
    expect(text.markdown).toContain("| wrong fix | 1 |");
  });

  it("shows whatever strangers wrote as text, never as markup", async () => {
    const { html: clean } = await report(makeRecord({ messages: [{ role: "user", content: "x", a: 1 }], error: "x" }));
    const { html: dirty, markdown } = await report(attack);
    expect(markup(dirty).risky).toEqual([]);
    const allowed = new Set([...markup(clean).tags, "blockquote", "ul", "li", "circle"]);
    expect([...markup(dirty).tags].filter((tag) => !allowed.has(tag))).toEqual([]);
    expect(dirty).toContain("&lt;script&gt;alert(1)");
    for (const hidden of ["\u202e", "\u0007"]) expect(dirty).not.toContain(hidden);
    expect(dirty).toContain("\\u202e");
    expect(markdown).not.toMatch(/(?<!\\)<|(?<!\\)\[x|\u202e/);
  });

  it("loads nothing from anywhere and forbids everything but its own style", async () => {
    const { html: text } = await report(makeRecord());
    expect(text).toContain("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;");
    expect(text).not.toMatch(/https?:|url\(|@import|<script|<link/);
  });

  it("tells of lines that could not be read", async () => {
    const { html: text, markdown } = await report(makeRecord(), '{"version":1,');
    expect(text).toContain("Line 2 of episodes.jsonl is left out: it is not whole JSON");
    expect(markdown).toContain("Line 2 of episodes.jsonl is left out");
  });

  it("is the same text for the same run", async () => {
    const folder = writeRun([makeRecord(), makeRecord({ ...failed, seed: 9 })]);
    const read = () => ["report.html", "report.md"].map((name) => readFileSync(join(folder, name), "utf8"));
    await writeReport(folder);
    const first = read();
    await writeReport(folder);
    expect(read()).toEqual(first);
  });

  it("can be made of a run without an episode", async () => {
    const { html: text } = await report("");
    expect(text).toContain("no attempts");
  });
});

describe("escaping", () => {
  it("leaves no character that HTML or an attribute could take for its own, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const inner = html`<p title="${text}">${text}</p>`.text.slice('<p title="'.length, -"</p>".length);
        const [title = "", shown = "", ...more] = inner.split('">');
        expect(more).toEqual([]);
        expect(`${title}${shown}`).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
      }),
    );
  });

  it("leaves no character that Markdown could take for its own", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        expect(escapeMarkdown(text).replace(/\\[^a-z0-9\s]/gi, "")).not.toMatch(/[`*_[\]<>#|~&\n\r]/);
      }),
    );
  });
});
