/** What a run of the tests reports: the summary, the failures, what was printed, and what was cut. */
import { describe, expect, test } from "vitest";
import { keepTail } from "../../src/environment/clip.ts";
import type { CodeObservation } from "../../src/protocol/protocol.ts";
import type { Outcome } from "../../src/sandbox/sandbox.ts";
import type { TaskTest } from "../../src/tasks/task.ts";
import { gives } from "./support/fake-sandbox.ts";
import { openProgramGym, replace, request, take } from "./support/open-gym.ts";

function expecting(name: string, call: string): TaskTest {
  return { name, call, expectation: { kind: "value", value: { type: "int", value: 1n } }, tolerance: null };
}

async function run(outcomes: Readonly<Record<string, Outcome>>, tests?: readonly TaskTest[]): Promise<CodeObservation> {
  const { gym } = openProgramGym({
    code: "program\n",
    tests: tests ?? Object.keys(outcomes).map((call) => expecting(`${call} works`, call)),
    answer: (_, call) => outcomes[call] ?? gives(0),
  });
  await gym.reset(request());
  return take(gym, "RUN_TESTS");
}

/** What tests printed, found by the places that the step tells. */
function printedIn({ metadata, last_execution_output }: CodeObservation): readonly (readonly string[])[] {
  const printed = ("printed" in metadata && metadata.printed) || [];
  const lines = last_execution_output.split("\n");
  return printed.map(({ first_line, last_line }) => lines.slice(first_line - 1, last_line));
}

describe("the report of a run", () => {
  test("begins with how many tests passed and shows each failing one", async () => {
    const observation = await run({ "a()": gives(1), "b()": gives(2), "c()": gives(1) });
    expect(observation.last_execution_output).toBe(
      "2 of 3 visible tests passed.\n\nFAILED b() works\n  call: b()\n  expected: 1\n  got: 2",
    );
    expect(observation.test_results).toEqual([
      { test_name: "a() works", passed: true, error_message: null },
      {
        test_name: "b() works",
        passed: false,
        error_message: "call: b()\nexpected: 1\ngot: 2",
        call: "b()",
        expected: "1",
        got: "2",
        raised: null,
        line: null,
        traceback: null,
      },
      { test_name: "c() works", passed: true, error_message: null },
    ]);
  });

  test("is one line if all pass", async () => {
    expect((await run({ "a()": gives(1) })).last_execution_output).toBe("1 of 1 visible tests passed.");
  });

  test("shows an exception with its traceback's tail", async () => {
    const frames = Array.from({ length: 100 }, (_, index) => `  File "solution.py", line ${index}, in f`);
    const traceback = ["Traceback (most recent call last):", ...frames, "KeyError: 'x'"].join("\n");
    const outcome: Outcome = {
      kind: "raised",
      type: "KeyError",
      module: "builtins",
      message: "'x'",
      traceback,
      line: 99,
      stdout: "",
    };
    const [result] = (await run({ "a()": outcome })).test_results;
    expect(result?.error_message).toMatch(
      /^call: a\(\)\nexpected: 1\ngot: KeyError raised: 'x'\n\[\d+ characters cut\]\n/,
    );
    expect(result?.error_message).toMatch(/line 99, in f\nKeyError: 'x'$/);
    expect(result).toMatchObject({
      call: "a()",
      expected: "1",
      got: "KeyError raised: 'x'",
      raised: { type: "KeyError", message: "'x'" },
      line: 99,
      traceback: expect.stringMatching(/^\[\d+ characters cut\]\n[\s\S]*KeyError: 'x'$/),
    });
  });

  test("shows a traceback that several tests have in common once, and each test its own", async () => {
    const outcome: Outcome = {
      kind: "raised",
      type: "E",
      module: "solution",
      message: "no",
      traceback: "Traceback:\n  line 5\nE: no",
      line: 5,
      stdout: "",
    };
    const observation = await run({ "a()": outcome, "b()": outcome });
    expect(observation.last_execution_output.match(/line 5/g)).toHaveLength(1);
    expect(observation.last_execution_output).toMatch(
      /FAILED b\(\) works\n {2}call: b\(\)\n {2}expected: 1\n {2}got: solution.E raised: no\n {2}\(the same traceback as above\)$/,
    );
    expect(observation.test_results[1]?.error_message).toMatch(/E: no$/);
  });

  test("names the line at which a test that never ended was stopped", async () => {
    const outcome: Outcome = { kind: "timeout", traceback: "Traceback:\n  line 5", line: 5, stdout: "" };
    const [result] = (await run({ "a()": outcome })).test_results;
    expect(result?.error_message).toBe("call: a()\nexpected: 1\ngot: no end (line 5)\nTraceback:\n  line 5");
  });

  test("shows several statements below each other", async () => {
    const observation = await run({}, [expecting("two steps", "a = f()\na.g()")]);
    expect(observation.test_results[0]?.error_message).toBe("call:\n  a = f()\n  a.g()\nexpected: 1\ngot: 0");
  });

  test("shows what calls printed, the tail of it if it is long", async () => {
    const observation = await run({ "a()": gives(1, "hello\nthere\n"), "b()": gives(1, "x".repeat(5_000)) });
    expect(observation.last_execution_output).toContain("PRINTED by a()\n  hello\n  there\n\nPRINTED by b()\n");
    expect(observation.last_execution_output).toContain("characters cut]\n  xxx");
    expect(printedIn(observation)).toEqual([
      ["  hello", "  there"],
      [expect.stringContaining("characters cut]"), expect.stringMatching(/^ {2}x+$/)],
    ]);
  });

  test("is capped with its summary and its tail kept", async () => {
    const calls = Array.from({ length: 60 }, (_, index) => [`call_${index}()`, gives(0, "y".repeat(900))] as const);
    const observation = await run(Object.fromEntries(calls));
    const { last_execution_output: output } = observation;
    expect(output.length).toBeLessThanOrEqual(8_000);
    expect(output).toMatch(/^0 of 60 visible tests passed\.\n\[\d+ characters cut\]\n/);
    expect(output).toMatch(/y{900}$/);
    expect(printedIn(observation)).toEqual(Array(8).fill([`  ${"y".repeat(900)}`]));
  });

  test("says why the file does not parse, if the given one does not", async () => {
    const { gym } = openProgramGym({ code: "syntax!\n", tests: [expecting("a works", "a()")] });
    await gym.reset(request());
    const observation = await take(gym, "RUN_TESTS");
    expect(observation.syntax_error).toBe("SyntaxError at line 1, column 1: invalid syntax");
    expect(observation.last_execution_output).toContain("0 of 1 visible tests passed.");
  });
});

