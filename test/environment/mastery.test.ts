/** Episodes that count for a curriculum's group: once, when they end, and for nobody else's. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepsNothing } from "../../src/environment/episode-log.ts";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import type { CurriculumDraw, StepResult } from "../../src/protocol/protocol.ts";
import { MasteryGroups } from "../../src/tasks/curriculum/mastery-groups.ts";
import { taskSetOf } from "../tasks/support/task-set.ts";
import { replace, request, take } from "./support/open-gym.ts";
import { WORLDS, worldSandbox, worldTask } from "./support/worlds.ts";

const [WORLD] = WORLDS;
if (WORLD === undefined) throw new Error("There is no world");
const world = WORLD;
const IN_GROUP = { curriculum: "mastery", group: "run" } as const;
const GOOD = replace(1, 1, "good");
const tasks = taskSetOf(
  [1, 2, 3, 4, 5].map((number) => {
    const { program, ...task } = worldTask(world);
    const name = `program_${number}`;
    return { ...task, name: `${name}_telltale`, program: { ...program, name } };
  }),
  { hash: "worlds" },
);

/** The same programs with other bugs. */
const others = taskSetOf(
  [1, 2, 3, 4, 5].map((number) => {
    const { program, ...task } = worldTask(world);
    const name = `program_${number}`;
    return { ...task, name: `${name}_other`, program: { ...program, name } };
  }),
  { hash: "other worlds" },
);

function openGym({ mastery = new MasteryGroups(), client = "me" } = {}): TraceFixRLGym {
  const sandbox = worldSandbox(world);
  return new TraceFixRLGym({ tasks, mastery, client, sandboxFor: () => sandbox });
}

function drawOf({ observation }: StepResult): CurriculumDraw {
  const { metadata } = observation;
  if (!("system_prompt" in metadata) || metadata.curriculum === undefined) throw new Error("Nothing was drawn");
  return metadata.curriculum;
}

/** What a group has tried by now. */
async function tried(mastery: MasteryGroups, { client = "me", group = "run" } = {}) {
  const { attempts, solved } = drawOf(
    await openGym({ mastery, client }).reset(request({ ...IN_GROUP, group })),
  ).drawn_from;
  return { attempts, solved };
}

describe("an episode of a group", () => {
  test("counts as solved or not, when it ends and no sooner", async () => {
    const mastery = new MasteryGroups();
    const gym = openGym({ mastery });
    await gym.reset(request(IN_GROUP));
    await take(gym, GOOD, "RUN_TESTS");
    expect(await tried(mastery)).toEqual({ attempts: 0, solved: 0 });
    await take(gym, "SUBMIT");
    expect(await tried(mastery)).toEqual({ attempts: 1, solved: 1 });
    await gym.reset(request(IN_GROUP));
    await take(gym, "SUBMIT");
    expect(await tried(mastery)).toEqual({ attempts: 2, solved: 1 });
  });

  test("counts as not solved where its steps run out", async () => {
    const mastery = new MasteryGroups();
    const gym = openGym({ mastery });
    await gym.reset(request({ ...IN_GROUP, max_steps: 5 }));
    await take(gym, GOOD, ...Array(4).fill("VIEW_CODE"));
    expect(await tried(mastery)).toEqual({ attempts: 1, solved: 0 });
  });

  test("counts not at all where it is abandoned, by another reset or by its session's end", async () => {
    const mastery = new MasteryGroups();
    const gym = openGym({ mastery });
    await gym.reset(request(IN_GROUP));
    await take(gym, GOOD);
    await gym.reset(request(IN_GROUP));
    gym.close();
    expect(await tried(mastery)).toEqual({ attempts: 0, solved: 0 });
  });

  test("counts once, however often a step is tried after its end", async () => {
    const mastery = new MasteryGroups();
    const gym = openGym({ mastery });
    await gym.reset(request(IN_GROUP));
    await take(gym, "SUBMIT");
    for (const _ of [1, 2]) await expect(take(gym, "SUBMIT")).rejects.toThrow("is over");
    expect((await tried(mastery)).attempts).toBe(1);
  });

  test("counts once where its end was tried several times until it was kept", async () => {
    const mastery = new MasteryGroups();
    let failures = 2;
    const append = async () => {
      failures -= 1;
      if (failures >= 0) throw new Error("the disk is full");
    };
    const sandbox = worldSandbox(world);
    const log = { ...keepsNothing, begin: async () => ({ id: "kept", append }) };
    const gym = new TraceFixRLGym({ tasks, mastery, client: "me", log, sandboxFor: () => sandbox });
    await gym.reset(request(IN_GROUP));
    for (const _ of [1, 2]) await expect(take(gym, "SUBMIT")).rejects.toThrow();
    expect((await tried(mastery)).attempts).toBe(0);
    expect((await take(gym, "SUBMIT")).metadata).toHaveProperty("ending");
    expect((await tried(mastery)).attempts).toBe(1);
  });

  test("whose task was named counts all the same, as the rollouts of a group need", async () => {
    const mastery = new MasteryGroups();
    const gym = openGym({ mastery });
    const { task_name } = drawOf(await gym.reset(request(IN_GROUP)));
    for (let rollout = 0; rollout < 4; rollout += 1) {
      expect(drawOf(await gym.reset(request({ ...IN_GROUP, task_name })))).toMatchObject({ task_name, drawn: false });
      await take(gym, "SUBMIT");
    }
    expect(await tried(mastery)).toEqual({ attempts: 4, solved: 0 });
  });

  test("counts for no other group, and for no other client's of the same name", async () => {
    const mastery = new MasteryGroups();
    const gym = openGym({ mastery });
    await gym.reset(request(IN_GROUP));
    await take(gym, "SUBMIT");
    expect((await tried(mastery, { group: "another run" })).attempts).toBe(0);
    expect((await tried(mastery, { client: "you" })).attempts).toBe(0);
    expect((await tried(mastery)).attempts).toBe(1);
  });
});

