/** What an OpenAI-compatible endpoint answers: read from JSON or from a stream, with no more trust than is needed. */

import type OpenAI from "openai";
import { Stream } from "openai/streaming";
import { z } from "zod";
import { parseJson } from "../../ground/parse-json.ts";
import { wellFormed } from "../../ground/well-formed.ts";

export interface ModelToolCall {
  readonly id: string;
  readonly name: string;
  readonly arguments: string;
}

export interface Completion {
  readonly content: string;
  readonly toolCalls: readonly ModelToolCall[];
  /** Whether the endpoint says that the answer reached `max_tokens`. */
  readonly wasCut: boolean;
  readonly usage: TokenCounts | null;
}

export interface TokenCounts {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
}

/** An answer that is none: half of it came, or something else. Another try may do better. */
export class BrokenAnswer extends Error {}

const usageSchema = z.object({ prompt_tokens: z.int().min(0), completion_tokens: z.int().min(0) });
const callSchema = z.object({
  index: z.int().optional(),
  id: z.string().nullish(),
  function: z.object({ name: z.string().nullish(), arguments: z.string().nullish() }).nullish(),
});
const messageSchema = z.object({ content: z.string().nullish(), tool_calls: z.array(callSchema).nullish() });
const completionSchema = z.object({
  choices: z.array(z.object({ message: messageSchema, finish_reason: z.string().nullish() })).min(1),
  usage: usageSchema.nullish().catch(null),
});
const chunkSchema = z.object({
  choices: z.array(z.object({ delta: messageSchema.nullish(), finish_reason: z.string().nullish() })).nullish(),
  usage: usageSchema.nullish().catch(null),
});

/** @throws BrokenAnswer */
export async function readCompletion(response: Response, client: OpenAI): Promise<Completion> {
  const isStream = response.headers.get("content-type")?.includes("text/event-stream");
  return inWholeCharacters(await (isStream ? readStream(response, client) : readJson(response)));
}

/** Only now: a stream may bring the halves of a character one after the other. */
function inWholeCharacters({ content, toolCalls, ...rest }: Completion): Completion {
  const calls = toolCalls.map(({ id, name, arguments: text }) => {
    return { id: wellFormed(id), name: wellFormed(name), arguments: wellFormed(text) };
  });
  return { content: wellFormed(content), toolCalls: calls, ...rest };
}

async function readJson(response: Response): Promise<Completion> {
  const completion = completionSchema.safeParse(parseJson(await response.text()));
  const choice = completion.data?.choices[0];
  if (!completion.success || choice === undefined)
    throw new BrokenAnswer("the endpoint's answer is no chat completion");
  const { content, tool_calls } = choice.message;
  return {
    content: content ?? "",
    toolCalls: (tool_calls ?? []).map(({ id, function: called }, index) => ({
      id: id ?? `call_${index}`,
      name: called?.name ?? "",
      arguments: called?.arguments ?? "",
    })),
    wasCut: choice.finish_reason === "length",
    usage: completion.data.usage ?? null,
  };
}

async function readStream(response: Response, client: OpenAI): Promise<Completion> {
  let content = "";
  let finish: string | null = null;
  let usage: TokenCounts | null = null;
  const calls = new Map<number, ModelToolCall>();
  for await (const data of Stream.fromSSEResponse<unknown>(response, new AbortController(), client)) {
    const chunk = chunkSchema.safeParse(data);
    if (!chunk.success) throw new BrokenAnswer("the endpoint's stream holds what is no chat completion");
    usage = chunk.data.usage ?? usage;
    const choice = chunk.data.choices?.[0];
    content += choice?.delta?.content ?? "";
    finish = choice?.finish_reason ?? finish;
    for (const { index = 0, id, function: part } of choice?.delta?.tool_calls ?? []) {
      const call = calls.get(index) ?? { id: `call_${index}`, name: "", arguments: "" };
      const name = call.name + (part?.name ?? "");
      calls.set(index, { id: id ?? call.id, name, arguments: call.arguments + (part?.arguments ?? "") });
    }
  }
  if (finish === null) throw new BrokenAnswer("the endpoint's stream ended before its answer did");
  return { content, toolCalls: [...calls.values()], wasCut: finish === "length", usage };
}
