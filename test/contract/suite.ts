/** What an episode is, whatever door it is played through: each door of the server passes all of this. */
import { describe, expect, onTestFinished, test } from "vitest";
import { type ResetRequest, resetMetadataSchema, type StepData } from "../../src/protocol/protocol.ts";
import type { Door, DoorKind, Told } from "./door.ts";

const TASK = { task_name: "binary_search_off_by_one", seed: 7 } as const;
const PROGRAM = "binary_search";
const BROKEN_LINE = "    while size > 1:";
const REPAIR = { action_type: "REPLACE_LINES", start_line: 4, end_line: 4, new_code_block: "    while size > 0:" };
const NO_REPAIR = { ...REPAIR, new_code_block: "    while size > 2:" };
/** A task of four files, and what repairs it. */
const SEVERAL = { task_name: "tally_blanks", seed: 7 } as const;
const SEVERAL_REPAIR = {
  action_type: "REPLACE_LINES",
  path: "reading.py",
  start_line: 5,
  end_line: 5,
  new_code_block: '    items = [part.strip() for part in text.split(",")]',
};
const only = (action_type: string): StepData => ({ action_type });

/** Labels that were given out, so that no two episodes of a server have the same. */
let labels = 0;

/** @param portOf where the server is, once the tests begin: one that was started with `serverSettings` */
export function describeEpisodes(name: string, kind: DoorKind, portOf: () => number): void {
  describe(`an episode over ${name}`, () => {
    async function enter(): Promise<Door> {
      const door = await kind.open(portOf());
      onTestFinished(() => door[Symbol.asyncDispose]());
      return door;
    }

    function nextLabel(): string {
      labels += 1;
      return `episode-${labels}`;
    }

    async function begin(more: ResetRequest = {}): Promise<{ door: Door; begun: Told; label: string }> {
      const door = await enter();
      const label = nextLabel();
      return { door, label, begun: await door.reset({ ...TASK, episode_id: label, ...more }) };
    }

    async function play(door: Door, ...actions: readonly StepData[]): Promise<readonly Told[]> {
      const told: Told[] = [];
      for (const action of actions) told.push(await door.step(action));
      return told;
    }

    test("begins by a reset that shows the file, the rules and the draw, and names no bug", async () => {
      const { begun, label } = await begin({ max_steps: 20 });
      expect(begun).toMatchObject({ reward: 0, done: false });
      expect(begun.observation).toMatchObject({
        code_dict: { "1": "def binary_search(items, target):", "4": BROKEN_LINE },
        test_results: [],
        syntax_error: null,
        step_count: 0,
        steps_remaining: 20,
        info: { episode_id: label, task_name: PROGRAM, task_difficulty: "medium" },
        metadata: { seed: 7, split: null, max_steps: 20, reward_profile: "dense" },
      });
      expect(begun.observation.metadata).toMatchObject({ system_prompt: expect.stringContaining(BROKEN_LINE) });
    });

    test("begins nothing for a request that makes no sense, and says what there is instead", async () => {
      const door = await enter();
      await expect(door.reset({ task_name: "binary_search_off_by_on" })).rejects.toThrow(
        "Did you mean binary_search_off_by_one?",
      );
      expect(await door.reset({ ...TASK, episode_id: nextLabel() })).toMatchObject({ done: false });
    });

    test("takes each of the six actions as a step", async () => {
      const { door } = await begin();
      const [viewed, ran, edited, undone, again, reset, submitted] = await play(
        door,
        only("VIEW_CODE"),
        only("RUN_TESTS"),
        NO_REPAIR,
        only("UNDO_EDIT"),
        NO_REPAIR,
        only("RESET_TO_ORIGINAL"),
        only("SUBMIT"),
      );
      expect(viewed?.observation.last_execution_output).toContain(`4 | ${BROKEN_LINE}`);
      expect(ran?.observation.test_results.map(({ passed }) => passed)).toContain(false);
      expect(ran?.observation.last_execution_output).toContain("of 8 visible tests passed");
      expect(edited?.observation.code_dict["4"]).toBe(NO_REPAIR.new_code_block);
      expect(undone?.observation.code_dict["4"]).toBe(BROKEN_LINE);
      expect(again?.observation.code_dict["4"]).toBe(NO_REPAIR.new_code_block);
      expect(reset?.observation.code_dict["4"]).toBe(BROKEN_LINE);
      expect(submitted).toMatchObject({ done: true, observation: { step_count: 7, steps_remaining: 0 } });
    });

    test.each<[string, StepData, number, string]>([
      ["lines that the file has not", { ...REPAIR, start_line: 99, end_line: 99 }, -0.0025, "has 14 lines"],
      ["a field that is missing", { action_type: "REPLACE_LINES", start_line: 4 }, -0.0025, "end_line, new_code_block"],
      ["a number that is none", { ...REPAIR, start_line: "four" }, -0.0025, "whole number"],
      [
        "a text that does not stand there",
        { ...only("REPLACE_LINES"), old_code_block: "no", new_code_block: "" },
        -0.0025,
        "old_code_block",
      ],
      ["an edit that does not parse", { ...REPAIR, new_code_block: "    while (" }, -0.005, "line 4"],
    ])(
      "takes %s for a step with a penalty that changes nothing and says what to do",
      async (_, action, penalty, said) => {
        const { door, begun } = await begin();
        const { observation, reward, done } = await door.step(action);
        expect(done).toBe(false);
        expect(reward).toBe(penalty - 0.001);
        expect(observation).toMatchObject({
          step_count: 1,
          code_dict: begun.observation.code_dict,
          metadata: { reward_components: { penalty } },
        });
        expect(observation.last_execution_output).toContain(said);
      },
    );

    test("makes no more of an action that there is not", async () => {
      const { door } = await begin();
      if (kind.unknownAction === "refusal") {
        await expect(door.step(only("FLY"))).rejects.toThrow(/Unknown tool.*run_tests/);
        expect((await door.step(only("VIEW_CODE"))).observation.step_count).toBe(1);
      } else {
        const { observation, reward } = await door.step(only("FLY"));
        expect([observation.step_count, reward]).toEqual([1, -0.0035]);
        expect(observation.last_execution_output).toContain("RUN_TESTS");
      }
    });

    test("is solved whole by running, repairing, running and submitting, and named only then", async () => {
      const { door } = await begin();
      const told = await play(door, only("RUN_TESTS"), REPAIR, only("RUN_TESTS"), only("SUBMIT"));
      expect(told.map(({ done }) => done)).toEqual([false, false, false, true]);
      expect(told.map(({ observation }) => observation.info.task_name)).toEqual([
        ...Array(3).fill(PROGRAM),
        TASK.task_name,
      ]);
      expect(told.at(-1)).toMatchObject({ reward: 0.98, observation: { metadata: { return: 1.057 } } });
      expect(told.reduce((sum, { reward }) => sum + reward, 0)).toBeCloseTo(1.057, 9);
      expect(told.at(-1)?.observation.test_results.every(({ passed }) => passed)).toBe(true);
    });

    test("takes no step once it is over, until the next reset", async () => {
      const { door, label } = await begin();
      await door.step(only("SUBMIT"));
      await expect(door.step(only("RUN_TESTS"))).rejects.toThrow(/is over/);
      const begun = await door.reset({ ...TASK, episode_id: label });
      expect(begun).toMatchObject({ done: false, observation: { step_count: 0 } });
      expect(await door.step(only("VIEW_CODE"))).toMatchObject({ observation: { step_count: 1 } });
    });

    test("is begun again by a reset in its midst", async () => {
      const { door, label } = await begin();
      await play(door, REPAIR, only("RUN_TESTS"));
      const { observation } = await door.reset({ ...TASK, episode_id: label });
      expect(observation).toMatchObject({ step_count: 0, test_results: [], code_dict: { "4": BROKEN_LINE } });
    });

    test("tells its state from the reset to the end", async () => {
      const { door, label } = await begin({ max_steps: 9, reward: "sparse" });
      const known = { episode_id: label, seed: 7, max_steps: 9, reward_profile: "sparse", task_difficulty: "medium" };
      expect(await door.state(label)).toMatchObject({ ...known, step_count: 0, done: false, return: 0 });
      await play(door, only("RUN_TESTS"), REPAIR);
      expect(await door.state(label)).toMatchObject({ ...known, step_count: 2, done: false });
      const { reward } = await door.step(only("SUBMIT"));
      const end = { step_count: 3, done: true, task_name: TASK.task_name, return: reward };
      expect(await door.state(label)).toMatchObject({ ...known, ...end });
    });

    test("gives the same bytes for the same seed, label and actions", async () => {
      const actions = [only("VIEW_CODE"), only("RUN_TESTS"), NO_REPAIR, only("RUN_TESTS"), only("SUBMIT")];
      const { door, begun, label } = await begin();
      const first = [begun, ...(await play(door, ...actions))].map(({ bytes }) => bytes);
      const again = await door.reset({ ...TASK, episode_id: label });
      const second = [again, ...(await play(door, ...actions))].map(({ bytes }) => bytes);
      expect(second).toEqual(first);
      expect(first.every((text) => text !== "")).toBe(true);
    });

    test("that a curriculum drew is the same episode when its task and its seed are named", async () => {
      const actions = [only("VIEW_CODE"), only("RUN_TESTS"), only("SUBMIT")];
      const asked = { split: "train", seed: 11 } as const;
      const door = await enter();
      const request = { ...asked, episode_id: nextLabel() };
      const drawn = await door.reset({ ...request, curriculum: "mastery", group: request.episode_id });
      const { curriculum, ...metadata } = resetMetadataSchema.parse(drawn.observation.metadata);
      expect(curriculum).toMatchObject({
        group: request.episode_id,
        drawn: true,
        drawn_from: { tasks: 6, attempts: 0 },
      });
      const first = (await play(door, ...actions)).map(({ bytes }) => bytes);

      const named = await door.reset({ ...request, task_name: curriculum?.task_name });
      expect(named.observation).toEqual({ ...drawn.observation, metadata });
      expect((await play(door, ...actions)).map(({ bytes }) => bytes)).toEqual(first);

      const next = await door.reset({ ...request, curriculum: "mastery", group: request.episode_id });
      expect(next.observation.metadata).toMatchObject({ curriculum: { drawn_from: { attempts: 1, solved: 0 } } });
    });

    test("takes edits back one by one, and has nothing more to take back then", async () => {
      const { door, begun } = await begin();
      const insertion = { ...REPAIR, start_line: 2, end_line: 1, new_code_block: "    # a note" };
      const told = await play(door, REPAIR, insertion, only("UNDO_EDIT"), only("UNDO_EDIT"), only("UNDO_EDIT"));
      const [repaired, , first, second, third] = told.map(({ observation }) => observation);
      expect(first?.code_dict).toEqual(repaired?.code_dict);
      expect(second?.code_dict).toEqual(begun.observation.code_dict);
      expect(third).toMatchObject({
        code_dict: begun.observation.code_dict,
        metadata: { reward_components: { penalty: -0.0005 } },
      });
    });

    test("ends with its last step, and a right file that nobody submitted is not solved", async () => {
      const { door } = await begin({ max_steps: 5 });
      const view = only("VIEW_CODE");
      const told = await play(door, REPAIR, only("RUN_TESTS"), view, view, view);
      expect(told.map(({ observation }) => observation.steps_remaining)).toEqual([4, 3, 2, 1, 0]);
      expect(told.map(({ done }) => done)).toEqual([false, false, false, false, true]);
      expect(told.at(-1)?.observation.last_execution_output).toContain("all 5 steps are used");
      expect(told.at(-1)?.reward).toBeLessThan(0.4);
      await expect(door.step(view)).rejects.toThrow(/is over/);
    });

    test("of several files tells their paths, and looks, edits and takes back in each", async () => {
      const { door, begun, label } = await begin({ ...SEVERAL, task_set: "imported" });
      const paths = ["counting/__init__.py", "counting/counter.py", "reading.py", "solution.py"];
      expect(begun.observation).toMatchObject({ path: "solution.py", files: paths.map((path) => ({ path })) });
      const [viewed, unknown, edited, undone] = await play(
        door,
        { action_type: "VIEW_CODE", path: "counting/counter.py", start_line: 1, end_line: 2 },
        { ...SEVERAL_REPAIR, path: "reading.pi" },
        SEVERAL_REPAIR,
        only("UNDO_EDIT"),
      );
      expect(viewed?.observation.path).toBe("counting/counter.py");
      expect(viewed?.observation.last_execution_output).toContain("1 | class Counter:\n2 |     def __init__(self):");
      expect(unknown?.observation.last_execution_output).toContain("Did you mean reading.py?");
      expect(edited?.observation).toMatchObject({
        path: "reading.py",
        code_dict: { 5: SEVERAL_REPAIR.new_code_block },
      });
      const changed = edited?.observation.files?.filter((file) => file.changed);
      expect(changed?.map(({ path }) => path)).toEqual(["reading.py"]);
      expect(undone?.observation.files?.some((file) => file.changed)).toBe(false);
      expect((await door.state(label)).path).toBe("reading.py");
      const [, , , end] = await play(door, only("RUN_TESTS"), SEVERAL_REPAIR, only("RUN_TESTS"), only("SUBMIT"));
      expect(end).toMatchObject({ done: true, observation: { metadata: { ending: { solved: true } } } });
    });

    test("keeps apart from others that run beside it", async () => {
      const [one, other] = await Promise.all([begin(), begin()]);
      const [mine, others] = await Promise.all([
        play(one.door, REPAIR, only("RUN_TESTS"), only("VIEW_CODE")),
        play(other.door, only("RUN_TESTS"), NO_REPAIR),
      ]);
      expect(mine.at(-1)?.observation).toMatchObject({
        step_count: 3,
        code_dict: { "4": REPAIR.new_code_block },
        info: { episode_id: one.label },
      });
      expect(others.at(-1)?.observation).toMatchObject({
        step_count: 2,
        code_dict: { "4": NO_REPAIR.new_code_block },
        info: { episode_id: other.label },
      });
      expect((await one.door.state(one.label)).step_count).toBe(3);
      await one.door.step(only("SUBMIT"));
      expect(await other.door.step(only("UNDO_EDIT"))).toMatchObject({ done: false, observation: { step_count: 3 } });
    });
  });
}
