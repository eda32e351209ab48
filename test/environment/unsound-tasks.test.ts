/** Which task a seed means where some of those that it could mean are not sound. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import { MasteryGroups } from "../../src/tasks/curriculum/mastery-groups.ts";
import { UnsoundTaskError } from "../../src/tasks/verdicts.ts";
import { taskSetOf } from "../tasks/support/task-set.ts";
import { request } from "./support/open-gym.ts";
import { WORLDS, worldSandbox, worldTask } from "./support/worlds.ts";

const [WORLD] = WORLDS;
if (WORLD === undefined) throw new Error("There is no world");
const world = WORLD;

const tasks = taskSetOf(
  Array.from({ length: 24 }, (_, number) => {
    const { program, ...task } = worldTask(world);
    const name = `program_${number}`;
    return { ...task, name: `${name}_bug`, program: { ...program, name } };
  }),
  { hash: "worlds" },
);
const NAMES = tasks.tasks.map(({ program }) => program.name);
type Request = Parameters<typeof request>[0];

/** A server on which these are not sound, and how many were asked about. */
function openServer(unsound: ReadonlySet<string>) {
  const asked: string[] = [];
  const sandbox = worldSandbox(world);
  const gym = new TraceFixRLGym({
    tasks,
    mastery: new MasteryGroups(),
    client: "me",
    sandboxFor: () => sandbox,
    requireSound: async ({ task }) => {
      asked.push(task.name);
      if (unsound.has(task.program.name)) throw new UnsoundTaskError(task);
    },
  });
  const drawn = async (asking: Request) => (await gym.reset(request(asking))).observation.info.task_name;
  return { asked, drawn };
}

describe("a seed", () => {
  test("draws a sound task, and where the one that it means is sound it is the same as if all were", async () => {
    const some = fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(some, fc.nat(), async (bad, seed) => {
        const unsound = new Set(bad);
        const among = await openServer(new Set()).drawn({ seed });
        const drawn = await openServer(unsound).drawn({ seed });
        expect(unsound.has(drawn ?? "")).toBe(false);
        if (!unsound.has(among ?? "")) expect(drawn).toBe(among);
      }),
      { numRuns: 100 },
    );
  });

  test("means the same task on a server that knows what is unsound and on one that has yet to find out", async () => {
    const unsound = new Set(NAMES.filter((_, place) => place % 2 === 0));
    const old = openServer(unsound);
    for (let seed = 0; seed < 40; seed += 1) await old.drawn({ seed });
    for (let seed = 0; seed < 40; seed += 1) {
      expect(await old.drawn({ seed })).toBe(await openServer(unsound).drawn({ seed }));
    }
  });

  test("draws a sound task by mastery, too", async () => {
    const unsound = new Set(NAMES.slice(3, 20));
    const server = openServer(unsound);
    for (let seed = 0; seed < 20; seed += 1) {
      const drawn = await server.drawn({ seed, curriculum: "mastery", group: "run" });
      expect(unsound.has(drawn ?? "")).toBe(false);
    }
  });

  test("is refused with the reason where none of seventeen that it means is sound", async () => {
    const { asked, drawn } = openServer(new Set(NAMES));
    await expect(drawn({ seed: 1 })).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
    expect(new Set(asked).size).toBe(17);
    expect(asked).toHaveLength(17);
  });
});

test("a task that is named, or asked for by its place, is refused where it is not sound", async () => {
  const { drawn } = openServer(new Set(NAMES.slice(0, 1)));
  await expect(drawn({ task_name: "program_0_bug" })).rejects.toThrow("program_0: it is not sound. Choose another");
  await expect(drawn({ index: 0 })).rejects.toThrow("program_0: it is not sound");
  expect(await drawn({ task_name: "program_1_bug" })).toBe("program_1");
});
