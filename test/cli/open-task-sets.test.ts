/** Folders of an operator's own at the start of a server: what is known to be unsound in them is told. */
import { pino } from "pino";
import { expect, test } from "vitest";
import { openTaskSets } from "../../src/cli/open-task-sets.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import { makeRoot } from "../tasks/support/program-folder.ts";

test("an imported task that was found unsound is told at the next start, which --strict refuses, and keeps its name", async () => {
  const root = await makeRoot({ "python/thrice": { "bugs/cubed.py": "def double(n):\n    return n + n\n" } });
  const verdictsFolder = await makeRoot({});
  const lines: string[] = [];
  const log = pino({ level: "warn" }, { write: (line: string) => void lines.push(line) });
  const start = (strict: boolean) =>
    openTaskSets({
      programs: [root],
      strict,
      settings: { PROGRAMS_DIR: [], TASK_SET: "classic" },
      log,
      image: async () => "image",
      verdictsFolder,
    });
  const first = await start(false);
  const imported = first.sets.of("imported");
  const sandbox = await openPythonSandbox({ workers: 1 });
  try {
    for (const entry of await imported.list({}, { start: 0, stop: 2 })) {
      const chosen = { task: await imported.open(entry), programHash: entry.program.contentHash };
      const sound = await first.requireSound(chosen, { sandbox }).then(
        () => true,
        () => false,
      );
      expect(sound).toBe(entry.name === "thrice_no_return");
    }
  } finally {
    await sandbox.close();
  }

  const second = await start(false);
  await second.readAhead();
  expect(second.warnings).toEqual([expect.stringContaining("1 task of the set imported")]);
  expect(lines).toEqual([expect.stringContaining("thrice_cubed")]);
  expect(await second.sets.of("imported").find("thrice_cubed")).toBeDefined();
  expect(await second.sets.of("imported").hash()).toBe(await imported.hash());
  await expect(start(true)).rejects.toThrow("thrice_cubed: it is not sound");
});
