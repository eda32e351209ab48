import { describe, expect, it } from "vitest";
import { Scheduler, SLICE_MS } from "../../../src/sandbox/pool/scheduler.ts";
import { LONG_MS } from "../../../src/sandbox/pool/track-record.ts";

const job = (client: string, { session = client, isCheck = false } = {}) => ({ client, session, isCheck, usedMs: 0 });
type Job = ReturnType<typeof job>;

const TWO = { up: 2, expected: 2 };

/** A scheduler with a clock that stands still unless it is told to go on. */
function house() {
  let time = 0;
  const scheduler = new Scheduler<Job>({ capacity: 1000, now: () => time });
  const pass = (milliseconds: number): void => {
    time += milliseconds;
  };
  /** Adds a job and starts whichever is next. */
  const start = (added: Job, workers = TWO): Job | undefined => {
    scheduler.add(added);
    return scheduler.next(workers);
  };
  /** Lets a client make a run of that length, alone. */
  const make = (run: Job, milliseconds: number): void => {
    scheduler.add(run);
    scheduler.next({ up: 100, expected: 100 });
    pass(milliseconds);
    scheduler.finished(run);
  };
  return { scheduler, pass, start, make };
}

describe("the scheduler", () => {
  it("leaves a worker to those that have proved short, from the first run of the others on", () => {
    const { scheduler, make, start } = house();
    make(job("short"), 1);
    const first = job("unknown");
    expect(start(first)).toBe(first);
    expect(start(job("stranger"))).toBeUndefined();
    const edit = job("short");
    expect(start(edit)).toBe(edit);
    expect(scheduler.waiting).toBe(1);
  });

  it("lets the next long one run when one has ended, however busy the short ones are", () => {
    const { scheduler, make, start, pass } = house();
    make(job("short"), 1);
    const first = job("a");
    start(first);
    const second = job("b");
    expect(start(second)).toBeUndefined();
    pass(500);
    const edit = job("short");
    expect(start(edit)).toBe(edit);
    pass(1);
    scheduler.finished(edit);
    scheduler.finished(first);
    expect(scheduler.next(TWO)).toBe(second);
  });

  it("keeps nothing back where there is only one worker", () => {
    const { make, start } = house();
    make(job("short"), 1);
    const only = job("unknown");
    expect(start(only, { up: 1, expected: 1 })).toBe(only);
  });

  it("leaves the one worker that is up to the short ones while the other is being replaced", () => {
    const { make, start } = house();
    make(job("short"), 1);
    expect(start(job("unknown"), { up: 1, expected: 2 })).toBeUndefined();
    const edit = job("short");
    expect(start(edit, { up: 1, expected: 2 })).toBe(edit);
  });

  it("keeps nothing back when nobody with short runs has been about for a while", () => {
    const { scheduler, make, start, pass } = house();
    make(job("short"), 1);
    start(job("a"));
    const second = job("b");
    expect(start(second)).toBeUndefined();
    pass(1001);
    expect(scheduler.next(TWO)).toBe(second);
  });

  it("gives a client with long runs a second worker only if no other client can use it", () => {
    const { scheduler, start } = house();
    start(job("greedy", { session: "one" }));
    const [again, other] = [job("greedy", { session: "two" }), job("other")];
    scheduler.add(again);
    scheduler.add(other);
    expect(scheduler.next({ up: 3, expected: 3 })).toBe(other);
    expect(scheduler.next({ up: 3, expected: 3 })).toBe(again);
  });

  it("gives a session one worker until it has proved short, and then more", () => {
    const { scheduler, start, make } = house();
    const [first, second] = [job("a"), job("a")];
    start(first);
    expect(start(second)).toBeUndefined();
    scheduler.finished(first);
    scheduler.next(TWO);
    scheduler.finished(second);
    make(job("a"), 1);
    const [third, fourth] = [job("a"), job("a")];
    expect([start(third), start(fourth)]).toEqual([third, fourth]);
  });

  it("trusts a check of syntax to be short, until its client has sent one that was not", () => {
    const { make, start } = house();
    make(job("short"), 1);
    start(job("long"));
    const check = job("fresh", { isCheck: true });
    expect(start(check)).toBe(check);
    make(job("fresh", { isCheck: true, session: "elsewhere" }), LONG_MS);
    make(job("short"), 1);
    expect(start(job("fresh", { isCheck: true, session: "yet another" }))).toBeUndefined();
  });

  it("does not take a check of syntax for a proof that what was checked is short", () => {
    const { make, start } = house();
    make(job("a", { isCheck: true }), 1);
    make(job("short"), 1);
    start(job("long"));
    expect(start(job("a"))).toBeUndefined();
  });

  it("does not take a session for short because of one short run after a long one", () => {
    const { make, start } = house();
    make(job("a"), 200);
    make(job("a"), 1);
    make(job("short"), 1);
    start(job("long"));
    expect(start(job("a"))).toBeUndefined();
  });

  it("forgives a session that has been short again for long enough", () => {
    const { make, start, pass } = house();
    make(job("a"), 200);
    pass(20 * 200);
    for (const _ of [1, 2]) make(job("a"), 1);
    make(job("short"), 1);
    start(job("long"));
    const forgiven = job("a");
    expect(start(forgiven)).toBe(forgiven);
  });

  it("takes no run that was cut short for a proof of shortness", () => {
    const { scheduler, make, start, pass } = house();
    const impatient = job("a");
    start(impatient);
    pass(5);
    scheduler.finished(impatient, { cutShort: true });
    make(job("short"), 1);
    start(job("long"));
    expect(start(job("a"))).toBeUndefined();
  });

  it("asks a run to make room once it has had its slice and somebody waits who has used less", () => {
    const { scheduler, start, pass } = house();
    const long = job("long");
    start(long, { up: 1, expected: 1 });
    scheduler.add(job("patient"));
    pass(SLICE_MS - 1);
    expect(scheduler.overdue()).toEqual([]);
    pass(1);
    expect(scheduler.overdue()).toEqual([long]);
  });

  it("asks nobody to make room for one who has used more", () => {
    const { scheduler, make, start, pass } = house();
    make(job("greedy"), 1000);
    start(job("long"));
    scheduler.add(job("greedy"));
    pass(500);
    expect(scheduler.overdue()).toEqual([]);
    pass(501);
    expect(scheduler.overdue().length).toBe(1);
  });

  it("takes turns between runs that make room, each of which goes on before its session's next", () => {
    const { scheduler, pass } = house();
    const [a, b, next] = [job("a"), job("b"), job("a")];
    for (const each of [a, b, next]) scheduler.add(each);
    const served: (Job | undefined)[] = [];
    for (let slice = 0; slice < 4; slice += 1) {
      const running = scheduler.next({ up: 1, expected: 1 });
      served.push(running);
      pass(SLICE_MS);
      if (running === undefined) continue;
      scheduler.stopped(running);
      scheduler.putBack(running);
    }
    expect(served).toEqual([a, b, a, b]);
    expect(a.usedMs).toBe(2 * SLICE_MS);
  });

  it("serves those first who did not cause workers to be replaced", () => {
    const { scheduler } = house();
    scheduler.charge(job("costly"), 300);
    const [costly, other] = [job("costly"), job("other")];
    scheduler.add(costly);
    scheduler.add(other);
    expect([scheduler.next(TWO), scheduler.next(TWO)]).toEqual([other, costly]);
  });
});