describe("the known results", () => {
  test("are those of the text at hand: an edit empties them, and undoing it brings them back", async () => {
    const { gym } = openProgramGym({ code: "program\n", tests: [expecting("a works", "a()")] });
    await gym.reset(request());
    expect((await take(gym, "RUN_TESTS")).test_results).toHaveLength(1);
    expect((await take(gym, "VIEW_CODE")).test_results).toHaveLength(1);
    expect((await take(gym, replace(1, 1, "other"))).test_results).toEqual([]);
    expect((await take(gym, "UNDO_EDIT")).test_results).toHaveLength(1);
  });
});

describe("a cut", () => {
  test("leaves short text alone and says how much it took from long text", () => {
    expect(keepTail("abc", 3)).toBe("abc");
    expect(keepTail("x".repeat(100), 40)).toBe(`[81 characters cut]\n${"x".repeat(19)}`);
  });

  test("never goes through the middle of a character", () => {
    for (let limit = 40; limit < 48; limit++) {
      const kept = keepTail("😀".repeat(50), limit);
      expect(kept.isWellFormed()).toBe(true);
      expect(kept.length).toBeLessThanOrEqual(limit);
    }
  });
});

test("VIEW_CODE shows every line of a range, however long they are together, since it counts as shown", async () => {
  const lines = Array.from({ length: 120 }, (_, at) => `# ${at + 1} ${"x".repeat(120)}`);
  const { gym } = openProgramGym({ code: `${lines.join("\n")}\n` });
  await gym.reset(request());
  const { last_execution_output: shown } = await take(gym, { action_type: "VIEW_CODE", start_line: 1, end_line: 110 });
  expect(shown.split("\n").filter((line) => /^ *\d+ \| # /.test(line))).toHaveLength(110);
});

test("VIEW_CODE lists the file with its line numbers", async () => {
  const { gym } = openProgramGym({ code: "a\n  b\n" });
  await gym.reset(request());
  expect((await take(gym, "VIEW_CODE")).last_execution_output).toBe("The file has 2 lines.\n1 | a\n2 |   b");
});
