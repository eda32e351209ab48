/** The compares that run in production: a worker whose restores cannot be trusted makes a new interpreter for each batch. */
import { afterEach, describe, expect, it } from "vitest";
import type { PoolIncident } from "../../../src/sandbox/pool/pool-options.ts";
import type { WorkerPool } from "../../../src/sandbox/pool/worker-pool.ts";
import { loadImage } from "../../../src/sandbox/python/image-store.ts";
import { openPythonSandbox } from "../../../src/sandbox/python/python-sandbox.ts";

let pool: WorkerPool | undefined;
afterEach(() => pool?.close());

/** One worker whose image can be changed behind its back, which is what a restore that forgets a page looks like. */
async function open(compareEvery: number) {
  const image = await loadImage();
  const incidents: PoolIncident[] = [];
  pool = await openPythonSandbox({
    workers: 1,
    compareEvery,
    image: Promise.resolve(image),
    onIncident: (incident) => incidents.push(incident),
  });
  const sandbox = pool;
  const bytes = Buffer.from(image.memory);
  let word = "Specializing";
  return {
    sandbox,
    incidents,
    /** Writes over a word in the middle of a long text, whose page nobody writes to. */
    change: (to: string) => {
      const at = bytes.indexOf(`${word} JSON object enco`);
      expect(at).toBeGreaterThan(0);
      bytes.write(to, at);
      word = to;
    },
    /** Runs a program that shows the word. */
    show: async () => {
      const source = 'import json\ntext = json.__doc__\ntext[:text.index(" JSON object enco")].split()[-1]';
      const { outcomes } = await sandbox.run({ code: "", calls: [{ source, seed: 0 }] });
      const [outcome] = outcomes;
      return outcome?.kind === "value" && outcome.value.type === "str" ? outcome.value.value : outcome?.kind;
    },
  };
}

describe("a worker that compares its memory with the image", () => {
  it("finds a difference, tells of it once, and from then on starts each batch from a new interpreter", async () => {
    const { sandbox, incidents, change, show } = await open(1);
    expect(await show()).toBe("Specializing");
    // Once the next batch has begun, the restore after the one before is over.
    await show();
    expect(sandbox.metrics.leaks).toBe(0);
    change("Specialising");
    // The old interpreter, or a new one if the compare came after the change.
    await show();
    expect(await show()).toBe("Specialising");
    expect(sandbox.metrics.leaks).toBe(1);
    expect(incidents).toEqual([{ kind: "leak", message: expect.stringContaining("differed from its image") }]);
    change("Specialisinh");
    await show();
    expect(await show()).toBe("Specialisinh");
    expect(sandbox.metrics).toMatchObject({ leaks: 1, workersLost: 0 });
  });

  it("compares one restore in as many as it is told", async () => {
    const { sandbox, change, show } = await open(5);
    await show();
    change("Specialising");
    const shown = [await show(), await show(), await show(), await show(), await show()];
    expect(shown).toEqual([...Array(4).fill("Specializing"), "Specialising"]);
    expect(sandbox.metrics.leaks).toBe(1);
  });
});
