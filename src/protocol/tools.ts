/** The environment as tools of the Model Context Protocol: one for each action, and one that begins an episode. */
import type { z } from "zod";
import { ACTION_LIST, type ActionType } from "./action-table.ts";
import { drawnEpisodeSchema } from "./policy-episode.ts";
import { EFFECTS_OF, ENDS, type ToolEffects } from "./tool-effects.ts";

/** OpenEnv reserves `reset`, `step`, `state` and `close`, so a reset is called `start_episode`. */
export const START_EPISODE = "start_episode";

export interface Tool {
  readonly name: string;
  readonly title: string;
  /** Short: a model reads it on every turn. */
  readonly description: string;
  /** Where the server draws the episodes. */
  readonly input: z.ZodType;
  /** The action it takes; null for the tool that begins an episode. */
  readonly action: ActionType | null;
  readonly effects: ToolEffects;
}

export const TOOLS: readonly Tool[] = [
  {
    name: START_EPISODE,
    title: "Begin an episode",
    effects: ENDS,
    description:
      "Begin an episode: one program with one bug, for you to find and repair. Every argument may be left out. Answers with your instructions and the code.",
    input: drawnEpisodeSchema,
    action: null,
  },
  ...ACTION_LIST.flatMap(({ type, kind, tools }) =>
    tools.map((tool) => ({ ...tool, action: type, effects: EFFECTS_OF[kind] })),
  ),
];
