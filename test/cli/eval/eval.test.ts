/** The command as a whole: how it begins, ends, is stopped and goes on. */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { replayEpisodes } from "../../../src/cli/replay.ts";
import { OPERATOR_CLASSES, watchedListSchema } from "../../../src/protocol/protocol.ts";
import { type ServerProcess, startServer } from "../../support/server-process.ts";
import { episodesIn, runEval, runFolder } from "./run-eval.ts";
import { LOOP, nextAction, openEndpoint, say, TASK } from "./scripted-endpoint.ts";

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer({ WORKERS: "1" });
});
afterAll(() => server.stop());

const atServer = (env: Readonly<Record<string, string>> = {}) => ({
  env: { ENV_BASE_URL: `http://127.0.0.1:${server.port}`, ...env },
});
const ALL = ["--easy", "--medium", "--hard"];
const ends = (lines: readonly string[]) => lines.filter((line) => line.startsWith("[END]"));

describe("with a server of its own", () => {
  it("the oracle solves 16 of 16, each in the disciplined loop", async () => {
    const folder = runFolder();
    const { code, lines } = await runEval(["--agent", "oracle", ...ALL, "--concurrency", "4", "--out", folder]);
    expect(code).toBe(0);
    expect(ends(lines)).toEqual(Array(16).fill("[END] success=true steps=4 score=0.980 rewards=0.00,0.00,0.08,0.98"));
    // Episodes side by side still print their lines together.
    expect(lines.map((line) => line.split(" ", 1)[0])).toEqual(
      Array(16).fill(["[START]", "[STEP]", "[STEP]", "[STEP]", "[STEP]", "[END]"]).flat(),
    );
    expect(new Set(episodesIn(folder).map(({ bug_type }) => bug_type))).not.toContain("unknown");
  });
});

describe("over a set of tasks", () => {
  it("plays a sample of it, which is told in settings, records and report, and replays on a server with another set", async () => {
    const folder = runFolder();
    const flags = ["--agent", "oracle", "--task-set", "generated", "--sample", "6", "--sample-seed", "3"];
    const { code, stderr } = await runEval([...flags, "--concurrency", "2", "--out", folder]);
    expect([code, stderr]).toEqual([0, expect.stringContaining("6 of 6 episodes: 6 of 6 succeeded")]);
    const episodes = episodesIn(folder);
    expect(new Set(episodes.map(({ task_name }) => task_name)).size).toBe(6);
    for (const { task_set, operator_class, bug_type, reset } of episodes) {
      expect({ task_set, reset }).toMatchObject({ task_set: "generated", reset: { task_set: "generated" } });
      expect(OPERATOR_CLASSES).toContain(operator_class);
      expect(bug_type).not.toBe("unknown");
    }
    const run = JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
    expect(run.settings).toMatchObject({ task_set: "generated", sample: 6, sample_seed: 3 });
    const report = readFileSync(join(folder, "report.md"), "utf8");
    for (const title of ["## By split", "## By set", "## By operator class"]) expect(report).toContain(title);

    const output = new PassThrough();
    const url = `http://127.0.0.1:${server.port}`;
    const { signal } = new AbortController();
    const replay = { path: folder, line: null, url, programs: [], signal, log: output };
    expect(await replayEpisodes(replay, output)).toBe(0);
    expect(String(output.read())).toContain("6 the same, 0 different");
  });

  it("goes on with what was drawn before it was stopped", async () => {
    const folder = runFolder();
    const flags = ["--agent", "submit", "--task-set", "generated", "--split", "test", "--sample", "3"];
    await runEval([...flags, "--out", folder]);
    const [first = "", ...others] = readFileSync(join(folder, "episodes.jsonl"), "utf8").split("\n");
    writeFileSync(join(folder, "episodes.jsonl"), `${first}\n`);
    const { code, stderr } = await runEval(["--resume", folder]);
    expect([code, stderr]).toEqual([0, expect.stringContaining("2 episodes to play")]);
    const names = [first, ...others].filter(Boolean).map((line) => JSON.parse(line).task_name);
    expect(episodesIn(folder).map(({ task_name }) => task_name)).toEqual(names);
  });

  it("is refused where the server that runs lists another set", async () => {
    const { code, stderr } = await runEval(["--agent", "submit", "--task-set", "generated"], atServer());
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^Cannot play the set generated on the server that ENV_BASE_URL names: .*TASK_SET=generated/,
    );
    expect(
      (await runEval(["--agent", "submit", "--task-set", "classic", "--easy", "--out", runFolder()], atServer())).code,
    ).toBe(0);
  });

  it.each([
    ["--task-set", "impossible"],
    ["--sample", "0"],
    ["--sample-seed", "-1"],
  ])("is refused for %s %s, with what there is", async (flag, value) => {
    const { code, stderr } = await runEval(["--agent", "submit", flag, value], atServer());
    expect([code, stderr]).toEqual([2, expect.stringContaining(flag)]);
  });
});

