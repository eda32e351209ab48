/**
 * An environment that does what its actions say: it steps, hangs, crashes or refuses on demand. `END` ends the episode, is
 * final as soon as it begins, and hangs.
 */
import type {
  CodeObservation,
  CodeState,
  CurriculumDraw,
  EpisodeRequest,
  StepData,
  StepResult,
  TestResult,
} from "../../src/protocol/protocol.ts";
import { TraceFixError } from "../../src/protocol/protocol.ts";
import { SandboxError } from "../../src/sandbox/sandbox.ts";
import type { Environment, EnvironmentStepOptions } from "../../src/sessions/environment.ts";
import type { EpisodeTask } from "../../src/sessions/episode-listener.ts";

const MAX_STEPS = 1_000;

/** What the fakes of one test have in common: who was made, what they were told, and which steps hang. */
export class Stage {
  readonly keys: string[] = [];
  /** What each of their episodes is about. */
  task: EpisodeTask | null = { program: "fake", bugType: "fake", split: "train" };
  readonly requests: EpisodeRequest[] = [];
  readonly actions: string[] = [];
  /** Steps that hang, in the order they began; each is ended by `finish` or by its signal. */
  readonly hanging: Hanging[] = [];
  /** Environments whose session has ended. */
  closed = 0;
  failFactory = false;
  /** Whether every step does so, whatever its action. */
  failSteps = false;
  hangSteps = false;
  /** Whether steps tell their fault and their ending, as those of older servers do not. */
  tellsFacts = true;
  /** What every step knows of the tests. */
  results: readonly TestResult[] = [];
  /** Fields that every part of an observation has beside those of the protocol. */
  readonly adds: Record<string, unknown> = {};
  #watchers: (() => void)[] = [];

  readonly create = (key: string): Environment => {
    if (this.failFactory) throw new Error("no environment today");
    this.keys.push(key);
    return new FakeEnvironment(this);
  };

  changed(): void {
    const watchers = this.#watchers;
    this.#watchers = [];
    for (const watcher of watchers) watcher();
  }

  /** Resolves once the condition holds; it is looked at after each thing that happens on stage. */
  async until(condition: (stage: Stage) => boolean): Promise<void> {
    while (!condition(this)) await new Promise<void>((resolve) => this.#watchers.push(resolve));
  }
}

/** A curriculum that draws another task each time, unless the reset names one. */
function drawnFor({ group, task_name, seed }: EpisodeRequest): CurriculumDraw {
  draws += 1;
  const tried = { tasks: 1, attempts: 0, solved: 0 };
  return {
    curriculum: "mastery",
    group: group ?? "",
    task_name: task_name ?? `secret_task_${seed}_${draws}`,
    drawn: task_name == null,
    drawn_from: { buckets: 1, ...tried },
    bucket: { program: "fake", difficulty: "easy", ...tried, learnability: 0.125, probability: 1 },
  };
}

let draws = 0;

interface Hanging {
  readonly finish: () => void;
  readonly signal: AbortSignal | undefined;
}

class FakeEnvironment implements Environment {
  readonly #stage: Stage;
  close(): void {
    this.#stage.closed += 1;
    this.#stage.changed();
  }

  get task(): EpisodeTask | null {
    return this.#stage.task;
  }

  #request: EpisodeRequest | null = null;
  #steps = 0;
  #done = false;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  get state(): CodeState {
    return {
      episode_id: this.#request?.episode_id ?? null,
      step_count: this.#steps,
      task_name: this.#request && "fake_task",
      task_difficulty: this.#request && "easy",
      split: null,
      seed: this.#request?.seed ?? null,
      max_steps: this.#request && MAX_STEPS,
      reward_profile: this.#request && "dense",
      done: this.#done,
      return: 0,
    };
  }

  async reset(request: EpisodeRequest): Promise<StepResult> {
    this.#stage.requests.push(request);
    if (request.task_name === "unknown") throw new TraceFixError("VALIDATION_ERROR", "There is no task unknown");
    this.#request = request;
    this.#steps = 0;
    this.#done = false;
    const metadata = {
      system_prompt: "Debug this.",
      seed: request.seed,
      split: null,
      index: 0,
      max_steps: MAX_STEPS,
      reward_profile: "dense",
      ...(request.curriculum && { curriculum: drawnFor(request) }),
    } as const;
    return { observation: this.#observation("ready", metadata), reward: 0, done: false };
  }

  async step(action: StepData, { signal, onFinal }: EnvironmentStepOptions = {}): Promise<StepResult> {
    if (this.#request === null) throw new TraceFixError("EXECUTION_ERROR", "No episode has begun");
    if (this.#done) throw new TraceFixError("EXECUTION_ERROR", "The episode is over");
    const action_type = String(action.action_type);
    this.#stage.actions.push(action_type);
    this.#stage.changed();
    if (action_type === "CRASH" || this.#stage.failSteps) throw new Error("boom at /srv/secret/file.ts:1");
    if (action_type === "NO_ROOM") throw new TraceFixError("CAPACITY_REACHED", "There is no room for this edit");
    if (action_type === "BUSY") throw new SandboxError("QUEUE_FULL", "4096 runs wait");
    if (action_type === "HANG" || this.#stage.hangSteps) await this.#hang(signal);
    if (action_type === "END") {
      onFinal?.();
      await this.#hang(undefined);
    }
    const output = action_type === "BIG" ? "x".repeat(500_000) : String(action.thought ?? action_type);
    this.#steps += 1;
    this.#done = action_type === "SUBMIT" || action_type === "SOLVE" || action_type === "END";
    const final = action_type === "SOLVE" ? 0.98 : 0;
    const reward_components = { step_cost: 0, run_tests: 0, progress: 0, penalty: 0, final };
    const tally = { passed: 1, total: 1 };
    const ending = { reason: "submitted", solved: final > 0, visible: tally, hidden: tally } as const;
    const facts = this.#stage.tellsFacts && { fault: null, ...(this.#done && { ending }) };
    const observation = this.#observation(output, { reward_components, return: 0, ...facts });
    return { observation, reward: 0.5, done: this.#done };
  }

  #hang(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.addEventListener("abort", () => {
        reject(signal.reason);
        this.#stage.changed();
      });
      this.#stage.hanging.push({ finish: resolve, signal });
      this.#stage.changed();
    });
  }

  get #results(): TestResult[] {
    return this.#steps === 0 ? [] : [...this.#stage.results];
  }

  #observation(output: string, metadata: CodeObservation["metadata"]): CodeObservation {
    const { adds } = this.#stage;
    return {
      ...adds,
      code_dict: { "1": "pass" },
      localized_context: "",
      last_execution_output: output,
      syntax_error: null,
      test_results:
        Object.keys(adds).length === 0
          ? this.#results
          : [{ ...adds, test_name: "t", passed: true, error_message: null }],
      step_count: this.#steps,
      steps_remaining: MAX_STEPS - this.#steps,
      reward_last_step: 0,
      info: { ...adds, episode_id: this.#request?.episode_id ?? "", task_name: "fake", task_difficulty: "easy" },
      metadata: { ...adds, ...metadata },
    };
  }
}
