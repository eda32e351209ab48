/** A shared episode: one document that loads and runs nothing, whatever strangers have written into the episode. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { episodeDocument } from "../../../src/evaluation/pages/episode-document.ts";
import { episodeFileName } from "../../../src/evaluation/pages/episode-file-name.ts";
import { packageRoot } from "../../../src/ground/package-root.ts";
import { failed, makeObservation, makeRecord, makeStep } from "../support/records.ts";

const HOSTILE = `</pre></style></title><script>alert(1)</script><img src=x onerror="alert(2)">'"&amp;\u202e\u0007`;

describe("a shared episode", () => {
  test("holds thoughts, differences, tests, rewards and the code that was given", () => {
    const before = makeObservation({ code_dict: { "1": "def f(x):", "2": "    return x" } });
    const after = { "1": "def f(x):", "2": "    return x + 1" };
    const text = episodeDocument(
      makeRecord({
        model: "a-model",
        initial_observation: before,
        steps: [
          makeStep("REPLACE_LINES", {
            action: { action_type: "REPLACE_LINES", thought: "One too few.", start_line: 2, end_line: 2 },
            observation: makeObservation({ code_dict: after }),
          }),
          makeStep("RUN_TESTS", {
            observation: makeObservation({
              code_dict: after,
              test_results: [{ test_name: "two follows one", passed: true, error_message: null }],
            }),
          }),
        ],
      }),
      "pre { color: red }",
    );
    for (const part of ["One too few.", "+     return x + 1", "two follows one", "a-model", "pre { color: red }"]) {
      expect(text).toContain(part);
    }
    expect(text).toContain("def f(x):\n    return x</pre>");
  });

  test("has no element that could run or load anything, whatever its texts are", () => {
    fc.assert(
      fc.property(fc.constantFrom(HOSTILE, "<script>", "javascript:alert(1)"), fc.string(), (hostile, more) => {
        const text = `${hostile}${more}`;
        const observation = makeObservation({ code_dict: { "1": text }, last_execution_output: text });
        const record = makeRecord({
          ...failed,
          agent: text,
          model: text,
          task_name: text,
          error: text,
          initial_observation: makeObservation({ code_dict: { "1": `${text} before` } }),
          steps: [makeStep("REPLACE_LINES", { action: { action_type: text, thought: text }, observation })],
          messages: [{ role: "user", content: text }],
        });
        const written = episodeDocument(record, "");
        expect(written).not.toMatch(/<(?:script|img|iframe|link|object|form)/i);
        expect(written.replaceAll(/<meta [^>]*>/g, "")).not.toMatch(/<[^>]*\s(?:on\w+|src|href)=/i);
        expect(written).not.toContain("\u202e");
        expect(written).toContain(`content="default-src &#39;none&#39;;`);
      }),
    );
  });

  test("says where its code was left out, and not that nothing was changed", () => {
    const withoutCode = makeObservation({ code_dict: {} });
    const steps = [makeStep("RUN_TESTS", { observation: withoutCode })];
    const text = episodeDocument(makeRecord({ initial_observation: withoutCode, steps }), "");
    expect(text).toContain("The code is left out of this record.");
    expect(text).not.toContain("as it was given");
  });

  test("needs no server: its sheets load nothing from anywhere", async () => {
    for (const sheet of ["page.css", "charts/charts.css"]) {
      const text = await readFile(join(packageRoot(), "src/evaluation/pages", sheet), "utf8");
      expect(text).not.toMatch(/@import|url\(|<\//);
    }
  });
});

test("a shared episode's file has a plain name, whatever the episode's names are", () => {
  expect(episodeFileName({ task_name: "sum_even", agent: "scripted", model: null, seed: 7 }, "html")).toBe(
    "sum_even-scripted-seed-7.html",
  );
  expect(episodeFileName({ task_name: "../..", agent: "a", model: "org/model:free\u202e", seed: 1 }, "jsonl")).toBe(
    "org-model-free-seed-1.jsonl",
  );
  const name = fc.string();
  fc.assert(
    fc.property(name, name, fc.nat(), (task_name, agent, seed) => {
      const file = episodeFileName({ task_name, agent, model: null, seed }, "html");
      expect(file).toMatch(/^\w[\w-]{0,119}\.html$/);
    }),
  );
});