describe("without a model", () => {
  it("who submits at once solves 0 of 16", async () => {
    const folder = runFolder();
    const { code, stdout } = await runEval(["--agent", "submit", ...ALL, "--json", "--out", folder], atServer());
    expect(code).toBe(0);
    const results = JSON.parse(stdout);
    expect(results).toMatchObject({ planned: 16, finished: 16, errors: 0, solved: 0, successes: 0, mean_score: 0.01 });
    expect(new Set(episodesIn(folder).map(({ ending }) => ending))).toEqual(new Set(["gave_up"]));
  });

  it("the three tasks of the baseline table are played where no flag says otherwise", async () => {
    const { lines } = await runEval(["--agent", "submit", "--out", runFolder()], atServer());
    expect(lines.filter((line) => line.startsWith("[START]"))).toEqual(
      ["valid_parentheses_wrong_mapping", "binary_search_off_by_one", "reverse_string_returns_original"].map(
        (task) => `[START] task=${task} env=tracefix_rl model=submit`,
      ),
    );
  });

  it("a run is played for each agent that is named, on the same episodes", async () => {
    const folder = runFolder();
    const flags = ["--agent", "oracle", "--agent", "submit", "--task", TASK, "--json", "--out", folder];
    const { code, stdout, stderr } = await runEval(flags, atServer());
    expect(code).toBe(0);
    expect(stderr).toMatch(/^1 episode to play, in /m);
    expect(stderr).toMatch(/^1 of 1 episode: 1 of 1 succeeded .*, 0 errors/m);
    expect(JSON.parse(stdout)).toMatchObject([
      { agent: "oracle", solved: 1 },
      { agent: "submit", solved: 0 },
    ]);
    const [oracle, submit] = ["oracle", "submit"].map((name) => episodesIn(join(folder, name)));
    expect(submit?.map(({ key, agent }) => [key, agent])).toEqual(oracle?.map(({ key }) => [key, "submit"]));
  });

  it("agents may be named in one word, with commas, and their lines are one run's after the other's", async () => {
    const { lines } = await runEval(["--agent", "submit,oracle", "--task", TASK, "--out", runFolder()], atServer());
    expect(lines.filter((line) => line.startsWith("[START]")).map((line) => line.split("model=")[1])).toEqual([
      "submit",
      "oracle",
    ]);
  });

  it("playing at random is decided by seed and repetition alone, and obeys MAX_STEPS", async () => {
    const flags = ["--agent", "random", "--task", TASK, "--episodes", "2", "--repeat", "2", "--seed", "5", "--out"];
    const [first, second] = [runFolder(), runFolder()];
    await runEval([...flags, first], atServer({ MAX_STEPS: "6" }));
    await runEval([...flags, second, "--concurrency", "4"], atServer({ MAX_STEPS: "6" }));
    const played = (folder: string) =>
      episodesIn(folder)
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ started_at: _, duration_ms: __, ...episode }) => JSON.stringify(episode));
    expect(played(first)).toEqual(played(second));
    expect(episodesIn(first).map(({ key }) => key)).toEqual([5, 5, 6, 6].map((seed, n) => `${TASK}/${seed}/${n % 2}`));
    expect(Math.max(...episodesIn(first).map(({ steps }) => steps.length))).toBeLessThanOrEqual(6);
  });

  it("success is solved with at least the score of SUCCESS_SCORE_THRESHOLD", async () => {
    const flags = ["--agent", "oracle", "--task", TASK, "--out", runFolder()];
    const { lines } = await runEval(flags, atServer({ SUCCESS_SCORE_THRESHOLD: "0.99" }));
    expect(ends(lines)).toEqual(["[END] success=false steps=4 score=0.980 rewards=0.00,0.00,0.08,0.98"]);
  });

  it("an agent is known by its name to those who watch, and the end says where to look, and nothing of tokens it did not use", async () => {
    const folder = runFolder();
    const { stderr } = await runEval(["--agent", "submit", "--task", TASK, "--out", folder], atServer());
    expect(stderr).toContain(
      `Look: RUNS_DIR=${dirname(folder)} tracefix serve, then http://localhost:7860/web/#/replay?run=run\n`,
    );
    expect(stderr).not.toContain("token");
    const recent = await fetch(`http://127.0.0.1:${server.port}/api/episodes/recent`);
    expect(watchedListSchema.parse(await recent.json()).episodes[0]?.agent).toBe("submit");
  });
});

