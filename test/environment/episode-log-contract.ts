/** What every log of episodes must do, whatever it writes to, and what a gym makes of it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EpisodeHead, EpisodeLog, LoggedStep } from "../../src/environment/episode-log.ts";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import type { StepData } from "../../src/protocol/protocol.ts";
import type { KeptEpisode } from "./support/kept-log.ts";
import { openWorldGym, replace, request } from "./support/open-gym.ts";

export interface LogSubject {
  readonly log: EpisodeLog;
  /** What is kept of the session's last episode, as it would be read after a restart; left out for what keeps nothing. */
  readonly read?: (session: string) => Promise<KeptEpisode | undefined>;
  /** Makes the next call fail; left out for what cannot fail. */
  readonly failNext?: () => void;
}

const ACTIONS: readonly StepData[] = [
  { action_type: "VIEW_CODE", thought: "a look" },
  { action_type: "RUN_TESTS" },
  replace(1, 1, "good"),
  replace(1, 1, "half"),
  replace(9, 9, "no such line"),
  { action_type: "UNDO_EDIT" },
  { action_type: "RESET_TO_ORIGINAL" },
  { action_type: "NONSENSE", stray: [1, { deep: "😀" }] },
  { action_type: "SUBMIT" },
];
export const actionsOfEpisode = fc.array(fc.constantFrom(...ACTIONS), { maxLength: 8 });

/** Heads and steps as a gym hands them in. */
async function sample(session: string): Promise<KeptEpisode> {
  const steps: LoggedStep[] = [];
  let head: EpisodeHead | undefined;
  const { tasks, sandbox } = openWorldGym();
  const log: EpisodeLog = {
    begin: async (given) => {
      head = given;
      return { append: async (step) => void steps.push(step) };
    },
  };
  const gym = new TraceFixRLGym({ tasks, sandboxFor: () => sandbox, session, log });
  await gym.reset(request({ max_steps: ACTIONS.length }));
  for (const action of ACTIONS) await gym.step(action, { normalised: ["unknown_field"] });
  if (head === undefined) throw new Error("The gym began no episode");
  return { head, steps };
}

export function describeEpisodeLog(name: string, open: () => Promise<LogSubject>): void {
  describe(`${name}, as a log of episodes,`, () => {
    test("takes the episodes of many sessions side by side, and keeps each apart and in its order", async () => {
      const { log, read } = await open();
      const sessions = ["a", "b", "c"];
      const wholes = await Promise.all(sessions.map(sample));
      await Promise.all(
        wholes.map(async ({ head, steps }) => {
          const record = await log.begin(head);
          for (const step of steps) await record.append(step);
        }),
      );
      for (const [index, session] of sessions.entries()) {
        if (read) expect(await read(session)).toEqual(wholes[index]);
      }
    });

    test("has kept a step when it says so, and holds the session's last episode only for its last", async () => {
      const { log, read } = await open();
      const { head, steps } = await sample("a");
      for (const _ of ["first", "second"]) {
        const record = await log.begin(head);
        if (read) expect(await read("a")).toEqual({ head, steps: [] });
        for (const [index, step] of steps.entries()) {
          await record.append(step);
          if (read) expect((await read("a"))?.steps).toEqual(steps.slice(0, index + 1));
        }
      }
    });

    test("keeps nothing of a call that failed, and takes the same again", async () => {
      const { log, read, failNext } = await open();
      if (failNext === undefined) return;
      const { head, steps } = await sample("a");
      failNext();
      await expect(log.begin(head)).rejects.toThrow();
      if (read) expect(await read("a")).toBeUndefined();
      const record = await log.begin(head);
      for (const [index, step] of steps.entries()) {
        failNext();
        await expect(record.append(step)).rejects.toThrow();
        if (read) expect((await read("a"))?.steps).toHaveLength(index);
        await record.append(step);
      }
      if (read) expect(await read("a")).toEqual({ head, steps });
    });

    test("has whatever a gym answered, before it answers, and gives the same episode when it is played again", async () => {
      await fc.assert(
        fc.asyncProperty(actionsOfEpisode, async (actions) => {
          const { log, read } = await open();
          const { tasks, sandbox } = openWorldGym();
          const options = { tasks, sandboxFor: () => sandbox, session: "played" };
          const gym = new TraceFixRLGym({ ...options, log });
          const answered = [await gym.reset(request({ max_steps: 6 }))];
          for (const action of actions) {
            if (gym.state.done) break;
            answered.push(await gym.step(action));
          }
          if (!read) return;
          const kept = await read("played");
          if (kept === undefined) throw new Error("Nothing was kept");
          expect([kept.head, ...kept.steps].map(({ result }) => result)).toEqual(answered);
          const again = new TraceFixRLGym(options);
          const replayed = [await again.reset(kept.head.request)];
          for (const {
            attempt: { action, ...how },
          } of kept.steps)
            replayed.push(await again.step(action, how));
          expect(JSON.stringify(replayed)).toBe(JSON.stringify(answered));
        }),
        { numRuns: 20 },
      );
    });
  });
}
