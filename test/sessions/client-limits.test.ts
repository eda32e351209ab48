import { describe, expect, test, vi } from "vitest";
import { HeldSessions } from "../../src/sessions/held-sessions.ts";
import { type RegistryOptions, SessionRegistry } from "../../src/sessions/session-registry.ts";
import { Stage } from "./fake-environment.ts";
import { ManualClock } from "./manual-clock.ts";

const REFUSED = { code: "CAPACITY_REACHED", status: 429 };
const FULL = { code: "CAPACITY_REACHED", status: 503 };

function house(options: RegistryOptions = {}) {
  const stage = new Stage();
  const clock = new ManualClock();
  const registry = new SessionRegistry(stage.create, { capacity: 10, clock, ...options });
  const begin = async (client: string) => {
    const session = registry.prepare({ client });
    await session.reset({});
    return session;
  };
  const beginMany = (client: string, count: number) => Promise.all(Array.from({ length: count }, () => begin(client)));
  return { stage, clock, registry, begin, beginMany };
}

const settled = () => new Promise(setImmediate);

describe("sessions of one client", () => {
  test("take their slots at the first reset, and give them back", async () => {
    const { registry } = house();
    const session = registry.prepare({ client: "a" });
    expect(registry.active).toBe(0);
    await session.reset({});
    await session.reset({});
    expect(registry.active).toBe(1);
    session.close();
    session.close();
    expect(registry.active).toBe(0);
  });

  test("are all but a tenth; the next waits for one of the client's own, while others come in", async () => {
    const { registry, begin, beginMany } = house();
    const [first] = await beginMany("greedy", 9);
    const next = begin("greedy");
    await begin("other");
    expect([registry.active, registry.waiting]).toEqual([10, 1]);
    first?.close();
    expect((await next).snapshot.episode_id).not.toBeNull();
    expect([registry.active, registry.waiting]).toEqual([10, 0]);
    expect(registry.counts).toMatchObject({ opened: 11, refused: 0 });
  });

  test("are refused with the client's own figures when none has become free for half a minute", async () => {
    const { registry, clock, begin, beginMany } = house({ clientCapacity: 2 });
    await beginMany("greedy", 2);
    const next = begin("greedy").catch((error: unknown) => error);
    await settled();
    clock.advance(29_000);
    await settled();
    expect(registry.waiting).toBe(1);
    clock.advance(2_000);
    const details = { active_sessions: 2, max_sessions: 2 };
    expect(await next).toMatchObject({ ...REFUSED, details, message: expect.stringContaining("one client") });
    expect(registry.counts).toMatchObject({ refused: 1, refusedByShare: 1 });
    expect(() => registry.open({ client: "greedy" })).toThrow(expect.objectContaining(REFUSED));
  });

  test("are refused at once when the server is full, no matter who asks", async () => {
    const { begin, beginMany } = house();
    await beginMany("a", 5);
    await beginMany("b", 5);
    await expect(begin("a")).rejects.toMatchObject({ ...FULL, details: { active_sessions: 10, max_sessions: 10 } });
  });

  test("that are given up while they wait leave nothing behind", async () => {
    const { registry, beginMany } = house({ clientCapacity: 1 });
    const [held] = await beginMany("a", 1);
    const waiting = registry.prepare({ client: "a" });
    const reset = waiting.reset({});
    await settled();
    expect(registry.waiting).toBe(1);
    waiting.close();
    await expect(reset).rejects.toMatchObject({ code: "SESSION_ERROR" });
    held?.close();
    expect([registry.active, registry.waiting, registry.pending]).toEqual([0, 0, 0]);
  });

  test("that wait are told when the server stops", async () => {
    const { registry, begin, beginMany } = house({ clientCapacity: 1 });
    await beginMany("a", 1);
    const waiting = begin("a");
    await settled();
    registry.stopAdmitting();
    await expect(waiting).rejects.toMatchObject({ ...FULL, message: expect.stringContaining("stopping") });
  });

  test("hold no slot for an episode that could not begin, unless they were made to be held", async () => {
    const { registry } = house();
    const session = registry.prepare({ client: "a" });
    await expect(session.reset({ task_name: "unknown" })).rejects.toMatchObject({ status: 422 });
    expect(registry.active).toBe(0);
    const made = await new HeldSessions(registry).open({ client: "a" });
    await expect(made.reset({ task_name: "unknown" })).rejects.toMatchObject({ status: 422 });
    expect(registry.active).toBe(1);
  });

  test("are told to the environment with their client, so that runs are shared fairly between clients", () => {
    const clients: (string | undefined)[] = [];
    const registry = new SessionRegistry((_key, client) => {
      clients.push(client);
      return new Stage().create("");
    });
    registry.open({ client: "a" });
    registry.open();
    expect(clients).toEqual(["a", undefined]);
  });
});

describe("resets of one client", () => {
  test("come no faster than they may, and those of others do not wait", async () => {
    const { registry, clock, begin, beginMany } = house({ clientResetsPerSecond: 2, capacity: 100 });
    await beginMany("a", 2);
    const session = registry.prepare({ client: "a" });
    const third = session.reset({});
    await begin("b");
    await settled();
    expect(registry.counts.resets).toBe(3);
    clock.advance(500);
    await third;
    expect(registry.counts.resets).toBe(4);
  });

  test("come no faster where a policy asks for its episode again, before it has done anything in it", async () => {
    const { registry, clock } = house({ clientResetsPerSecond: 1 });
    const session = registry.prepare({ client: "a" });
    await session.reset({ seed: 1 });
    clock.advance(1_000);
    await session.startDrawn({});
    const again = session.startDrawn({});
    const isOver = vi.fn();
    void again.then(isOver);
    await settled();
    expect(isOver).not.toHaveBeenCalled();
    clock.advance(1_000);
    expect((await again).observation.step_count).toBe(0);
  });

  test("are refused when they would have to wait for too long, and the episode goes on", async () => {
    const { clock, begin } = house({ clientResetsPerSecond: 1, waitMs: 1_000 });
    const session = await begin("a");
    const second = session.reset({});
    const late = begin("a");
    await expect(late).rejects.toMatchObject({ ...REFUSED, message: expect.stringContaining("CLIENT_RESETS") });
    clock.advance(1_000);
    await second;
    expect(session.snapshot.episode_id).not.toBeNull();
  });
});
