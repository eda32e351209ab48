import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Client } from "../server/harness.ts";
import { brokenJson } from "./broken-json.ts";
import { type OpenServer, openServer } from "./open-server.ts";
import { clumsyAction, unknownType, wrongReset } from "./wrong-fields.ts";

let server: OpenServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.stop());

const MAX_STEPS = 5;

interface Sent {
  readonly text: string;
  readonly kind: "reset" | "step" | "submit" | "state" | "bad";
  /** What the answer to a bad message is. */
  readonly code?: string;
}

const message = (kind: Sent["kind"], value: object, code?: string): Sent => ({
  text: JSON.stringify(value),
  kind,
  ...(code !== undefined && { code }),
});

const good = { task_name: "reverse_string_wrong_step", seed: 1, max_steps: MAX_STEPS };
const anySent: fc.Arbitrary<Sent> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(message("reset", { type: "reset", data: good })) },
  { weight: 3, arbitrary: clumsyAction.map((data) => message("step", { type: "step", data })) },
  { weight: 1, arbitrary: fc.constant(message("submit", { type: "step", data: { action_type: "SUBMIT" } })) },
  { weight: 1, arbitrary: fc.constant(message("state", { type: "state" })) },
  { weight: 1, arbitrary: brokenJson.map((text): Sent => ({ text, kind: "bad", code: "INVALID_JSON" })) },
  { weight: 1, arbitrary: unknownType.map((type) => message("bad", { type }, "UNKNOWN_TYPE")) },
  { weight: 1, arbitrary: wrongReset.map((data) => message("bad", { type: "reset", data }, "VALIDATION_ERROR")) },
);

/** What a session must answer to each, by the rules of an episode alone: `steps` is null before the first reset. */
function expectedAnswers(sent: readonly Sent[]): object[] {
  let steps: number | null = null;
  let done = false;
  return sent.map(({ kind, code }) => {
    if (kind === "bad") return { type: "error", data: { code } };
    if (kind === "state") return { type: "state", data: { step_count: steps ?? 0, done } };
    if (kind === "reset") {
      [steps, done] = [0, false];
      return { type: "observation", data: { reward: 0, done, observation: { step_count: 0 } } };
    }
    if (steps === null || done) return { type: "error", data: { code: "EXECUTION_ERROR" } };
    steps += 1;
    done = kind === "submit" || steps === MAX_STEPS;
    return { type: "observation", data: { done, observation: { step_count: steps } } };
  });
}

describe("messages in any order", () => {
  it("more than 2,000, good and bad, sent one by one or all at once, are each answered in turn", async () => {
    let count = 0;
    const sequence = fc.tuple(fc.array(anySent, { minLength: 4, maxLength: 12, size: "max" }), fc.boolean());
    const property = fc.asyncProperty(sequence, async ([sent, atOnce]) => {
      const client = await Client.open(`ws://127.0.0.1:${server.port}/ws`);
      const answers = [];
      if (atOnce) for (const { text } of sent) client.send(text);
      for (const { text } of sent) answers.push(await (atOnce ? client.next() : client.ask(text)));
      expect(answers).toMatchObject(expectedAnswers(sent));
      count += sent.length;
      client.send({ type: "close" });
      expect(await client.closed).toMatchObject({ code: 1000 });
    });
    await fc.assert(property, { numRuns: 300, seed: 20_260_707 });
    expect(count).toBeGreaterThan(2000);
    await server.expectUnharmed();
  });

  it("200 sockets that are dropped in the middle of anything give back their slots", async () => {
    const property = fc.asyncProperty(fc.array(anySent, { maxLength: 6 }), async (sent) => {
      const client = await Client.open(`ws://127.0.0.1:${server.port}/ws`);
      for (const { text } of sent) client.send(text);
      client.socket.terminate();
      await client.closed;
    });
    await fc.assert(property, { numRuns: 200, seed: 20_260_808 });
    await server.expectUnharmed();
  });

  it("a server whose slots are all taken says so to each newcomer and serves those inside", async () => {
    const inside = await Promise.all(Array.from({ length: 50 }, () => Client.open(`ws://127.0.0.1:${server.port}/ws`)));
    for (const client of inside) expect(await client.reset(good)).toMatchObject({ type: "observation" });
    for (let newcomer = 0; newcomer < 20; newcomer += 1) {
      const refused = await Client.open(`ws://127.0.0.1:${server.port}/ws`);
      expect(await refused.reset(good)).toMatchObject({
        type: "error",
        data: { code: "CAPACITY_REACHED", active_sessions: 50, max_sessions: 50 },
      });
      expect(await refused.closed).toMatchObject({ code: 1000 });
    }
    expect(await inside[0]?.reset(good)).toMatchObject({ type: "observation" });
    for (const client of inside) client.send({ type: "close" });
    await Promise.all(inside.map((client) => client.closed));
    await server.expectUnharmed();
  });
});
