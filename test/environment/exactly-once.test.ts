/** One request is one step, however often it is sent, whether or not anything is kept. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { StepData } from "../../src/protocol/protocol.ts";
import { actionsOfEpisode } from "./episode-log-contract.ts";
import { openWorldGym, replace, request } from "./support/open-gym.ts";

const VIEW: StepData = { action_type: "VIEW_CODE" };

async function begun() {
  const { gym } = openWorldGym();
  await gym.reset(request({ max_steps: 6 }));
  return gym;
}

test("requests that are sent again at random are answered as they were, and nothing is done twice", async () => {
  await fc.assert(
    fc.asyncProperty(actionsOfEpisode, fc.infiniteStream(fc.nat(2)), async (actions, repeats) => {
      const [quiet, shaken] = [await begun(), await begun()];
      for (const [at, action] of actions.entries()) {
        if (quiet.state.done) break;
        const expected = await quiet.step(action);
        const times = 1 + (repeats.next().value ?? 0);
        for (let time = 0; time < times; time += 1) {
          expect(await shaken.step(action, { requestId: `${at}` })).toEqual(expected);
        }
        expect(shaken.state).toEqual(quiet.state);
      }
    }),
    { numRuns: 40 },
  );
});

test("the very same result comes back, also after the end", async () => {
  const gym = await begun();
  const submit = { action_type: "SUBMIT" };
  const graded = await gym.step(submit, { requestId: "s" });
  expect(await gym.step(submit, { requestId: "s" })).toBe(graded);
  await expect(gym.step(submit, { requestId: "t" })).rejects.toMatchObject({ code: "EXECUTION_ERROR" });
});

test("a name that is used again for another action is refused, and costs nothing", async () => {
  const gym = await begun();
  await gym.step(VIEW, { requestId: "r" });
  const refused = { code: "REQUEST_ID_REUSED", status: 409 };
  await expect(gym.step({ action_type: "RUN_TESTS" }, { requestId: "r" })).rejects.toMatchObject(refused);
  await expect(gym.step(VIEW, { requestId: "r", form: "tools" })).rejects.toMatchObject(refused);
  expect(gym.state.step_count).toBe(1);
});

test("the order of an action's fields and its thought make no other request of it, its text does", async () => {
  const gym = await begun();
  const edit = replace(1, 1, "half");
  await gym.step({ ...edit, thought: "one" }, { requestId: "r" });
  const turned = Object.fromEntries(Object.entries({ ...edit, thought: "two" }).toReversed());
  expect((await gym.step(turned, { requestId: "r" })).observation.step_count).toBe(1);
  await expect(gym.step(replace(1, 1, "good"), { requestId: "r" })).rejects.toMatchObject({
    code: "REQUEST_ID_REUSED",
  });
});

test("a request without a name is a step of its own, and so is the last but one that comes again", async () => {
  const gym = await begun();
  await gym.step(VIEW);
  expect((await gym.step(VIEW)).observation.step_count).toBe(2);
  await gym.step(VIEW, { requestId: "a" });
  await gym.step(VIEW, { requestId: "b" });
  expect((await gym.step(VIEW, { requestId: "a" })).observation.step_count).toBe(5);
});

test("where the caller may have missed the last answer, the same action without a name is that answer", async () => {
  const gym = await begun();
  await gym.step(VIEW, { isRemembered: true });
  expect((await gym.step(VIEW, { mayRepeatLast: true })).observation.step_count).toBe(1);
  expect((await gym.step({ action_type: "RUN_TESTS" }, { mayRepeatLast: true })).observation.step_count).toBe(2);
});

test("an episode that is begun in the place of another remembers nothing of it", async () => {
  const gym = await begun();
  await gym.step(VIEW, { requestId: "r" });
  await gym.reset(request({ max_steps: 6 }));
  expect((await gym.step({ action_type: "RUN_TESTS" }, { requestId: "r" })).observation.step_count).toBe(1);
});
