import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CodeObservation,
  END_REASONS,
  FAULTS,
  NORMALISATIONS,
  TraceFixError,
} from "../../src/protocol/protocol.ts";
import { errorReply, observationReply } from "../../src/server/websocket/frames.ts";

const text = fc.string({ unit: "binary" });
const tally = fc.record({ passed: fc.nat(), total: fc.nat() }, { noNullPrototype: true });
const observations: fc.Arbitrary<CodeObservation> = fc.record(
  {
    code_dict: fc.dictionary(fc.nat().map(String), text),
    localized_context: text,
    last_execution_output: text,
    syntax_error: fc.option(text),
    test_results: fc.array(
      fc.record(
        {
          test_name: text,
          passed: fc.boolean(),
          error_message: fc.option(text),
          call: text,
          raised: fc.option(fc.record({ type: text, message: text }, { noNullPrototype: true })),
        },
        { noNullPrototype: true, requiredKeys: ["test_name", "passed", "error_message"] },
      ),
    ),
    step_count: fc.nat(),
    steps_remaining: fc.nat(),
    reward_last_step: fc.double({ noNaN: true }),
    info: fc.record(
      { episode_id: text, task_name: text, task_difficulty: fc.constantFrom("easy", "medium", "hard") },
      { noNullPrototype: true },
    ),
    metadata: fc.record(
      {
        reward_components: fc.constant({ step_cost: -0.001, run_tests: 0, progress: 0.02, penalty: 0, final: 0 }),
        return: fc.double({ noNaN: true }),
        fault: fc.constantFrom(null, ...FAULTS),
        ending: fc.record(
          { reason: fc.constantFrom(...END_REASONS), solved: fc.boolean(), visible: tally, hidden: fc.option(tally) },
          { noNullPrototype: true },
        ),
        printed: fc.array(fc.constant({ test: 0, first_line: 3, last_line: 4 })),
        normalised: fc.subarray([...NORMALISATIONS]),
      },
      { noNullPrototype: true, requiredKeys: ["reward_components", "return"] },
    ),
  },
  { noNullPrototype: true },
);

describe("the frame of an observation", () => {
  test("is the JSON of its parts, byte for byte, however often they are sent", () => {
    fc.assert(
      fc.property(observations, fc.option(text), fc.boolean(), (observation, requestId, done) => {
        const { metadata } = observation;
        const data = { observation, reward: observation.reward_last_step, done, metadata };
        const echoed = requestId === null ? {} : { request_id: requestId };
        const expected = JSON.stringify({ type: "observation", data, ...echoed });
        for (const _ of ["first", "again"]) {
          expect(observationReply({ observation, reward: observation.reward_last_step, done }, requestId).text).toBe(
            expected,
          );
        }
      }),
    );
  });
});

test("an error frame names the request that it answers, as every other frame does", () => {
  const error = new TraceFixError("VALIDATION_ERROR", "Invalid message");
  expect(JSON.parse(errorReply(error, "r").text)).toMatchObject({ type: "error", request_id: "r" });
  expect(JSON.parse(errorReply(error).text)).not.toHaveProperty("request_id");
});
