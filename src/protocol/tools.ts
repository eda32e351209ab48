/** The environment as tools of the Model Context Protocol: one for each action, and one that begins an episode. */
import type { z } from "zod";
import { ACTION_LIST, type ActionKind, type ActionType } from "./action-table.ts";
import { drawnEpisodeSchema } from "./policy-episode.ts";

/** OpenEnv reserves `reset`, `step`, `state` and `close`, so a reset is called `start_episode`. */
export const START_EPISODE = "start_episode";

/** What a tool does to the episode, as the Model Context Protocol says it. */
export interface ToolEffects {
  /**
   * The file is as before. A step is taken all the same, and may cost a penalty; but steps are the episode's own account,
   * and a client that asks a person before it changes something need not ask before it looks.
   */
  readonly readOnlyHint: boolean;
  /** Something is lost for good. */
  readonly destructiveHint: boolean;
  /** The same call again changes nothing more: true of none, since it takes a step more. */
  readonly idempotentHint: boolean;
}

const LOOKS: ToolEffects = { readOnlyHint: true, destructiveHint: false, idempotentHint: false };
/** What an edit replaces can be taken back. */
const EDITS: ToolEffects = { readOnlyHint: false, destructiveHint: false, idempotentHint: false };
const ENDS: ToolEffects = { readOnlyHint: false, destructiveHint: true, idempotentHint: false };
const EFFECTS_OF: Readonly<Record<ActionKind, ToolEffects>> = {
  looks: LOOKS,
  runs: LOOKS,
  writes: EDITS,
  restores: EDITS,
  ends: ENDS,
};

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