describe("what cannot be begun ends at once with what to do", () => {
  it.each<[string, readonly string[], Record<string, string>, RegExp, number]>([
    ["an unknown task, without a token too", ["--task", "flaten"], {}, /^Cannot find the task flaten/, 2],
    ["a missing token", [], {}, /^Cannot ask a language model without a token: set HF_TOKEN/, 2],
    [
      "an endpoint that is not there",
      [],
      { HF_TOKEN: "none", API_BASE_URL: "http://127.0.0.1:9/v1" },
      /^Cannot reach the endpoint http:\/\/127\.0\.0\.1:9\/v1: .*API_BASE_URL/,
      2,
    ],
    [
      "a server that is not there",
      ["--agent", "oracle"],
      { ENV_BASE_URL: "http://127.0.0.1:9" },
      /^Cannot reach the server at .*ENV_BASE_URL/,
      2,
    ],
    [
      "an unknown task",
      ["--agent", "oracle", "--task", "binary_search_off_by_on"],
      {},
      /^Cannot find the task .*Did you mean binary_search_off_by_one\?/,
      2,
    ],
    ["a program's name", ["--agent", "oracle", "--task", "flatten"], {}, /Its tasks are flatten_/, 2],
    [
      "a contradiction",
      ["--agent", "oracle", "--easy", "--task", TASK],
      {},
      /^Cannot play binary_search_off_by_one as easy: it is medium/,
      2,
    ],
    ["an unknown agent", ["--agent", "orakle"], {}, /Did you mean oracle\?/, 2],
    [
      "a number that is none",
      ["--repeat", "many", "--seed", "-1"],
      {},
      /--seed is "-1"; it must be: a whole number from 0[\s\S]*--repeat is "many"/,
      2,
    ],
    [
      "a variable that makes no sense",
      [],
      { MAX_STEPS: "2" },
      /MAX_STEPS is "2"; it must be: steps an episode may have, 5 to 10000/,
      2,
    ],
    ["an unknown flag", ["--fly"], {}, /unknown option '--fly'/, 1],
  ])("%s", async (_, flags, env, message, code) => {
    const ended = await runEval([...flags, "--out", runFolder()], atServer(env));
    expect(ended.stderr).toMatch(message);
    expect(ended).toMatchObject({ code, lines: [] });
    expect(ended.stderr).not.toMatch(/\.js:\d+|node_modules/);
  });

  it("a token that the endpoint refuses", async () => {
    await using model = await openEndpoint(() => undefined, { modelsStatus: 401 });
    const ended = await runEval([], atServer({ HF_TOKEN: "hf_wrong", API_BASE_URL: model.url }));
    expect(ended).toMatchObject({ code: 2, lines: [], stderr: expect.stringContaining("it refuses the token") });
  });
});

describe("a run that is stopped", () => {
  it("says that its episodes have ended, keeps those that were finished, and goes on by --resume", async () => {
    const folder = runFolder();
    let kill: (signal: NodeJS.Signals) => void = () => undefined;
    let isHealthy = false;
    await using model = await openEndpoint((asked, response, count) => {
      if (isHealthy || count < LOOP.length) say(response, JSON.stringify(nextAction(asked)));
      // The second episode waits for an answer that does not come.
      else kill("SIGINT");
    });
    const { env } = atServer({ HF_TOKEN: "none", API_BASE_URL: model.url });
    const flags = ["--task", TASK, "--episodes", "3", "--out", folder];
    const stopped = await runEval(flags, {
      env,
      onSpawn: (send) => {
        kill = send;
      },
    });
    expect(stopped.code).toBe(130);
    expect(ends(stopped.lines)).toEqual([
      "[END] success=true steps=4 score=0.980 rewards=0.00,0.00,0.08,0.98",
      "[END] success=false steps=0 score=0.010 rewards=",
    ]);
    expect(episodesIn(folder)).toHaveLength(1);

    isHealthy = true;
    const changed = await runEval(["--resume", folder, "--seed", "9"], { env });
    expect(changed).toMatchObject({ code: 2, stderr: expect.stringContaining("a run keeps its settings") });
    const resumed = await runEval(["--resume", folder], { env });
    expect(resumed.code).toBe(0);
    expect(ends(resumed.lines)).toHaveLength(2);
    expect(episodesIn(folder).map(({ key, ending }) => [key, ending])).toEqual(
      [0, 1, 2].map((seed) => [`${TASK}/${seed}/0`, "solved"]),
    );
    const again = await runEval(flags, { env });
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining(`--resume ${folder}`) });
  });
});
