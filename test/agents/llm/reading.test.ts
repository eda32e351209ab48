import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitToBudget, LEFT_OUT, tokensOf } from "../../../src/agents/llm/fit-to-budget.ts";
import { readLenientJson } from "../../../src/agents/llm/lenient-json.ts";
import type { ChatMessage } from "../../../src/protocol/protocol.ts";

describe("lenient JSON", () => {
  it("reads every JSON object as JSON does", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), (value) => {
        const text = JSON.stringify(value);
        expect(readLenientJson(text, 0)).toEqual({ value: JSON.parse(text), cut: "no" });
      }),
    );
  });

  it("never fails on an object that was cut off anywhere, and says that it was", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), fc.nat(), (value, at) => {
        const text = JSON.stringify(value);
        const cut = text.slice(0, 1 + (at % (text.length - 1)));
        expect(readLenientJson(cut, 0)?.cut).toMatch(/^(between|within)$/);
      }),
    );
  });

  it("takes raw line ends in texts, and commas too many", () => {
    expect(readLenientJson('{"code": "a\nb",, "n": 1,}', 0)).toEqual({ value: { code: "a\nb", n: 1 }, cut: "no" });
  });
});

describe("a conversation that outgrows its budget", () => {
  const turn = (n: number): ChatMessage[] => [
    { role: "assistant", content: `action ${n}` },
    { role: "user", content: `observation ${n} ${"x".repeat(300)}` },
  ];
  const messages: ChatMessage[] = [
    { role: "system", content: "task" },
    { role: "user", content: "begin" },
    ...[1, 2, 3, 4].flatMap(turn),
  ];
  const sizeOf = (list: readonly ChatMessage[]) => list.reduce((sum, message) => sum + tokensOf(message), 0);

  it("is left as it is when it fits", () => {
    expect(fitToBudget(messages, sizeOf(messages))).toEqual(messages);
  });

  it("loses its oldest observations first, and never the task or the last turn", () => {
    const fitted = fitToBudget(messages, sizeOf(messages) - 50);
    expect(fitted.map(({ content }) => content === LEFT_OUT)).toEqual(messages.map((_, place) => place === 3));
    for (let budget = 0; budget < sizeOf(messages); budget += 7) {
      const cut = fitToBudget(messages, budget);
      expect(cut.slice(0, 2)).toEqual(messages.slice(0, 2));
      expect(cut.slice(-2)).toEqual(messages.slice(-2));
      expect(cut.map(({ role }) => role).slice(2)).toEqual(
        Array(cut.length - 2)
          .fill(["assistant", "user"])
          .flat()
          .slice(0, cut.length - 2),
      );
    }
  });
});
