/** The verbs on finished runs, as real commands against a real server. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { failed, makeRecord, temporaryFolder, writeRun } from "../evaluation/support/records.ts";

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

function tracefix(...words: readonly string[]): Promise<Ended> {
  return tracefixWith({}, ...words);
}

async function tracefixWith(settings: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(packageRoot(), "dist", "cli", "main.js"), ...words], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ENV_BASE_URL: "", ...settings },
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const [code] = await once(child, "close");
  return { code, output, errors };
}

describe("tracefix report", () => {
  it("writes a run's report again and prints where", async () => {
    const folder = writeRun([makeRecord(), "{"]);
    const { code, output, errors } = await tracefix("report", folder);
    expect(code).toBe(0);
    expect(output).toBe(`${join(folder, "report.html")}\n${join(folder, "report.md")}\n`);
    expect(errors).toContain("line 2 is left out");
    expect(readFileSync(join(folder, "report.html"), "utf8")).toContain("program_bug");
  });

  it("compares runs in a folder of their own and prints figures as JSON", async () => {
    const [a, b] = [writeRun([makeRecord()]), writeRun([makeRecord()], "b-run")];
    const out = join(temporaryFolder(), "both");
    const { code, output } = await tracefix("report", a, b, "--out", out, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ runs: [{ difference: null }, { difference: { pairs: 1 } }] });
    expect(existsSync(join(out, "comparison.html"))).toBe(true);
  });

  it("ends with 2 and what to do where there is no run", async () => {
    const { code, errors } = await tracefix("report", join(temporaryFolder(), "none"));
    expect(code).toBe(2);
    expect(errors).toMatch(/^Cannot read the run .*none: there is no such folder. Name a folder/);
    const empty = await tracefix("report", temporaryFolder());
    expect(empty.errors).toMatch(/^Cannot read the run .*: it has no episodes.jsonl. Name a folder/);
  });
});

describe("tracefix export", () => {
  it("writes the file and says what was left out", async () => {
    const folder = writeRun([makeRecord(), makeRecord({ seed: 8, split: "test" })]);
    const { code, output, errors } = await tracefix("export", folder, "--format", "sft");
    expect(code).toBe(0);
    expect(output).toBe(`${join(folder, "export", "sft.jsonl")}\n`);
    expect(errors).toContain("1 episode left out: split test is not asked for.");
    expect(errors).toContain("1 conversation from 1 episode.\n");
    expect(readFileSync(output.trim(), "utf8").split("\n")).toHaveLength(2);
  });

  it("pairs the episodes of several runs, and says that the returns do not differ where they do not", async () => {
    const answered = (content: string) => [
      { role: "user" as const, content: "Begin." },
      { role: "assistant" as const, content },
    ];
    const good = writeRun([makeRecord({ messages: answered("a") })], "good");
    const alike = writeRun([makeRecord({ messages: answered("b") })], "alike");
    const bad = writeRun([makeRecord({ messages: answered("b"), ...failed })], "bad");

    const none = await tracefix("export", good, alike, "--format", "dpo");
    expect([none.code, none.output]).toEqual([1, ""]);
    expect(none.errors).toContain("Nothing to export: the returns do not differ. Play the same tasks with a higher");

    const some = await tracefix("export", good, bad, "--format", "dpo");
    expect([some.code, some.output]).toEqual([0, `${join(good, "export", "dpo-of-2-runs.jsonl")}\n`]);
    expect(some.errors).toContain("1 pair from 2 episodes.\n");
    expect(readFileSync(some.output.trim(), "utf8")).toContain('"chosen":[{"role":"assistant","content":"a"}]');
  });

  it("exports unsolved episodes for fine-tuning only where it is asked to", async () => {
    const folder = writeRun([makeRecord(failed)]);
    const none = await tracefix("export", folder, "--format", "sft");
    expect([none.code, none.errors]).toEqual([1, expect.stringContaining("not solved (--unsolved takes them too)")]);
    expect((await tracefix("export", folder, "--format", "sft", "--unsolved")).code).toBe(0);
  });

  it("ends with 1 and leaves no file when nothing passes", async () => {
    const folder = writeRun([makeRecord({ split: "test" })]);
    const { code } = await tracefix("export", folder, "--format", "raw");
    expect(code).toBe(1);
    expect(existsSync(join(folder, "export", "raw.jsonl"))).toBe(false);
  });
});

describe("tracefix replay", () => {
  it("says what does not exist, before any server is started", async () => {
    const { code, errors } = await tracefix("replay", join(temporaryFolder(), "none"));
    expect(code).toBe(2);
    expect(errors).toMatch(/^Cannot replay .*none: there is no such file or folder. Name a run's folder/);
  });

  it("says that every byte is the same, or where it is not", async () => {
    const runs = temporaryFolder();
    const run = join(runs, "played");
    expect((await tracefix("eval", "--agent", "oracle", "--task", "sum_even_wrong_condition", "--out", run)).code).toBe(
      0,
    );
    const same = await tracefix("replay", run);
    expect(same.output).toBe("sum_even_wrong_condition/0/0: the same, 5 answers\n1 the same, 0 different\n");
    expect(same.code).toBe(0);

    const text = readFileSync(join(run, "episodes.jsonl"), "utf8");
    const tampered = join(runs, "tampered.jsonl");
    writeFileSync(tampered, text.replace("Submitted and solved", "Submitted and soIved"));
    const other = await tracefix("replay", tampered, "--line", "1");
    expect(other.code).toBe(1);
    expect(other.output).toContain(
      'different at step 4, observation.last_execution_output\n  recorded: "Submitted and soIved',
    );
  });

  it("knows which secret and which way of grading an episode needs, and says when the server has others", async () => {
    const SECRET = { HIDDEN_SECRET: "correct horse battery staple" };
    const run = join(temporaryFolder(), "secret");
    const words = ["eval", "--agent", "submit", "--task", "sum_even_wrong_condition", "--out", run];
    expect((await tracefixWith({ ...SECRET, HIDDEN_COUNT: "hidden" }, ...words)).code).toBe(0);

    const written = readFileSync(join(run, "episodes.jsonl"), "utf8") + readFileSync(join(run, "run.json"), "utf8");
    expect(written).not.toContain(SECRET.HIDDEN_SECRET);
    const [, name] = /"hidden_secret":"([0-9a-f]{8})","hidden_count":"hidden"/.exec(written) ?? [];
    expect(name).toBeDefined();
    expect(JSON.parse(readFileSync(join(run, "run.json"), "utf8"))).toMatchObject({
      server: { hidden_secret: name, hidden_count: "hidden" },
    });

    const same = await tracefixWith({ ...SECRET, HIDDEN_COUNT: "hidden" }, "replay", run);
    expect([same.output, same.code]).toEqual([
      "sum_even_wrong_condition/0/0: the same, 2 answers\n1 the same, 0 different\n",
      0,
    ]);
    const without = await tracefix("replay", run);
    expect(without.output).toBe(
      `sum_even_wrong_condition/0/0: cannot be replayed: it needs the HIDDEN_SECRET named ${name} and the server has none; ` +
        "start the server with that secret\n0 the same, 0 different, 1 not replayed\n",
    );
    expect(without.code).toBe(2);
    const other = await tracefixWith({ HIDDEN_SECRET: "another secret, as long" }, "replay", run);
    expect(other.output).toMatch(new RegExp(`named ${name} and the server has the one named [0-9a-f]{8}`));
    const shown = await tracefixWith(SECRET, "replay", run);
    expect(shown.output).toContain("it was played with HIDDEN_COUNT=hidden and the server has shown");

    const resumed = await tracefix("eval", "--resume", run);
    expect([resumed.code, resumed.errors]).toEqual([2, expect.stringContaining("Cannot resume secret: it needs the")]);
  });

  it("ends with 2 where there is no such line", async () => {
    const { code, errors } = await tracefix(
      "replay",
      writeRun([makeRecord()]),
      "--line",
      "9",
      "--url",
      "http://127.0.0.1:9",
    );
    expect(code).toBe(2);
    expect(errors).toMatch(/Cannot replay line 9 of .*: there is no whole episode/);
  });
});
