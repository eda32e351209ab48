/** Edits: what each range and block does to the file, what is refused, and the way back. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_FILE_BYTES, MAX_FILE_LINES, MAX_HISTORY_CHARACTERS } from "../../src/environment/document.ts";
import type { TraceFixRLGym } from "../../src/environment/gym.ts";
import { toWire } from "../../src/environment/reward/reward.ts";
import { PENALTIES } from "../../src/environment/reward/reward-prices.ts";
import type { CodeObservation } from "../../src/protocol/protocol.ts";
import { fileOf, openProgramGym, replace, request, take } from "./support/open-gym.ts";

const SIX = "1\n2\n3\n4\n5\n6\n";

async function open(code: string): Promise<TraceFixRLGym> {
  const { gym } = openProgramGym({ code });
  await gym.reset(request());
  return gym;
}

function penaltyOf({ metadata }: CodeObservation): number {
  if (!("reward_components" in metadata)) throw new Error("A reset has no penalty");
  return metadata.reward_components.penalty;
}

describe("an edit that is applied", () => {
  test.each([
    [
      "replaces a line",
      replace(2, 2, "two"),
      "1 two 3 4 5 6",
      "Replaced line 2 with 1 line. The file now has 6 lines.",
    ],
    [
      "replaces several lines by more",
      replace(2, 3, "a\nb\nc"),
      "1 a b c 4 5 6",
      "Replaced lines 2 to 3 with 3 lines. The file now has 7 lines.",
    ],
    ["deletes with an empty block", replace(2, 5, ""), "1 6", "Deleted lines 2 to 5. The file now has 2 lines."],
    [
      "inserts before the first line",
      replace(1, 0, "0"),
      "0 1 2 3 4 5 6",
      "Inserted 1 line at line 1. The file now has 7 lines.",
    ],
    [
      "inserts before a line in the middle",
      replace(4, 3, "x\ny"),
      "1 2 3 x y 4 5 6",
      "Inserted 2 lines at line 4. The file now has 8 lines.",
    ],
    [
      "appends after the last line",
      replace(7, 6, "7"),
      "1 2 3 4 5 6 7",
      "Inserted 1 line at line 7. The file now has 7 lines.",
    ],
    [
      "takes one line end at the block's end as the last line's own",
      replace(2, 2, "two\n"),
      "1 two 3 4 5 6",
      "Replaced line 2 with 1 line. The file now has 6 lines.",
    ],
    [
      "keeps every further line end as an empty line",
      replace(2, 5, "two\n\n"),
      "1 two  6",
      "Replaced lines 2 to 5 with 2 lines. The file now has 4 lines.",
    ],
    [
      "takes a lone line end as one empty line",
      replace(2, 5, "\n"),
      "1  6",
      "Replaced lines 2 to 5 with 1 line. The file now has 3 lines.",
    ],
    [
      "takes CRLF and CR for line ends",
      replace(1, 3, "a\r\nb\rc\r\n"),
      "a b c 4 5 6",
      "Replaced lines 1 to 3 with 3 lines. The file now has 6 lines.",
    ],
  ])("%s", async (_, edit, lines, output) => {
    const observation = await take(await open(SIX), edit);
    expect(fileOf(observation)).toBe(lines.replaceAll(" ", "\n"));
    expect(observation.last_execution_output).toBe(output);
    expect(observation.syntax_error).toBeNull();
  });

  test("keeps tabs, Unicode and trailing spaces as they are", async () => {
    const block = "\tπ = '😀\u2028é\\u0000'  ";
    const observation = await take(await open(SIX), replace(2, 2, block));
    expect(observation.code_dict["2"]).toBe(block);
    expect(observation.code_dict["3"]).toBe("3");
  });

  test("writes the first lines of an empty file", async () => {
    const observation = await take(await open("1\n"), replace(1, 1, ""), replace(1, 0, "a\nb"));
    expect(fileOf(observation)).toBe("a\nb");
  });

  test("may empty the file, which is destructive", async () => {
    const observation = await take(await open(SIX), replace(1, 6, ""));
    expect(observation.code_dict).toEqual({});
    expect(observation.last_execution_output).toBe("Deleted lines 1 to 6. The file now has 0 lines.");
    expect(penaltyOf(observation)).toBe(-toWire(PENALTIES.destructive));
  });

  test("is destructive if fewer than half of the lines that are not blank are left", async () => {
    expect(penaltyOf(await take(await open(SIX), replace(1, 4, "x")))).toBe(0);
    expect(penaltyOf(await take(await open(SIX), replace(1, 4, "\n \n\t\n\n")))).toBe(-toWire(PENALTIES.destructive));
  });

  test("may start from a given file with CRLF, or without a last line end", async () => {
    expect(fileOf(await take(await open("a\r\nb"), replace(3, 2, "c")))).toBe("a\nb\nc");
  });
});

describe("an edit that is refused", () => {
  const APPEND = "To append after the last line, send start_line 7 and end_line 6.";

  test.each([
    ["ends past the file", replace(5, 12, "x"), `Cannot replace lines 5 to 12: the file has 6 lines. ${APPEND}`],
    ["starts past the file", replace(9, 12, "x"), `Cannot replace lines 9 to 12: the file has 6 lines. ${APPEND}`],
    ["replaces the line after the last", replace(7, 7, "x"), `Cannot replace line 7: the file has 6 lines. ${APPEND}`],
    ["inserts past the end", replace(8, 7, "x"), `Cannot replace lines 8 to 7: the file has 6 lines. ${APPEND}`],
    ["starts at line 0", replace(0, 2, "x"), "Cannot replace lines 0 to 2: lines count from 1."],
    ["starts below line 0", replace(-3, -3, "x"), "Cannot replace line -3: lines count from 1."],
    [
      "ends before it starts",
      replace(5, 2, "x"),
      "Cannot replace lines 5 to 2: end_line is before start_line. To insert before line 5, send end_line 4.",
    ],
  ])("because it %s leaves the file and says why", async (_, edit, output) => {
    const observation = await take(await open(SIX), edit);
    expect(observation.last_execution_output).toBe(output);
    expect(fileOf(observation)).toBe(SIX.trimEnd());
    expect([penaltyOf(observation), observation.step_count]).toEqual([-toWire(PENALTIES.invalid), 1]);
  });

  test("because the file is empty says how to write the first lines", async () => {
    const observation = await take(await open("1\n"), replace(1, 1, ""), replace(1, 1, "x"));
    expect(observation.last_execution_output).toBe(
      "Cannot replace line 1: the file is empty. To write its first lines, send start_line 1 and end_line 0.",
    );
  });

  test("because its block has a megabyte never reaches the sandbox", async () => {
    const { gym, sandbox } = openProgramGym({ code: SIX });
    await gym.reset(request());
    const observation = await take(gym, replace(2, 2, "x".repeat(1024 * 1024)));
    expect(observation.last_execution_output).toBe(
      `Cannot make the edit: new_code_block has ${1024 * 1024} characters, and a file may have ${MAX_FILE_BYTES} bytes. Send a smaller block.`,
    );
    expect([penaltyOf(observation), sandbox.batches.length]).toEqual([-toWire(PENALTIES.invalid), 0]);
  });

  test("because the file would have too many lines says how many are allowed", async () => {
    const observation = await take(await open(SIX), replace(2, 2, "\n".repeat(MAX_FILE_LINES)));
    expect(observation.last_execution_output).toBe(
      `Cannot make the edit: the file would have 2005 lines, and ${MAX_FILE_LINES} are allowed. Send a smaller block.`,
    );
  });

  test("counts bytes, not characters", async () => {
    const gym = await open("");
    const fits = "é".repeat(MAX_FILE_BYTES / 2 - 1);
    expect((await take(gym, replace(1, 0, `${fits}é`))).code_dict).toEqual({});
    expect((await take(gym, replace(1, 0, fits))).code_dict).toEqual({ 1: fits });
  });

  test("because it would not parse shows the place as it would have stood", async () => {
    const observation = await take(await open(SIX), replace(2, 3, "a\nsyntax! b"));
    expect(observation.last_execution_output).toBe(
      "Cannot make the edit: the file would not parse. It is unchanged; send a block that parses.\n" +
        "After the edit: SyntaxError at line 3, column 1: invalid syntax\n" +
        "As it would have stood:\n1 | 1\n2 | a\n3 | syntax! b\n4 | 4\n5 | 5\n6 | 6",
    );
    expect(observation.syntax_error).toBe("SyntaxError at line 3, column 1: invalid syntax");
    expect(fileOf(observation)).toBe(SIX.trimEnd());
    expect(penaltyOf(observation)).toBe(-toWire(PENALTIES.syntax));
  });

  test("tells of its syntax in that step only", async () => {
    const gym = await open(SIX);
    await take(gym, replace(1, 1, "syntax!"));
    expect((await take(gym, "VIEW_CODE")).syntax_error).toBeNull();
  });

  test("because nothing would change costs a little", async () => {
    const gym = await open(SIX);
    const observation = await take(gym, replace(2, 3, "2\n3"));
    expect(observation.last_execution_output).toBe(
      "Nothing changed in lines 2 to 3: the file already reads so. Send text that differs.",
    );
    expect(penaltyOf(observation)).toBe(-toWire(PENALTIES.noop));
    expect((await take(gym, replace(4, 3, ""))).last_execution_output).toContain("Nothing changed at line 4");
  });
});

describe("the way back", () => {
  test("UNDO_EDIT walks back through all edits, one by one, and says how many are left", async () => {
    const gym = await open("0\n");
    for (let edit = 1; edit <= 10; edit++) await take(gym, replace(1, 1, `${edit}`));
    for (let edit = 9; edit >= 1; edit--) {
      const observation = await take(gym, "UNDO_EDIT");
      expect(fileOf(observation)).toBe(`${edit}`);
      expect(observation.last_execution_output).toBe(
        `Took back the last edit. The file has 1 line. Earlier edits that can be taken back: ${edit}.`,
      );
    }
    const last = await take(gym, "UNDO_EDIT");
    expect(last.last_execution_output).toBe("Took back the last edit. The file has 1 line. No earlier edit is left.");
    expect([fileOf(last), penaltyOf(last)]).toEqual(["0", -toWire(PENALTIES.undo)]);
    const beyond = await take(gym, "UNDO_EDIT");
    expect(beyond.last_execution_output).toBe("Cannot undo: there is no edit to take back.");
    expect([fileOf(beyond), penaltyOf(beyond)]).toEqual(["0", -toWire(PENALTIES.noop)]);
  });

  test("refused edits and edits that change nothing are not on it", async () => {
    const gym = await open(SIX);
    await take(gym, replace(1, 1, "one"), replace(9, 9, "x"), replace(2, 2, "syntax!"), replace(3, 3, "3"));
    expect(fileOf(await take(gym, "UNDO_EDIT"))).toBe(SIX.trimEnd());
  });

  test("RESET_TO_ORIGINAL is an edit, which UNDO_EDIT takes back", async () => {
    const gym = await open(SIX);
    await take(gym, replace(1, 1, "one"), replace(2, 2, "two"));
    const reset = await take(gym, "RESET_TO_ORIGINAL");
    expect(fileOf(reset)).toBe(SIX.trimEnd());
    expect(reset.last_execution_output).toBe("Restored the file as it was given: 6 lines. UNDO_EDIT takes this back.");
    expect(penaltyOf(reset)).toBe(-toWire(PENALTIES.reset));
    expect(fileOf(await take(gym, "UNDO_EDIT"))).toBe("one\ntwo\n3\n4\n5\n6");
    expect(fileOf(await take(gym, "UNDO_EDIT"))).toBe("one\n2\n3\n4\n5\n6");
  });

  test("RESET_TO_ORIGINAL of an untouched file changes nothing", async () => {
    const observation = await take(await open(SIX), "RESET_TO_ORIGINAL");
    expect(observation.last_execution_output).toBe("Nothing to reset: the file is as it was given.");
    expect(penaltyOf(observation)).toBe(-toWire(PENALTIES.noop));
  });

  test("leads to every text there was, whatever the edits were", async () => {
    const edit = fc.record({
      start: fc.integer({ min: 0, max: 8 }),
      size: fc.integer({ min: -1, max: 4 }),
      block: fc.string(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 12 }), async (edits) => {
        const gym = await open(SIX);
        const texts = [SIX.trimEnd()];
        for (const { start, size, block } of edits) {
          const text = fileOf(await take(gym, replace(start, start + size, block)));
          if (text !== texts.at(-1)) texts.push(text);
        }
        for (const text of texts.reverse().slice(1)) expect(fileOf(await take(gym, "UNDO_EDIT"))).toBe(text);
      }),
      { numRuns: 100 },
    );
  });
});

describe("an episode of many large edits", () => {
  test("keeps no more text than an episode may, and says so when it would", async () => {
    const { gym } = openProgramGym({ code: SIX });
    await gym.reset(request({ max_steps: 10_000 }));
    const edit = (round: number): Promise<CodeObservation> =>
      take(gym, replace(2, 2, (round % 2 === 0 ? "x" : "y").repeat(60_000)));
    // All but the first replace the line that the one before wrote.
    const fitting = Math.floor(MAX_HISTORY_CHARACTERS / 60_000) + 1;
    for (let round = 0; round < fitting; round += 1) expect(penaltyOf(await edit(round))).toBe(0);
    const refused = await edit(fitting);
    expect(refused.last_execution_output).toMatch(/^Cannot make the edit: what this episode's edits have replaced/);
    expect((await take(gym, "UNDO_EDIT")).last_execution_output).toMatch(/^Took back/);
    expect(penaltyOf(await edit(fitting + 1))).toBe(0);
  });
});
