/** Well-formed objects whose fields are wrong. */
import fc from "fast-check";

const text = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "toString", ""));
const wrongNumber = fc.oneof(
  fc.constantFrom<unknown>(-1, 1.5, 2 ** 53, -0.1, 1e308, true, false, "7", [], {}, [7]),
  fc.integer({ max: -1 }),
  fc.string(),
);
const wrongText = fc.constantFrom<unknown>(5, true, [], {}, ["a"], 1.5);

/** The fields of a reset, each with values that it must refuse. */
const WRONG_RESET: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  seed: wrongNumber,
  index: wrongNumber,
  training_step: wrongNumber,
  max_steps: fc.oneof(wrongNumber, fc.integer({ max: 4 }), fc.integer({ min: 10_001 })),
  episode_id: fc.oneof(wrongText, fc.constantFrom("", "e".repeat(256))),
  task_name: fc.oneof(wrongText, text),
  language: fc.oneof(wrongText, text),
  difficulty: fc.oneof(wrongText, text),
  split: fc.oneof(wrongText, text),
  reward: fc.oneof(wrongText, text),
  curriculum: fc.oneof(wrongText, text),
  group: fc.oneof(wrongText, fc.constantFrom("", "g".repeat(256))),
  resume: fc.oneof(wrongText, text).filter((value) => value !== true),
};

const unknownField = fc
  .tuple(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 3 }))
  .filter(([name]) => !(name in WRONG_RESET) && name !== "request_id" && name !== "action")
  .map((pair) => Object.fromEntries([pair]));

/** A reset that is refused for at least one of its fields. */
export const wrongReset: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  fc
    .constantFrom(...Object.keys(WRONG_RESET))
    .chain((name) => fc.record({ [name]: WRONG_RESET[name] ?? fc.anything() })),
  unknownField,
  fc.constantFrom(
    { task_name: "reverse_string_wrong_step", difficulty: "hard" },
    { task_name: "reverse_string", seed: 1 },
    { index: 999_999 },
    { split: "test", index: 400 },
    { training_step: 1, difficulty: "hard" },
    { curriculum: "mastery" },
    { group: "mine" },
    { task_name: "reverse_string_wrong_step", split: "train" },
  ),
);

/** An action that is none: no object, or one that says nothing. */
export const wrongAction: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>("RUN_TESTS", [], 5, true, null, {}, "{}", [{}], [5], [{ action_type: "A" }, {}]),
  fc.string().filter((text) => !/^\s*["[{]/.test(text)),
  fc.array(fc.jsonValue({ maxDepth: 1 }), { minLength: 2 }),
);

/** An action that a policy may well send, and that is an observation with a penalty. */
export const clumsyAction: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  text.filter((name) => name !== "SUBMIT").map((action_type) => ({ action_type })),
  fc.record({ action_type: wrongText }),
  fc.dictionary(
    fc.string().filter((key) => key !== "action_type" && key !== "type"),
    fc.jsonValue({ maxDepth: 2 }),
    { minKeys: 1 },
  ),
  fc.record(
    {
      action_type: fc.constantFrom("VIEW_CODE", "REPLACE_LINES", "UNDO_EDIT", "RESET_TO_ORIGINAL"),
      start_line: fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.integer({ min: -2, max: 9 })),
      end_line: fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.integer({ min: -2, max: 9 })),
      new_code_block: fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.string({ unit: "binary" })),
      thought: fc.jsonValue({ maxDepth: 1 }),
      bogus: fc.jsonValue({ maxDepth: 1 }),
    },
    { requiredKeys: ["action_type"] },
  ),
);

/** A name of a message type that there is not. */
export const unknownType: fc.Arbitrary<unknown> = fc.oneof(
  text.filter((name) => !["reset", "step", "state", "close"].includes(name)),
  fc.jsonValue({ maxDepth: 2 }).filter((value) => typeof value !== "string"),
);
