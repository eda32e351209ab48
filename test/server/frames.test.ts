import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CodeObservation, NORMALISATIONS } from "../../src/protocol/protocol.ts";
import { observationReply } from "../../src/server/websocket/frames.ts";

const text = fc.string({ unit: "binary" });
const observations: fc.Arbitrary<CodeObservation> = fc.record(
  {
    code_dict: fc.dictionary(fc.nat().map(String), text),
    localized_context: text,
    last_execution_output: text,
    syntax_error: fc.option(text),
    test_results: fc.array(
      fc.record({ test_name: text, passed: fc.boolean(), error_message: fc.option(text) }, { noNullPrototype: true }),
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
