/** What a request is tried without, once an endpoint has refused it. */
import OpenAI from "openai";
import { describe, expect, it } from "vitest";
import { offeredFeatures, refusedFeature } from "../../../src/agents/llm/features.ts";

const ALL = offeredFeatures({ tools: true, stream: true, jsonOnly: true });
const refusal = (status: number, message: string) => OpenAI.APIError.generate(status, {}, message, new Headers());

describe("an endpoint that refuses a request", () => {
  it.each([
    ["response_format is not supported", "response_format"],
    ["JSON mode is off", "response_format"],
    ["no function calling here", "tools"],
    ["max_tokens is too large", "max_tokens"],
    ["unknown field temperature", "temperature"],
  ])("is asked without what it names: %s", (message, feature) => {
    expect(refusedFeature(refusal(400, message), ALL)).toBe(feature);
  });

  it("is asked without one thing after the other where it names none, but never without what it has to name", () => {
    const left = new Set(ALL);
    const order: string[] = [];
    for (let next = refusedFeature(refusal(422, "no"), left); next !== null; ) {
      order.push(next);
      left.delete(next);
      next = refusedFeature(refusal(422, "no"), left);
    }
    expect(order).toEqual(["stream_options", "tools", "response_format", "stream"]);
    expect([...left]).toEqual(["temperature", "max_tokens"]);
  });

  it("is asked the same again where the fault is another", () => {
    expect(refusedFeature(refusal(500, "tools"), ALL)).toBeNull();
    expect(refusedFeature(new Error("tools"), ALL)).toBeNull();
  });
});
