/** The learner of examples/learn: that it learns what pays, nothing where nothing does, and asks a server once. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import type { StepData } from "../../src/protocol/protocol.ts";

/** What the learner sees of an answer. */
interface Seen {
  readonly observation: {
    readonly code_dict: Record<string, string>;
    readonly test_results: readonly never[];
    readonly metadata: { readonly ending?: { readonly solved: boolean } };
  };
  readonly reward: number;
  readonly done: boolean;
}

interface Environment {
  reset(request: object): Promise<Seen>;
  step(action: StepData): Promise<Seen>;
}

interface TrainOptions {
  readonly tasks: readonly { readonly name: string; readonly edits: readonly ((text: string) => StepData)[] }[];
  readonly borrow: <Result>(work: (environment: Environment) => Promise<Result>) => Promise<Result>;
  readonly seed: number;
  readonly reward: string;
  readonly method: string;
  readonly iterations: number;
  readonly group: number;
  readonly rate: number;
  readonly maxSteps: number;
  readonly policy?: object;
}

interface Training {
  train(options: TrainOptions): AsyncIterable<Point>;
  playGroups(options: PlayOptions): Promise<readonly (readonly { readonly solved: boolean }[])[]>;
}

type PlayOptions = Omit<TrainOptions, "seed" | "method" | "iterations" | "rate"> & {
  readonly words: readonly unknown[];
};
type FeaturesOf = (task: string) => readonly (readonly number[])[];

interface Point {
  readonly meanReturn: number;
  readonly solved: number;
}

const FOLDER = new URL("../../examples/learn/", import.meta.url);
const { train, playGroups }: Training = await import(new URL("train.mjs", FOLDER).href);
const { Policy }: { Policy: new (edits?: object) => object } = await import(new URL("policy.mjs", FOLDER).href);
const { EditsByFeatures }: { EditsByFeatures: new (featuresOf: FeaturesOf, count: number) => object } = await import(
  new URL("carried/edit-weights.mjs", FOLDER).href
);
const { Answers }: { Answers: new () => { asked: number; before(client: Environment): Environment } } = await import(
  new URL("answers.mjs", FOLDER).href
);

/** A file of one line, and SUBMIT pays by what that line is; after 20 steps the episode is over. */
class Bandit implements Environment {
  #line = "given";
  #steps = 0;
  readonly #pays: Readonly<Record<string, number>>;
  calls = 0;

  constructor(pays: Readonly<Record<string, number>>) {
    this.#pays = pays;
  }

