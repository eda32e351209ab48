/** Made-up episodes and run folders, for tests of what is made of them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  type CodeObservation,
  type EpisodeRecord,
  type RecordedStep,
  USUAL_GRADING,
} from "../../../src/protocol/protocol.ts";

export function makeObservation(more: Partial<CodeObservation> = {}): CodeObservation {
  return {
    code_dict: { "1": "def f(x):", "2": "    return x" },
    localized_context: "",
    last_execution_output: "The episode begins. Nothing has been run yet.",
    syntax_error: null,
    test_results: [],
    step_count: 0,
    steps_remaining: 50,
    reward_last_step: 0,
    info: { episode_id: "one", task_name: "program", task_difficulty: "easy" },
    metadata: {
      system_prompt: "Find the bug.",
      seed: 7,
      split: null,
      index: 0,
      max_steps: 50,
      reward_profile: "dense",
    },
    ...more,
  };
}

export function makeStep(action_type: string, more: Partial<RecordedStep> = {}): RecordedStep {
  const metadata = {
    reward_components: { step_cost: -0.001, run_tests: 0, progress: 0, penalty: 0, final: 0 },
    return: 0,
  };
  return {
    action: { action_type },
    observation: makeObservation({ metadata, step_count: 1, reward_last_step: -0.001 }),
    reward: -0.001,
    done: false,
    ...more,
  };
}

export function makeRecord(more: Partial<EpisodeRecord> = {}): EpisodeRecord {
  const { task_name = "program_bug", seed = 7, repetition = 0 } = more;
  return {
    version: 1,
    key: `${task_name}/${seed}/${repetition}`,
    agent: "tester",
    model: null,
    task_name,
    program: "program",
    bug_type: "off-by-one",
    difficulty: "easy",
    split: "train",
    seed,
    repetition,
    training_step: null,
    reset: { task_name, seed, episode_id: "one" },
    ...USUAL_GRADING,
    initial_observation: makeObservation(),
    steps: [makeStep("RUN_TESTS"), makeStep("SUBMIT", { done: true, reward: 0.98 })],
    messages: [],
    usage: null,
    return: 0.979,
    score: 0.98,
    solved: true,
    ending: "solved",
    error: null,
    started_at: "2026-01-02T03:04:05.000Z",
    duration_ms: 12,
    ...more,
  };
}

export const failed = { solved: false, ending: "wrong_fix", score: 0.05, return: 0.049 } as const;

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "tracefix-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A run's folder with these episodes; text stands as it is on a line of its own. */
export function writeRun(entries: readonly (EpisodeRecord | string)[], name = "a-run"): string {
  const folder = join(temporaryFolder(), name);
  mkdirSync(folder);
  const lines = entries.map((entry) => (typeof entry === "string" ? entry : `${JSON.stringify(entry)}\n`));
  writeFileSync(join(folder, "episodes.jsonl"), lines.join(""));
  writeFileSync(join(folder, "run.json"), JSON.stringify({ agent: "tester", seed: 7 }));
  return folder;
}
