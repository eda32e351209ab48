/** Calls that no episode with a seed of its own draws: they tell whether a text that was taken for right is. */
import type { RunOptions, Sandbox } from "../../../sandbox/sandbox.ts";
import { DEFAULT_LIMITS } from "../../../sandbox/sandbox.ts";
import type { Source } from "../../../sandbox/source.ts";
import { Comparison } from "../../compare-several.ts";
import { drawCalls, testsExpecting } from "../../hidden-tests.ts";
import { judgeTests } from "../../run-tests.ts";
import { runTogether } from "../../run-together.ts";
import { fewAtOnce } from "../../supply/few-at-once.ts";
import type { Program, TaskTest } from "../../task.ts";

/** Calls of one draw, which is one run of the interpreter. */
const A_DRAW = 200;

export interface KeptApartOptions extends RunOptions {
  readonly sandbox: Sandbox;
  /** How many calls are drawn in all; a program with fewer distinct ones has fewer. */
  readonly count: number;
  /** Runs that are asked for at once. */
  readonly atOnce: number;
}

interface CallGroup {
  readonly tests: readonly TaskTest[];
  readonly comparison: Comparison;
}

export class CallsKeptApart {
  readonly #groups: readonly CallGroup[];
  readonly #atOnce: number;

  private constructor(groups: readonly CallGroup[], atOnce: number) {
    this.#groups = groups;
    this.#atOnce = atOnce;
  }

  /** @throws UnsoundProgramError where the generator draws too few */
  static async open(program: Program, { count, atOnce, ...options }: KeptApartOptions): Promise<CallsKeptApart> {
    const known = new Set<string>();
    const groups: CallGroup[] = [];
    for (let draw = 0; draw < Math.ceil(count / A_DRAW); draw += 1) {
      const drawn = await drawCalls(program, { ...options, seed: `kept apart ${draw}`, count: A_DRAW });
      const fresh = drawn.filter((call) => !known.has(call));
      for (const call of fresh) known.add(call);
      if (fresh.length > 0) groups.push(await groupOf(program, fresh, options));
    }
    return new CallsKeptApart(groups, atOnce);
  }

  /** How many calls there are. */
  get count(): number {
    return this.#groups.reduce((sum, { tests }) => sum + tests.length, 0);
  }

  /** The keys of those programs that give something other than the solution on any of the calls. */
  async differing(codes: readonly Source[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const { tests, comparison } of this.#groups) {
      const left = codes.filter(({ key }) => !found.has(key));
      const parts: Source[][] = [];
      for (let at = 0; at < left.length; at += comparison.atATime) parts.push(left.slice(at, at + comparison.atATime));
      await fewAtOnce(parts, this.#atOnce, async (part) => {
        const all = await comparison.run(part);
        for (const [index, outcomes] of all.entries()) {
          const isLike = judgeTests(tests, outcomes).every(({ passed }) => passed);
          const code = part[index];
          if (!isLike && code !== undefined) found.add(code.key);
        }
      });
    }
    return found;
  }
}

async function groupOf(
  program: Program,
  calls: readonly string[],
  options: RunOptions & { readonly sandbox: Sandbox },
): Promise<CallGroup> {
  const { outcomes, fuel } = await runTogether(program.solution, calls, { program, ...options });
  const tests = testsExpecting(outcomes, { program, calls });
  const limits = { fuel: DEFAULT_LIMITS.fuel, batchFuel: Math.max(DEFAULT_LIMITS.batchFuel, TIMES_SOLUTION * fuel) };
  const comparison = await Comparison.open({
    ...options,
    program,
    calls: tests.map(({ call }) => call),
    limits,
    areMany: true,
  });
  return { tests, comparison };
}

/** As much longer than the solution a text may run before it counts as another program. */
const TIMES_SOLUTION = 10;
