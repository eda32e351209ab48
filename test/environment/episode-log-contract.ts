/** What every log of episodes must do, whatever it writes to, and what a gym makes of it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type EpisodeHead,
  type EpisodeLog,
  type KeptEpisode,
  keepsNothing,
  type LoggedStep,
  resultDigest,
  StepTakenError,
} from "../../src/environment/episode-log.ts";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import type { StepData, StepResult } from "../../src/protocol/protocol.ts";
import type { HandedIn } from "./support/kept-log.ts";
import { openWorldGym, replace, request } from "./support/open-gym.ts";

export interface LogSubject {
  readonly log: EpisodeLog;
  /** What was kept as another process finds it, after this one's end; left out for what keeps nothing. */
  readonly restart?: () => Promise<EpisodeLog>;
  /** Makes the next call fail, before it has kept anything; left out for what cannot fail. */
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
async function sample(session: string): Promise<HandedIn> {
  const steps: LoggedStep[] = [];
  let head: EpisodeHead | undefined;
  const { tasks, sandbox } = openWorldGym();
  const log: EpisodeLog = {
    ...keepsNothing,
    begin: async (given) => {
      head = given;
      return { id: session, append: async (step) => void steps.push(step) };
    },
  };
  const gym = new TraceFixRLGym({ tasks, sandboxFor: () => sandbox, session, log });
  await gym.reset(request({ max_steps: ACTIONS.length }));
  for (const action of ACTIONS) await gym.step(action, { normalised: ["unknown_field"] });
  if (head === undefined) throw new Error("The gym began no episode");
  return { head, steps };
}

/** What a log gives back of what it was handed. */
function keptOf({ head, steps }: HandedIn): Omit<KeptEpisode, "id"> {
  const { session, request, task, result } = head;
  const kept = steps.map(({ result, ...step }) => ({ ...step, digest: resultDigest(result) }));
  return { session, request, task, digest: resultDigest(result), steps: kept };
}

/** What the log has of the session's last episode. */
async function read(log: EpisodeLog, session: string): Promise<Omit<KeptEpisode, "id"> | null> {
  const found = await log.reopen(session);
  if (found === null) return null;
  const { id, ...kept } = found.kept;
  expect(id).toBe(found.record.id);
  return kept;
}

/** Whatever a policy may send: halves of characters, numbers that JSON cannot write, names that objects have already. */
const anyText = fc.string({ unit: "binary", maxLength: 30 });
const anyAction = fc.dictionary(
  fc.oneof(anyText, fc.constantFrom("action_type", "thought", "start_line", "__proto__", "constructor")),
  fc.oneof(
    anyText,
    fc.jsonValue().map((value) => value ?? 0),
    fc.double({ noNaN: true }),
  ),
  { noNullPrototype: true },
);

