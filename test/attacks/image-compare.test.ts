/** Nothing of one submission can be seen by the next: after every attack all of memory is the image again. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { loadImage } from "../../src/sandbox/python/image-store.ts";
import { Interpreter } from "../../src/sandbox/python/interpreter.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import { runBatch } from "../../src/sandbox/python/run-batch.ts";
import type { Batch } from "../../src/sandbox/sandbox.ts";
import { sample } from "../support/sample.ts";
import { loadTaskSet, type TaskSet } from "../tasks/support/task-set.ts";
import { type Attack, REVERSE } from "./attack.ts";
import { leaving, MARKS } from "./suite/stale-state.ts";
import { CATEGORIES } from "./suite/suite.ts";

interface Program {
  readonly name: string;
  readonly task: string;
  readonly code: string;
}

const ATTACKS: readonly Program[] = [
  ...sample(
    CATEGORIES.flatMap(({ attacks }) => attacks.flatMap(programsOf)),
    4,
  ),
  ...MARKS.map((mark) => ({ name: mark.name, task: REVERSE, code: leaving(mark) })),
];

/** What an attack has run: its file, or each text that it edits in. */
function programsOf(attack: Attack): Program[] {
  const { name, task } = attack;
  if ("code" in attack) return [{ name, task, code: attack.code }];
  return attack.steps
    .map((step) => step.new_code_block)
    .filter((block) => typeof block === "string")
    .map((code) => ({ name, task, code }));
}

let tasks: TaskSet;
beforeAll(async () => {
  tasks = await loadTaskSet(join(packageRoot(), "programs"));
});

function batchOf({ task, code }: Program): Batch {
  const tests = tasks.get(task)?.program.tests ?? [];
  return { code, calls: tests.map(({ call }) => ({ source: call, seed: 0 })), limits: { fuel: 5_000_000 } };
}

describe("an interpreter after each attack", () => {
  let interpreter: Interpreter;
  beforeAll(async () => {
    interpreter = new Interpreter(await loadImage());
  });

  for (const program of ATTACKS) {
    it(`is its image again, byte for byte: ${program.name}`, () => {
      runBatch(interpreter, batchOf(program));
      interpreter.restore();
      expect(interpreter.findDifference()).toBeNull();
    });
  }

  it("was restored page by page after most of them, which is what these compares are about", () => {
    expect(ATTACKS.length).toBeGreaterThan(80);
    expect(interpreter.instances).toBeLessThan(ATTACKS.length / 4);
  });
});

describe("the pool's own compares", () => {
  const open = () => openPythonSandbox({ workers: 2, compareEvery: 1 });
  let sandbox: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    sandbox = await open();
  });
  afterAll(() => sandbox.close());

  it("find no difference after any attack, and no worker is lost to one", async () => {
    const results = await Promise.all(
      ATTACKS.map((program) => sandbox.run(batchOf(program), { session: program.name })),
    );
    expect(results.length).toBe(ATTACKS.length);
    // The restores follow the answers: a last batch on each worker lets them finish.
    await Promise.all([1, 2].map(() => sandbox.run({ code: "", calls: [{ source: "1", seed: 0 }] })));
    expect(sandbox.metrics).toMatchObject({ leaks: 0, workersLost: 0, watchdogStops: 0 });
  });
});
