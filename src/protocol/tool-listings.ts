/** How the tools are listed: what each takes, what it answers, and what it does to the episode. */
import { z } from "zod";
import {
  chosenEpisodeSchema,
  type McpEpisodes,
  policyObservationSchema,
  toolObservationSchema,
} from "./policy-episode.ts";
import { TOOLS, type Tool, type ToolEffects } from "./tools.ts";

export interface ToolAnnotations extends ToolEffects {
  /** For people. */
  readonly title: string;
  readonly openWorldHint: boolean;
}

export interface ToolListing {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: Readonly<Record<string, unknown>>;
  /** What the structured part of a result is. */
  readonly outputSchema: Readonly<Record<string, unknown>>;
  readonly annotations: ToolAnnotations;
}

const RESULT = { reward: z.number(), done: z.boolean() };
const OUTPUTS: Record<McpEpisodes, Readonly<Record<string, unknown>>> = {
  drawn: schemaOf(policyObservationSchema.extend(RESULT), "output"),
  free: schemaOf(toolObservationSchema.extend(RESULT), "output"),
};
const LISTINGS: Record<McpEpisodes, readonly ToolListing[]> = {
  drawn: TOOLS.map((tool) => listing(tool, "drawn")),
  free: TOOLS.map((tool) => listing(tool.action === null ? { ...tool, input: chosenEpisodeSchema } : tool, "free")),
};

/**
 * What `tools/list` answers.
 *
 * ```ts
 * toolListings("drawn")[0].name // "start_episode"
 * ```
 */
export function toolListings(episodes: McpEpisodes): readonly ToolListing[] {
  return LISTINGS[episodes];
}

function listing({ name, title, description, input, effects }: Tool, episodes: McpEpisodes): ToolListing {
  const annotations = { title, ...effects, openWorldHint: false };
  return { name, description, inputSchema: schemaOf(input, "input"), outputSchema: OUTPUTS[episodes], annotations };
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Readonly<Record<string, unknown>> {
  // Without `$schema`: clients check by validators that know older drafts only.
  const { $schema: _, title: __, description: ___, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}