export function describeEpisodeLog(name: string, open: () => Promise<LogSubject>): void {
  describe(`${name}, as a log of episodes,`, () => {
    test("takes the episodes of many sessions side by side, and keeps each apart and in its order", async () => {
      const { log, restart } = await open();
      const whole = await sample("any");
      const sessions = Array.from({ length: 40 }, (_, number) => `session ${number}`);
      const handedIn = (session: string): HandedIn => ({ ...whole, head: { ...whole.head, session } });
      await Promise.all(
        sessions.map(async (session) => {
          const { head, steps } = handedIn(session);
          const record = await log.begin(head);
          for (const step of steps) await record.append(step);
        }),
      );
      const again = await restart?.();
      for (const session of sessions) {
        if (again) expect(await read(again, session)).toEqual(keptOf(handedIn(session)));
      }
    });

    test("has kept a step when it says so, and holds the session's last episode only for its last", async () => {
      const { log, restart } = await open();
      const { head, steps } = await sample("a");
      for (const _ of ["first", "second"]) {
        const record = await log.begin(head);
        if (restart) expect(await read(log, "a")).toEqual(keptOf({ head, steps: [] }));
        for (const [index, step] of steps.entries()) {
          await record.append(step);
          if (restart) expect(await read(log, "a")).toEqual(keptOf({ head, steps: steps.slice(0, index + 1) }));
        }
      }
      if (restart) expect(await read(await restart(), "a")).toEqual(keptOf({ head, steps }));
    });

    test("goes on with nothing of a session that was left, here or in another process, and keeps it for readers", async () => {
      const { log, restart } = await open();
      const { head, steps } = await sample("a");
      expect(await log.leave("a")).toBe(false);
      const ids: string[] = [];
      // The one before the last must not come back in its place.
      for (const _ of ["first", "second"]) {
        const record = await log.begin(head);
        for (const step of steps.slice(0, 2)) await record.append(step);
        ids.push(record.id);
      }
      const other = await log.begin({ ...head, session: "b" });
      if (restart === undefined) return expect(await log.leave("a")).toBe(false);
      expect(await log.leave("a")).toBe(true);
      expect(await log.leave("a")).toBe(false);
      expect(await log.reopen("a")).toBeNull();
      expect(await log.reopen("a", head.request.episode_id)).toBeNull();
      expect((await log.reopen("b"))?.record.id).toBe(other.id);
      expect((await log.find(ids[1] ?? ""))?.steps).toHaveLength(2);
      const again = await restart();
      expect(await again.reopen("a")).toBeNull();
      expect((await again.reopen("b"))?.record.id).toBe(other.id);
      const fresh = await again.begin(head);
      expect((await again.reopen("a"))?.record.id).toBe(fresh.id);
    });

    test("finds any session's episode by its id, at once and in another process, and none by what is no id", async () => {
      const { log, restart } = await open();
      const [first, second] = [await sample("a"), await sample("b")];
      const ids: string[] = [];
      for (const { head, steps } of [first, second]) {
        const record = await log.begin(head);
        for (const step of steps.slice(0, 2)) await record.append(step);
        ids.push(record.id);
      }
      const check = async (log: EpisodeLog) => {
        for (const [place, { head, steps }] of [first, second].entries()) {
          const { session: _, ...kept } = keptOf({ head, steps: steps.slice(0, 2) });
          expect(await log.find(ids[place] ?? "")).toEqual({ ...kept, id: ids[place] });
        }
        for (const id of ["a", "-".repeat(36), "a".repeat(36)]) expect(await log.find(id)).toBeNull();
      };
      if (restart === undefined) return expect(await log.find(ids[0] ?? "")).toBeNull();
      await check(log);
      await check(await restart());
    });

    test("does not find an episode that has not all the steps that it is to begin with", async () => {
      const { log, restart } = await open();
      const { head, steps } = await sample("a");
      const record = await log.begin({ ...head, branchedSteps: 2 });
      for (const step of steps.slice(0, 1)) await record.append(step);
      expect(await log.find(record.id)).toBeNull();
      for (const step of steps.slice(1, 2)) await record.append(step);
      if (restart) expect((await log.find(record.id))?.steps).toHaveLength(2);
    });

    test("keeps nothing of a call that failed, and takes the same again", async () => {
      const { log, restart, failNext } = await open();
      if (failNext === undefined) return;
      const { head, steps } = await sample("a");
      failNext();
      await expect(log.begin(head)).rejects.toThrow();
      expect(await read(log, "a")).toBeNull();
      const record = await log.begin(head);
      for (const [index, step] of steps.entries()) {
        failNext();
        await expect(record.append(step)).rejects.toThrow();
        expect((await read(log, "a"))?.steps).toHaveLength(index);
        await record.append(step);
      }
      if (restart) expect(await read(await restart(), "a")).toEqual(keptOf({ head, steps }));
    });

    test("knows nothing of a session that began no episode", async () => {
      const { log, restart } = await open();
      expect(await log.reopen("nobody")).toBeNull();
      if (restart) expect(await (await restart()).reopen("nobody")).toBeNull();
    });

    test("takes a step's number once, from who comes first, and keeps that one", async () => {
      const { log, restart } = await open();
      if (restart === undefined) return;
      const { head, steps } = await sample("a");
      const [first, second, third] = steps;
      if (first === undefined || second === undefined || third === undefined) throw new Error("Too few steps");
      const begun = await log.begin(head);
      await begun.append(first);
      const other = (await log.reopen("a"))?.record;
      await other?.append({ ...second, requestId: "the other's" });
      await expect(begun.append(second)).rejects.toThrow(StepTakenError);
      await expect(other?.append(first)).rejects.toThrow(StepTakenError);
      const kept = keptOf({ head, steps: [first, { ...second, requestId: "the other's" }] });
      expect(await read(log, "a")).toEqual(kept);
      const later = await restart();
      expect(await read(later, "a")).toEqual(kept);
      const record = (await later.reopen("a"))?.record;
      await expect(record?.append(second)).rejects.toThrow(StepTakenError);
      await record?.append(third);
      expect((await read(later, "a"))?.steps).toHaveLength(3);
    });

    test("gives every text, number and name back as it was, however odd or long", async () => {
      const { log, restart } = await open();
      const { head, steps } = await sample("a");
      const [step] = steps;
      if (step === undefined) throw new Error("Too few steps");
      const long = { action_type: "REPLACE_LINES", new_code_block: "é🙂\n\ud800".repeat(200_000) };
      const wholes = new Map<string, HandedIn>();
      const keep = async (session: string, action: StepData, requestId?: string) => {
        const whole = {
          head: { ...head, session },
          steps: [{ ...step, attempt: { action, normalised: [] }, requestId }],
        };
        const record = await log.begin(whole.head);
        for (const step of whole.steps) await record.append(step);
        wholes.set(session, whole);
      };
      await keep("long", long);
      await fc.assert(fc.asyncProperty(anyText, anyAction, fc.option(anyText, { nil: undefined }), keep), {
        numRuns: 60,
      });
      const again = await restart?.();
      for (const [session, whole] of wholes) {
        if (again) expect(await read(again, session)).toEqual(keptOf(whole));
      }
    });

    test("has whatever a gym answered, before it answers, and gives the same episode when it is played again", async () => {
      const { log, restart } = await open();
      const played = new Map<string, readonly StepResult[]>();
      const { tasks, sandbox } = openWorldGym();
      const options = { tasks, sandboxFor: () => sandbox };
      await fc.assert(
        fc.asyncProperty(actionsOfEpisode, async (actions) => {
          const session = `played ${played.size}`;
          const gym = new TraceFixRLGym({ ...options, session, log });
          const answered = [await gym.reset(request({ max_steps: 6 }))];
          for (const action of actions) {
            if (gym.state.done) break;
            answered.push(await gym.step(action));
          }
          if (restart) expect((await read(log, session))?.steps).toHaveLength(answered.length - 1);
          played.set(session, answered);
        }),
        { numRuns: 20 },
      );
      const again = await restart?.();
      for (const [session, answered] of played) {
        if (again === undefined) continue;
        const kept = await read(again, session);
        if (kept === null) throw new Error("Nothing was kept");
        const gym = new TraceFixRLGym({ ...options, session });
        const replayed = [await gym.reset(kept.request)];
        for (const { attempt } of kept.steps) replayed.push(await gym.step(attempt.action, attempt));
        expect(JSON.stringify(replayed)).toBe(JSON.stringify(answered));
        expect([kept, ...kept.steps].map(({ digest }) => digest)).toEqual(answered.map(resultDigest));
      }
    });
  });
}