  async reset(): Promise<Seen> {
    [this.#line, this.#steps] = ["given", 0];
    return this.#answer(false);
  }

  async step({ action_type, new_code_block }: StepData): Promise<Seen> {
    this.calls += 1;
    this.#steps += 1;
    if (action_type === "REPLACE_LINES") this.#line = String(new_code_block);
    return this.#answer(action_type === "SUBMIT" || this.#steps === 20);
  }

  #answer(done: boolean): Seen {
    const reward = done ? (this.#pays[this.#line] ?? 0.01) : 0;
    const metadata = done ? { ending: { solved: reward > 0.5 } } : {};
    return { observation: { code_dict: { "1": this.#line }, test_results: [], metadata }, reward, done };
  }
}

const write = (line: string) => () => ({ action_type: "REPLACE_LINES", new_code_block: line });
const TASK = { name: "bandit", edits: ["wrong", "right", "other", "useless"].map(write) };
const RATES: Readonly<Record<string, number>> = { reinforce: 8, grpo: 2 };

async function learn(method: string, pays: Readonly<Record<string, number>>): Promise<readonly Point[]> {
  const points: Point[] = [];
  const options = { tasks: [TASK], seed: 1, reward: "sparse", iterations: 30, group: 8, maxSteps: 20 };
  const training = train({
    ...options,
    method,
    rate: RATES[method] ?? 1,
    borrow: (work) => work(new Bandit(pays)),
  });
  for await (const point of training) points.push(point);
  return points;
}

describe.each(["reinforce", "grpo"])("the learner by %s", (method) => {
  test("finds the one edit that pays", async () => {
    const points = await learn(method, { right: 0.98 });
    expect(points[0]?.solved).toBeLessThan(0.5);
    const last = points.slice(-5).map(({ solved }) => solved);
    expect(last.reduce((sum, solved) => sum + solved) / last.length).toBeGreaterThan(0.8);
  });

  test("learns nothing where everything pays the same", async () => {
    const points = await learn(method, {});
    expect(points.map(({ meanReturn }) => meanReturn)).toEqual(points.map(() => 0.01));
  });

  test("learns the same from the same seed", async () => {
    expect(await learn(method, { right: 0.98 })).toEqual(await learn(method, { right: 0.98 }));
  });
});

test("what is learnt of edits by their features carries over to a task that was never trained on", async () => {
  const lines: Readonly<Record<string, readonly string[]>> = {
    first: ["wrong", "right", "other", "useless"],
    second: ["right", "useless", "wrong", "other"],
    unseen: ["other", "wrong", "useless", "right"],
  };
  const features = ["right", "wrong", "other", "useless"];
  const featuresOf = (task: string) => (lines[task] ?? []).map((line) => [features.indexOf(line)]);
  const tasksOf = (...names: string[]) => names.map((name) => ({ name, edits: (lines[name] ?? []).map(write) }));
  const policy = new Policy(new EditsByFeatures(featuresOf, features.length));
  const how = {
    ...{ reward: "sparse", group: 16, maxSteps: 20, policy },
    borrow: <Result>(work: (environment: Environment) => Promise<Result>) => work(new Bandit({ right: 0.98 })),
  };
  const solvedUnseen = async (when: string) => {
    const played = (await playGroups({ ...how, tasks: tasksOf("unseen"), words: [when] })).flat();
    return played.filter(({ solved }) => solved).length / played.length;
  };
  expect(await solvedUnseen("before")).toBeLessThan(0.5);
  const tasks = tasksOf("first", "second");
  for await (const _ of train({ ...how, tasks, seed: 1, method: "grpo", iterations: 30, rate: 4 }));
  expect(await solvedUnseen("after")).toBeGreaterThan(0.8);
});

test("what a server has answered once is not asked again, and what is new goes to it after what came before", async () => {
  const answers = new Answers();
  const bandit = new Bandit({ right: 0.98 });
  const submit = { action_type: "SUBMIT" };
  const play = async (line: string) => {
    const environment = answers.before(bandit);
    await environment.reset({ seed: 7 });
    await environment.step(write(line)());
    return environment.step(submit);
  };
  expect([(await play("right")).reward, (await play("wrong")).reward]).toEqual([0.98, 0.01]);
  const calls = bandit.calls;
  expect([(await play("right")).reward, (await play("wrong")).reward, bandit.calls]).toEqual([0.98, 0.01, calls]);
  expect(answers.asked).toBe(5);
});

test("the command trains through a server of its own, and plays no run twice; without a server it learns the same", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tracefix-learn-"));
  try {
    const out = join(folder, "learn.json");
    const first = await command(out);
    expect([first.code, first.out]).toEqual([0, expect.stringContaining("| `dense` | REINFORCE |")]);
    expect(first.progress).toContain("[1/1] dense, reinforce, seed 1: iteration 2 of 2: return ");
    const { runs } = JSON.parse(readFileSync(out, "utf8"));
    expect(runs).toMatchObject([{ profile: "dense", method: "reinforce", seed: 1, curve: [{}, {}] }]);
    expect(await command(out)).toEqual({ ...first, progress: "" });
    const direct = join(folder, "direct.json");
    expect(await command(direct, "--direct")).toEqual(first);
    expect(readFileSync(direct, "utf8")).toBe(readFileSync(out, "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("from a cold start the last fifth of a short training returns more than the first, by the margin that twenty seeds keep", async () => {
  const seed = String(1 + Math.floor(Math.random() * 20));
  const { code, out } = await run(["--seed", seed], "short.mjs");
  expect([seed, code, JSON.parse(out)]).toMatchObject([seed, 0, { rose: true, margin: 0.4 }]);
}, 600_000);

test("the command says what it can do, and refuses what it cannot", async () => {
  expect(await run(["--help"])).toMatchObject({ code: 0, out: expect.stringContaining("--iterations <count>") });
  expect(await run(["--help"], "held-out.mjs")).toMatchObject({
    code: 0,
    out: expect.stringContaining("--every <count>"),
  });
  expect(await run(["--seeds", "none"])).toMatchObject({
    code: 2,
    progress: expect.stringContaining("--seeds must be a whole number from 1, and none is none."),
  });
});

test("the command for held-out families plays them beside those it trains on, and others play the same", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tracefix-held-out-"));
  try {
    const few = [
      "--profiles",
      "dense",
      "--seeds",
      "1",
      "--iterations",
      "2",
      "--every",
      "1",
      "--tasks",
      "1",
      "--group",
      "2",
    ];
    const { code, out } = await run([...few, "--out", join(folder, "runs.json")], "held-out.mjs");
    expect([code, out]).toEqual([0, expect.stringContaining("| `dense` | held-out families |")]);
    expect(out).toContain("| the agent `random` |");
    const { settings, runs } = JSON.parse(readFileSync(join(folder, "runs.json"), "utf8"));
    expect(settings.training).not.toEqual(settings.heldOut);
    expect(runs).toMatchObject([
      { seed: 1, curve: [1, 2].map((iteration) => ({ iteration, training: {}, heldOut: {} })) },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 600_000);

/** Of what it says on the way only its own lines: the set-up before it may have something to say as well. */
async function command(out: string, ...more: readonly string[]): Promise<Ended> {
  const few = ["--seeds", "1", "--iterations", "2", "--group", "2", "--sessions", "2", "--max-steps", "8"];
  const what = ["--tasks", "sum_even_wrong_condition", "--profiles", "dense", "--methods", "reinforce"];
  const ended = await run([...what, ...few, "--out", out, ...more]);
  const own = ended.progress.split("\n").filter((line) => line.startsWith("["));
  return { ...ended, progress: own.join("\n") };
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly progress: string;
}

async function run(words: readonly string[], name = "main.mjs"): Promise<Ended> {
  const script = join(packageRoot(), "examples/learn", name);
  const child = spawn(process.execPath, [script, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [out, progress] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, out, progress };
}
