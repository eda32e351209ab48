/** Runs one script under each of the engine's two compilers, in a process of its own that knows no other. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** The baseline compiler makes code that runs at once; the other makes faster code of what has become hot. */
const COMPILERS = {
  baseline: ["--liftoff-only"],
  // What never runs is not worth optimizing: CPython has 17,000 functions.
  optimizing: ["--no-liftoff", "--wasm-lazy-compilation"],
} as const;
export type CompilerName = keyof typeof COMPILERS;

/** Gives a script a plan, and gives back the bytes that it wrote, once for each compiler. */
export async function underBoth(script: URL, plan: unknown): Promise<Readonly<Record<CompilerName, Buffer>>> {
  const folder = await mkdtemp(join(tmpdir(), "two-compilers-"));
  try {
    const planFile = join(folder, "plan.json");
    await writeFile(planFile, JSON.stringify(plan));
    const under = async (name: CompilerName): Promise<Buffer> => {
      const resultFile = join(folder, name);
      await promisify(execFile)(process.execPath, [...COMPILERS[name], script.pathname, planFile, resultFile]);
      return readFile(resultFile);
    };
    return { baseline: await under("baseline"), optimizing: await under("optimizing") };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
