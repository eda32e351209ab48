/** What goes out is bounded by its bytes as JSON, whatever characters it is made of. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_FILE_BYTES, MAX_FILE_JSON_BYTES } from "../../src/environment/document.ts";
import { fitsJson, jsonBytes, keepTailOfJson, truncateToJson } from "../../src/environment/json-size.ts";
import type { CodeObservation } from "../../src/protocol/protocol.ts";
import type { Outcome } from "../../src/sandbox/sandbox.ts";
import { gives } from "./support/fake-sandbox.ts";
import { openProgramGym, replace, request, take } from "./support/open-gym.ts";

const texts = fc.string({ unit: fc.constantFrom("a", '"', "\u0001", "é", "日", "😀", "\n"), maxLength: 300 });
const bounds = fc.record({ characters: fc.integer({ min: 40, max: 400 }), bytes: fc.integer({ min: 240, max: 900 }) });

describe("a text that is cut", () => {
  test.each([
    ["at its end", truncateToJson],
    ["at its start", keepTailOfJson],
  ])("%s takes no more than it may, is whole where it fits, and breaks no character", (_, cut) => {
    const property = fc.property(texts, bounds, (text, allowed) => {
      const kept = cut(text, allowed);
      expect(jsonBytes(kept)).toBeLessThanOrEqual(allowed.bytes);
      expect(kept.length).toBeLessThanOrEqual(allowed.characters);
      expect(kept.isWellFormed()).toBe(true);
      const fits = text.length <= allowed.characters && jsonBytes(text) <= allowed.bytes;
      expect(kept === text).toBe(fits);
      expect(fitsJson(text, allowed.bytes)).toBe(jsonBytes(text) <= allowed.bytes);
    });
    fc.assert(property, { seed: 20_260_914, numRuns: 300 });
  });
});

/** Bytes of what a step or reset shows. */
function bytesOf(observation: CodeObservation): number {
  return Buffer.byteLength(JSON.stringify(observation));
}

describe("an observation", () => {
  test("has no file whose characters take far more in JSON than they are", async () => {
    const { gym } = openProgramGym({ code: "" });
    await gym.reset(request());
    const most = Math.floor((MAX_FILE_JSON_BYTES - 2) / 6);
    const refused = await take(gym, replace(1, 0, "\u0001".repeat(most + 1)));
    expect(refused.last_execution_output).toBe(
      "Cannot make the edit: the file would have 131078 bytes as JSON, where control characters take six, and 131072 are " +
        "allowed. Send a smaller block.",
    );
    expect(fileLength(await take(gym, replace(1, 0, "\u0001".repeat(most))))).toBe(most);
    expect(fileLength(await take(gym, replace(1, 1, '"'.repeat(MAX_FILE_BYTES - 1))))).toBe(MAX_FILE_BYTES - 1);
  });

  test.each(["\u0001", '"', "日", "😀", "a"])(
    "takes less than 300 kB of JSON, however much of it is %j",
    async (unit) => {
      const long = unit.repeat(10_000);
      const frame = `Traceback (most recent call last):\n${long}`;
      const raised = { type: "E", module: "solution", message: long, traceback: frame, line: 1, stdout: long };
      const outcomes: readonly Outcome[] = [
        { kind: "raised", ...raised },
        { ...gives(0), ...{ value: { type: "str", value: long } } },
      ];
      const names = Array.from({ length: 30 }, (_, at) => `f(${at})`);
      const { gym } = openProgramGym({
        code: `${"x".repeat(60)}\n`.repeat(50),
        tests: names.map((call) => ({
          name: call,
          call,
          expectation: { kind: "raises", type: "F", module: "m" },
          tolerance: null,
        })),
        answer: (_, call) => outcomes[Number(/\d+/.exec(call)) % 2] ?? gives(0),
      });
      await gym.reset(request());
      await take(gym, replace(1, 50, `# ${unit.repeat(21_000)}`));
      const observation = await take(gym, "RUN_TESTS");
      expect(observation.test_results).toHaveLength(30);
      expect(observation.test_results[0]?.error_message).toContain("call: f(0)\nexpected: m.F raised\ngot: ");
      expect(observation.last_execution_output).toContain("0 of 30 visible tests passed.");
      expect(bytesOf(observation)).toBeLessThan(300_000);
      expect(bytesOf(await take(gym, "VIEW_CODE"))).toBeLessThan(300_000);
    },
  );
});

function fileLength({ code_dict }: CodeObservation): number {
  return Object.values(code_dict).join("\n").length;
}
