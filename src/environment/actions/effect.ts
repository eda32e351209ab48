/** What every action is given and what it gives back. */
import type { Fault, Normalisation, PromptForm } from "../../protocol/protocol.ts";
import type { Examiner, Grade } from "../examiner.ts";
import type { PrintedPlace } from "../test-run.ts";
import type { Workspace } from "../workspace.ts";

export interface ActionContext {
  readonly workspace: Workspace;
  readonly examiner: Examiner;
  readonly signal: AbortSignal | undefined;
  /** In whose names the agent is told of actions. */
  readonly form: PromptForm;
}

export interface Effect {
  readonly workspace: Workspace;
  /** What the agent is told. */
  readonly output: string;
  /** Whether it lists lines of one of several files, which may be longer than another report. */
  readonly isListing: boolean;
  readonly fault: Fault | null;
  /** Why the file, or the edit that was refused, does not parse. */
  readonly syntaxError: string | null;
  /** Only where the action ends the episode. */
  readonly grade: Grade | null;
  /** What the form of an edit's block was off by. */
  readonly normalised: readonly Normalisation[];
  /** Where in the output stands what tests printed. */
  readonly printed: readonly PrintedPlace[];
}

/** An effect: by default nothing was wrong and the episode goes on. */
export function effectOf(
  workspace: Workspace,
  output: string,
  {
    isListing = false,
    fault = null,
    syntaxError = null,
    grade = null,
    normalised = [],
    printed = [],
  }: Partial<Omit<Effect, "workspace" | "output">> = {},
): Effect {
  return { workspace, output, isListing, fault, syntaxError, grade, normalised, printed };
}
