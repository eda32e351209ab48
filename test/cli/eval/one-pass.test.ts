/** Over a run's lines one goes once, however much is made of them. */
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type EvaluationHost, runEvaluation } from "../../../src/cli/eval/evaluate.ts";
import { writeReport } from "../../../src/evaluation/report/write-report.ts";
import { type ServerProcess, startServer } from "../../support/server-process.ts";
import { episodesIn, runFolder } from "./run-eval.ts";
import { TASK } from "./scripted-endpoint.ts";

/** How many lines were given out, by file; a run's begin at a folder of its own. */
const looks = vi.hoisted((): string[] => []);
vi.mock("../../../src/ground/read-lines.ts", async (original) => {
  const { readLines } = await original<typeof import("../../../src/ground/read-lines.ts")>();
  return {
    readLines: async function* (file: string) {
      for await (const line of readLines(file)) {
        looks.push(`${line.line}`);
        yield line;
      }
    },
  };
});

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer({ WORKERS: "1" });
});
afterAll(() => server.stop());

function play(flags: Readonly<Record<string, unknown>>): Promise<number> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  for (const stream of [stdout, stderr]) stream.resume();
  const nothing = () => undefined;
  const host: EvaluationHost = {
    env: { ENV_BASE_URL: `http://127.0.0.1:${server.port}` },
    ...{ stdout, stderr, on: nothing, off: nothing, exit: nothing },
  };
  return runEvaluation({ programs: [], ...flags }, host);
}

it("reads no line of a new run, each line of a resumed one once, and each once for its report", async () => {
  const folder = runFolder();
  expect(await play({ agent: ["submit"], task: [TASK], episodes: "2", out: folder })).toBe(0);
  expect(looks).toEqual([]);
  const file = join(folder, "episodes.jsonl");
  const results = readFileSync(join(folder, "results.json"), "utf8");
  const report = readFileSync(join(folder, "report.html"), "utf8");
  expect(report).toContain('id="episode-2"');

  // As if the second episode had ended with an error: it is played again, and its later line counts.
  const [first, second] = episodesIn(folder);
  appendFileSync(file, `${JSON.stringify({ ...second, ending: "error", error: "lost" })}\n`);
  expect(await play({ resume: folder })).toBe(0);
  expect(looks.splice(0)).toEqual(["1", "2", "3"]);
  expect(episodesIn(folder).map(({ key }) => key)).toEqual([first, second, second, second].map((one) => one?.key));
  expect(readFileSync(join(folder, "results.json"), "utf8")).toBe(results);

  const ofTheRun = ["report.html", "report.md"].map((name) => readFileSync(join(folder, name), "utf8"));
  expect(ofTheRun[0]).toContain('id="episode-4"');
  expect(ofTheRun[0]).not.toContain('id="episode-3"');
  await writeReport(folder);
  expect(looks.splice(0)).toEqual(["1", "2", "3", "4"]);
  expect(["report.html", "report.md"].map((name) => readFileSync(join(folder, name), "utf8"))).toEqual(ofTheRun);
});
