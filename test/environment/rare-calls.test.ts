/** Programs whose generators give what cannot be compared: now and then, which validation may not see, or always. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import { GradePendingError } from "../../src/environment/ungraded.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { publicError } from "../../src/sessions/failures.ts";
import { drawHiddenTests } from "../../src/tasks/hidden-tests.ts";
import { makeProgram, makeTask } from "../tasks/support/make-task.ts";
import { taskSetOf } from "../tasks/support/task-set.ts";
import { replace, request, take } from "./support/open-gym.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

/** Numbers, and in one draw of ten `rare`. */
const rarely = (rare: string) =>
  makeProgram({
    generator: `def generate(rng):\n    return ${JSON.stringify(rare)} if rng.randrange(10) == 7 else f"double({rng.randint(-999, 999)})"\n`,
  });

/** A gym in which the solution stands, with the steps before SUBMIT taken. */
async function repaired(program = makeProgram()): Promise<TraceFixRLGym> {
  const gym = new TraceFixRLGym({
    tasks: taskSetOf([makeTask({}, program)], { hash: "rare" }),
    sandboxFor: () => sandbox,
  });
  await gym.reset(request());
  await take(gym, replace(2, 2, "    return 2 * n"));
  return gym;
}

describe.each([
  ["whose outcome cannot be compared", "object()"],
  ["that does not end", "[0 for i in iter(int, 1)]"],
])("a call %s", (_, rare) => {
  test("that a generator gives now and then is left out of the hidden tests, of which enough remain", async () => {
    const last = await take(await repaired(rarely(rare)), "SUBMIT");
    // Of a hundred calls that one, and one test more that is no call.
    expect(last.metadata).toMatchObject({ ending: { solved: true, hidden: { passed: 100, total: 100 } } });
  });

  test("is told to the program's author all the same", async () => {
    await expect(drawHiddenTests(rarely(rare), { seed: 7, sandbox })).rejects.toThrow("which cannot be compared");
  });
});

describe("an episode for which there are too few hidden tests", () => {
  test("ends in the same error whatever is sent, which asks for no other try", async () => {
    const gym = await repaired(
      makeProgram({ generator: 'def generate(rng):\n    return f"object(), {rng.random()}"\n' }),
    );
    for (const action_type of ["SUBMIT", "SUBMIT", "VIEW_CODE"]) {
      const error = await gym.step({ action_type }).catch((reason: unknown) => reason);
      expect(error).not.toBeInstanceOf(GradePendingError);
      const quiet = { warn: () => {}, error: () => {} };
      expect(publicError(error, quiet)).toMatchObject({
        code: "INTERNAL_ERROR",
        status: 500,
        message:
          "Cannot grade the episode: hidden tests cannot be drawn for its program, which another try would not change. " +
          "Send a reset to begin another.",
      });
    }
    expect((await gym.reset(request())).done).toBe(false);
  });
});
