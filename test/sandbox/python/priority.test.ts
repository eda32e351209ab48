import { readdirSync, readFileSync } from "node:fs";
import { getPriority } from "node:os";
import { expect, it, onTestFinished } from "vitest";
import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";

/** How often each `nice` value occurs among the threads of this process (field 19 of /proc/…/stat). */
function threadsByNice(): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const thread of readdirSync("/proc/self/task")) {
    const [, fields = ""] = readFileSync(`/proc/self/task/${thread}/stat`, "utf8").split(") ");
    const nice = fields.split(" ")[16] ?? "";
    counts[nice] = (counts[nice] ?? 0) + 1;
  }
  return counts;
}

it.runIf(process.platform === "linux")(
  "guests stand back as far as they are told to, and nobody else does",
  async () => {
    const own = getPriority();
    const sandbox = await openPythonSandbox({ workers: 2, nice: 7 });
    onTestFinished(() => sandbox.close());
    const batch = { code: "", calls: [{ source: "1", seed: 0 }] };
    await Promise.all(Array.from({ length: 8 }, () => sandbox.run(batch)));
    expect(getPriority()).toBe(own);
    expect(threadsByNice()[Math.max(own, 7)]).toBeGreaterThanOrEqual(1);
  },
);
