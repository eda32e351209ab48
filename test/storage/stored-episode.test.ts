/** What is stored of an action comes to the same when it is played again. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { resultDigest } from "../../src/environment/episode-log.ts";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import { openWorldGym, request } from "../environment/support/open-gym.ts";
import { openStoredLog } from "./support/open-stored-log.ts";

const LONGEST = 65_536;

/** Long thoughts: plain ones, pairs that a cut may part, halves of characters before and after it. */
const thought = fc
  .tuple(fc.constantFrom("", "a"), fc.constantFrom("x", "🙂", "\ud83d"), fc.constantFrom("", "\udc00", "end"))
  .map(([before, filling, after]) => before + filling.repeat(LONGEST / filling.length + 10) + after);
const action = fc.record({
  action_type: fc.constantFrom("VIEW_CODE", "run_tests", "NONSENSE", "UNDO_EDIT", "REPLACE_LINES"),
  thought,
});

test("a thought is kept short, and its action gives the same bytes as with all of it", async () => {
  const log = await openStoredLog();
  const { tasks, sandbox } = openWorldGym();
  const options = { tasks, sandboxFor: () => sandbox };
  let episodes = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 4 }), async (actions) => {
      episodes += 1;
      const session = `session ${episodes}`;
      const gym = new TraceFixRLGym({ ...options, session, log });
      await gym.reset(request({ max_steps: 20 }));
      for (const action of actions) await gym.step(action);
      const kept = (await log.reopen(session))?.kept;
      if (kept === undefined) throw new Error("Nothing was kept");
      const again = new TraceFixRLGym({ ...options, session });
      await again.reset(kept.request);
      for (const [index, { attempt, digest }] of kept.steps.entries()) {
        const { thought: kept = "" } = attempt.action;
        const { thought: sent = "" } = actions[index] ?? {};
        if (sent.isWellFormed()) expect(String(kept).length).toBeLessThanOrEqual(LONGEST);
        else expect(kept).toBe(sent);
        expect(resultDigest(await again.step(attempt.action, attempt))).toBe(digest);
      }
    }),
    { numRuns: 15 },
  );
});
