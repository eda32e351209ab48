/** What is kept of a conversation, and what of it an endpoint is sent. */
import { expect, it } from "vitest";
import { Conversation } from "../../../src/agents/llm/conversation.ts";
import { makeObservation } from "../../evaluation/support/records.ts";

it("marks what was said of an answer without an action where it is kept, and nowhere that an endpoint sees it", () => {
  const conversation = new Conversation(makeObservation(), { thought: false, contextTokens: 10_000 });
  conversation.corrected("Let me think.", "Write an action.");
  const kept = conversation.all("text");
  expect(kept.map(({ content, is_correction = false }) => [content, is_correction]).slice(-2)).toEqual([
    ["Let me think.", false],
    ["Write an action.", true],
  ]);
  const sent = conversation.toSend("text");
  expect(sent).toEqual(kept.map(({ role, content }) => ({ role, content })));
});

it("sends calls of tools and their answers with their names and ids", () => {
  const conversation = new Conversation(makeObservation(), { thought: false, contextTokens: 10_000 });
  conversation.answered({ action_type: "RUN_TESTS" }, { thought: null, callId: "call_1" });
  conversation.observed(makeObservation());
  expect(conversation.toSend("tools").slice(-2)).toMatchObject([
    { role: "assistant", tool_calls: [{ id: "call_1", function: { name: "run_tests" } }] },
    { role: "tool", tool_call_id: "call_1" },
  ]);
});
