/** What a request may hold beside the conversation, and which of it an endpoint has just refused. */
import OpenAI from "openai";

/** In the order in which an endpoint that says nothing more is tried without them; the last two only if it names them. */
const FEATURES = ["stream_options", "tools", "response_format", "stream", "temperature", "max_tokens"] as const;
export type Feature = (typeof FEATURES)[number];

const ONLY_IF_NAMED: ReadonlySet<Feature> = new Set(["temperature", "max_tokens"]);
/** What an error calls them, where that is not their name. */
const WORDS: Readonly<Partial<Record<Feature, RegExp>>> = {
  response_format: /response_format|json_object|json mode/i,
  tools: /\btools?\b|tool_choice|function call/i,
};
const REFUSALS: ReadonlySet<number> = new Set([400, 404, 405, 415, 422, 501]);

export interface FeatureWishes {
  readonly tools: boolean;
  readonly stream: boolean;
  /** Nothing but one JSON object: it leaves no room for a thought before it. */
  readonly jsonOnly: boolean;
}

export function offeredFeatures({ tools, stream, jsonOnly }: FeatureWishes): ReadonlySet<Feature> {
  const wanted: Record<Feature, boolean> = {
    stream_options: stream,
    response_format: jsonOnly,
    tools,
    stream,
    temperature: true,
    max_tokens: true,
  };
  return new Set(FEATURES.filter((feature) => wanted[feature]));
}

/** What to do without next; null when the error is about something else, or nothing is left. */
export function refusedFeature(error: unknown, features: ReadonlySet<Feature>): Feature | null {
  if (!(error instanceof OpenAI.APIError) || !REFUSALS.has(error.status ?? 0)) return null;
  const asked = FEATURES.filter((feature) => features.has(feature));
  const named = asked.find((feature) => (WORDS[feature] ?? new RegExp(`\\b${feature}\\b`)).test(error.message));
  return named ?? asked.find((feature) => !ONLY_IF_NAMED.has(feature)) ?? null;
}
