/** What an operator reads: every figure is one that a monitor can draw, and counts what happened. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { packageRoot, packageVersion } from "../../src/ground/package-root.ts";
import { ACTION_TYPES } from "../../src/protocol/protocol.ts";
import { EventLoopDelay } from "../../src/server/metrics/event-loop-delay.ts";
import { histogramText } from "../../src/server/metrics/histogram-text.ts";
import { AnswerTimes, TIME_BOUNDS_S } from "../../src/sessions/answer-times.ts";
import { type House, openHouse } from "./harness.ts";

const scrape = async (house: House) => String((await house.request("GET", "/metrics")).body);

/** Of a metric without labels, or with those that are given as they are written. */
function figureIn(text: string, name: string): number {
  const line = text.split("\n").find((one) => one.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1) ?? Number.NaN);
}

describe("how long answers took", () => {
  test("is counted by resets and by the action of each step, from the first on, before anybody asks for it", async () => {
    const house = await openHouse();
    const client = await house.connect();
    await client.reset();
    for (const action of ["RUN_TESTS", "RUN_TESTS", "VIEW_CODE", "NONSENSE"]) await client.step(action);
    const text = await scrape(house);
    const count = (kind: string) => figureIn(text, `tracefix_answer_seconds_count{kind="${kind}"}`);
    expect(text).toContain("\n# TYPE tracefix_answer_seconds histogram\n");
    expect(["reset", "RUN_TESTS", "VIEW_CODE", "other", "SUBMIT"].map(count)).toEqual([1, 2, 1, 1, 0]);
    for (const kind of ["reset", ...ACTION_TYPES, "other"]) expect(count(kind)).toBeGreaterThanOrEqual(0);
  });

  test("falls into the buckets whose bounds it does not pass, each with all below it", async () => {
    let now = 0;
    const times = new AnswerTimes({ now: () => now, every: () => () => {} });
    const taking = (seconds: number) => async () => {
      now += seconds * 1000;
    };
    for (const seconds of [0.001, 0.002, 0.3, 100]) await times.reset(taking(seconds));
    await times.step({ action_type: "SUBMIT" }, taking(2));
    await expect(times.reset(() => Promise.reject(new Error("given up")))).rejects.toThrow("given up");
    const counted = times.byKind.get("reset");
    expect(counted).toMatchObject({ count: 4, sum: expect.closeTo(100.303) });
    const upTo = Object.fromEntries(TIME_BOUNDS_S.map((bound, place) => [bound, counted?.upTo[place]]));
    expect(upTo).toMatchObject({ 0.001: 1, 0.0025: 2, 0.25: 2, 0.5: 3, 30: 3 });
  });

  test("is written as Prometheus reads histograms: buckets that grow, the last with all", () => {
    const parts = new Map([["reset", { upTo: [1, 3], count: 4, sum: 2.5 }]]);
    expect(histogramText({ name: "t", help: "Times", label: "kind", bounds: [0.1, 1], parts })).toBe(
      [
        "# HELP t Times",
        "# TYPE t histogram",
        't_bucket{le="0.1",kind="reset"} 1',
        't_bucket{le="1",kind="reset"} 3',
        't_bucket{le="+Inf",kind="reset"} 4',
        't_sum{kind="reset"} 2.5',
        't_count{kind="reset"} 4',
        "",
      ].join("\n"),
    );
  });
});

test("refusals are counted by their codes, and all of them together", async () => {
  const house = await openHouse({ capacity: 1 });
  const client = await house.connect();
  await client.reset();
  await house.request("POST", "/reset");
  await (await house.connect()).step("RUN_TESTS");
  const text = await scrape(house);
  expect(figureIn(text, 'tracefix_refusals_total{code="CAPACITY_REACHED"}')).toBe(1);
  const each = [...text.matchAll(/^tracefix_refusals_total\{[^}]*\} (\d+)$/gm)].map(([, count]) => Number(count));
  expect(each.reduce((sum, count) => sum + count, 0)).toBe(figureIn(text, "tracefix_failures_total"));
});

describe("the process", () => {
  test("tells its memory, processor time, descriptors, start and build", async () => {
    const text = await scrape(await openHouse());
    for (const name of ["process_resident_memory_bytes", "process_cpu_seconds_total", "process_start_time_seconds"])
      expect(figureIn(text, name)).toBeGreaterThan(0);
    expect(text).toContain(`\ntracefix_build_info{version="${packageVersion()}",node="${process.version}"} 1\n`);
    if (process.platform !== "linux") return;
    expect(figureIn(text, "process_open_fds")).toBeGreaterThan(0);
    expect(figureIn(text, "process_max_fds")).toBeGreaterThanOrEqual(figureIn(text, "process_open_fds"));
  });

  test("tells how late the event loop is from the first reading on, and measures nothing once it is stopped", async () => {
    const delay = new EventLoopDelay();
    expect(delay.read()).toEqual({ mean: 0, p99: 0, max: 0 });
    // The timer is late at its next tick, for which the loop must be free.
    const holdUp = () => {
      const until = performance.now() + 60;
      while (performance.now() < until);
      return delay.read().max;
    };
    await expect.poll(holdUp).toBeGreaterThan(0);
    delay.stop();
    expect([delay.read(), delay.read()]).toEqual(Array(2).fill({ mean: 0, p99: 0, max: 0 }));
  });
});

describe("the dashboard for Grafana", () => {
  const dashboardSchema = z.object({
    panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })).min(1) })).min(8),
  });

  test("draws only what /metrics tells, or what docs/scaling.md says of the sandbox", async () => {
    const read = (path: string) => readFile(join(packageRoot(), path), "utf8");
    const { panels } = dashboardSchema.parse(JSON.parse(await read("deploy/grafana/tracefix-dashboard.json")));
    const house = await openHouse();
    await (await house.connect()).step("RUN_TESTS");
    const told = `${await scrape(house)}${await read("docs/scaling.md")}`;
    const names = new Set(
      panels.flatMap(({ targets }) =>
        targets.flatMap(({ expr }) => [...expr.matchAll(/\b(?:tracefix|process|nodejs)_\w+/g)].map(([name]) => name)),
      ),
    );
    expect(names.size).toBeGreaterThan(15);
    for (const name of names) expect(told, name).toMatch(new RegExp(`\\b${name}\\b`));
  });
});

test("orchestrators' names for health and readiness answer as ours do", async () => {
  const house = await openHouse({ sandboxObstacle: () => "no worker" });
  for (const [theirs, ours] of [
    ["/healthz", "/health"],
    ["/readyz", "/ready"],
  ] as const) {
    const [answer, same] = [await house.request("GET", theirs), await house.request("GET", ours)];
    expect([answer.status, answer.body]).toEqual([same.status, same.body]);
  }
});

test("whatever is no page may be shown in no frame, and runs nothing", async () => {
  const house = await openHouse();
  for (const [method, path] of [
    ["GET", "/health"],
    ["GET", "/metrics"],
    ["POST", "/reset"],
    ["POST", "/step"],
    ["GET", "/nope"],
    ["GET", "/openapi.json"],
  ] as const) {
    const { headers } = await house.request(method, path);
    expect(headers.get("content-security-policy"), path).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
  }
  for (const path of ["/web/", "/docs/"]) {
    const { headers } = await house.request("GET", path);
    expect(headers.get("content-security-policy"), path).toContain("script-src 'self'");
  }
});
