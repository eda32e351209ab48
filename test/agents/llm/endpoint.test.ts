import { describe, expect, it } from "vitest";
import { Endpoint, EndpointError } from "../../../src/agents/llm/endpoint.ts";
import { openEndpoint, refuse, say } from "../../cli/eval/scripted-endpoint.ts";

const OPTIONS = {
  apiKey: "none",
  model: "a-model",
  temperature: null,
  maxTokens: 100,
  wishes: { tools: false, stream: false, jsonOnly: false },
  requestTimeoutMs: 60_000,
  retries: 3,
};
const MESSAGES = [{ role: "user", content: "hello" }];

describe("an endpoint that asks for a pause", () => {
  it.each<[string, () => Record<string, string>]>([
    ["of an hour, in seconds", () => ({ "retry-after": "3600" })],
    ["of an hour, in milliseconds", () => ({ "retry-after-ms": "3600000" })],
    ["until tomorrow", () => ({ "retry-after": new Date(Date.now() + 86_400_000).toUTCString() })],
  ])("%s is given up at once", async (_, headers) => {
    await using model = await openEndpoint((_, response) => refuse(response, 429, "slow down", headers()));
    const endpoint = new Endpoint({ ...OPTIONS, baseUrl: model.url });
    // Anyone who waited would end by the signal instead.
    const asked = endpoint.complete(() => MESSAGES, AbortSignal.timeout(10_000));
    await expect(asked).rejects.toThrow(EndpointError);
    expect(model.asked).toHaveLength(1);
  });

  it("of no time, or that is over, is asked again", async () => {
    const pauses = [{ "retry-after": "0" }, { "retry-after": new Date(0).toUTCString() }, { "retry-after-ms": "1" }];
    await using model = await openEndpoint((_, response, count) => {
      if (count < pauses.length) refuse(response, 429, "slow down", pauses[count]);
      else say(response, "hello");
    });
    const endpoint = new Endpoint({ ...OPTIONS, baseUrl: model.url });
    await endpoint.complete(() => MESSAGES, new AbortController().signal);
    expect(model.asked).toHaveLength(4);
  });
});
