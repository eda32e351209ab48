/** The memory that the edits of all episodes share: who gets how much, and that it is given back. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EditBudget } from "../../src/environment/edit-budget.ts";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import { openProgramGym, replace, request, take } from "./support/open-gym.ts";

const REFUSED = expect.objectContaining({ code: "CAPACITY_REACHED", status: 503 });

describe("a client", () => {
  test("may hold half of it, the next one half of the rest", () => {
    const budget = new EditBudget(800);
    budget.hold({}, "a", 400);
    expect(() => budget.hold({}, "a", 1)).toThrow(REFUSED);
    budget.hold({}, "b", 200);
    expect(() => budget.hold({}, "b", 1)).toThrow(REFUSED);
    budget.hold({}, "c", 100);
    expect(budget.used).toBe(700);
  });

  test("is never refused for keeping less, and what was refused has changed nothing", () => {
    const budget = new EditBudget(100);
    const holder = {};
    budget.hold(holder, "a", 50);
    expect(() => budget.hold(holder, "a", 51)).toThrow(REFUSED);
    expect(budget.used).toBe(50);
    budget.hold(holder, "a", 40);
    budget.hold(holder, "a", 50);
    expect(budget.used).toBe(50);
  });
});

test("whatever is held and released, no more is held than there is, and nothing is left at the end", () => {
  const move = fc.record({ holder: fc.nat(5), client: fc.constantFrom("a", "b"), bytes: fc.nat(400) });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      const budget = new EditBudget(500);
      const holders = Array.from({ length: 6 }, () => ({}));
      const held = new Map<object, number>();
      for (const { holder, bytes } of moves) {
        const one = holders[holder] ?? {};
        try {
          budget.hold(one, `client ${holder % 2}`, bytes);
          held.set(one, bytes);
        } catch (error) {
          expect(error).toEqual(REFUSED);
        }
        expect(budget.used).toBe([...held.values()].reduce((sum, one) => sum + one, 0));
        expect(budget.used).toBeLessThanOrEqual(500);
      }
      for (const one of holders) budget.release(one);
      expect([budget.used, budget.clients]).toEqual([0, 0]);
    }),
  );
});

describe("an episode's edits", () => {
  const open = async (editBudget: EditBudget, session: string): Promise<TraceFixRLGym> => {
    const { tasks, sandbox } = openProgramGym({ code: "1\n2\n3\n" });
    const gym = new TraceFixRLGym({ tasks, sandboxFor: () => sandbox, session, editBudget });
    await gym.reset(request({ max_steps: 1000 }));
    return gym;
  };
  const large = (round: number) => replace(2, 2, (round % 2 === 0 ? "x" : "y").repeat(50_000));

  test("are refused where all episodes together would keep too much; the step is not taken and undo is", async () => {
    const budget = new EditBudget(2_000_000);
    const gym = await open(budget, "greedy");
    let steps = 0;
    const edits = async () => {
      for (; steps < 100; steps += 1) await gym.step(large(steps));
    };
    await expect(edits()).rejects.toThrow(/^Cannot make the edit: the server has no memory left/);
    expect(steps).toBeGreaterThan(5);
    expect(gym.state.step_count).toBe(steps);
    const other = await open(budget, "modest");
    expect((await take(other, large(0))).last_execution_output).toMatch(/^Replaced line 2/);
    other.close();
    expect((await take(gym, "UNDO_EDIT")).step_count).toBe(steps + 1);
    expect((await take(gym, large(steps + 1))).last_execution_output).toMatch(/^Replaced line 2/);
  });

  test("hold up no undo, reset or look, however little room there is", async () => {
    const budget = new EditBudget(2_000_000);
    const gym = await open(budget, "one");
    await take(gym, large(0), replace(2, 2, "small"));
    budget.note({}, "another", 1_950_000);
    await expect(gym.step(large(1))).rejects.toThrow(/^Cannot make the edit/);
    const { step_count } = await take(gym, "RUN_TESTS", "UNDO_EDIT", "VIEW_CODE", "RESET_TO_ORIGINAL");
    expect(step_count).toBe(6);
  });

  test("keep nothing any more once another episode begins or the session ends", async () => {
    const budget = new EditBudget(2_000_000);
    const gym = await open(budget, "one");
    await take(gym, large(0), "RUN_TESTS", "VIEW_CODE");
    expect(budget.used).toBeGreaterThan(50_000);
    await gym.reset(request());
    expect(budget.used).toBe(0);
    await take(gym, large(0));
    gym.close();
    expect(budget.used).toBe(0);
  });
});