test("an episode of a group counts in no bucket of another set, though the program is the same", async () => {
  const sandbox = worldSandbox(world);
  const taskSet = (name: string) => (name === "impossible" ? others : tasks);
  const gym = new TraceFixRLGym({ tasks, taskSet, client: "me", sandboxFor: () => sandbox });
  const task_set = "impossible";
  await gym.reset(request({ ...IN_GROUP, task_set }));
  await take(gym, "SUBMIT");
  expect(drawOf(await gym.reset(request(IN_GROUP))).drawn_from.attempts).toBe(0);
  expect(drawOf(await gym.reset(request({ ...IN_GROUP, task_set }))).drawn_from.attempts).toBe(1);
});

describe("a reset", () => {
  test("that names the task and the seed of a draw gives the same bytes, and so do its steps", async () => {
    const action = fc.constantFrom("RUN_TESTS", "VIEW_CODE", "UNDO_EDIT", GOOD, replace(1, 1, "half"));
    await fc.assert(
      fc.asyncProperty(
        fc.maxSafeNat(),
        fc.array(fc.boolean(), { maxLength: 12 }),
        fc.array(action, { maxLength: 6 }),
        async (seed, outcomes, actions) => {
          const gym = openGym();
          for (const [place, solves] of outcomes.entries()) {
            await gym.reset(request({ ...IN_GROUP, seed: place }));
            await take(gym, ...(solves ? [GOOD] : []), "SUBMIT");
          }
          const drawn = await gym.reset(request({ ...IN_GROUP, seed }));
          const { task_name } = drawOf(drawn);
          const played = await steps(gym, actions);

          const other = openGym({ client: "a stranger, on another server" });
          const named = await other.reset(request({ seed, task_name }));
          expect(JSON.stringify(named)).toBe(
            JSON.stringify(drawn, (key, value) => (key === "curriculum" ? undefined : value)),
          );
          expect(await steps(other, actions)).toBe(played);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("without a curriculum tells nothing of one and draws as ever, whatever its client's groups have done", async () => {
    const mastery = new MasteryGroups();
    const gym = openGym({ mastery });
    const before = await gym.reset(request());
    await gym.reset(request(IN_GROUP));
    await take(gym, "SUBMIT");
    expect(await gym.reset(request())).toEqual(before);
    expect(before.observation.metadata).not.toHaveProperty("curriculum");
  });

  test.each([
    [{ curriculum: "mastery" as const }, "Cannot reset with curriculum and without group. Name the group"],
    [{ group: "run" }, "Cannot reset with group and without curriculum."],
  ])("with %j alone is refused with what is lacking", async (half, said) => {
    await expect(openGym().reset(request(half))).rejects.toThrow(said);
  });
});

async function steps(gym: TraceFixRLGym, actions: readonly (string | ReturnType<typeof replace>)[]): Promise<string> {
  const results: StepResult[] = [];
  for (const action of [...actions, "SUBMIT"]) {
    results.push(await gym.step(typeof action === "string" ? { action_type: action } : action));
  }
  return JSON.stringify(results);
}
