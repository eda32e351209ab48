/** One episode: what it is about, and where it stands. Never changed, only replaced by the next. */
import type {
  EpisodeEnd,
  EpisodeRequest,
  Fault,
  Normalisation,
  PromptForm,
  RewardComponents,
} from "../protocol/protocol.ts";
import { DEFAULT_MAX_STEPS } from "../protocol/protocol.ts";
import type { FilePlace } from "../sandbox/sandbox.ts";
import type { TaskChoice } from "../tasks/task.ts";
import { EMPTY_LEDGER, type Ledger } from "./reward/ledger.ts";
import type { RewardRules } from "./reward/reward.ts";
import type { PrintedPlace } from "./test-run.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

/** What the last step said and earned; amounts are millionths. */
export interface LastStep {
  readonly output: string;
  /** Whether it lists lines, which is as long as it may be already. */
  readonly isListing: boolean;
  readonly syntaxError: string | null;
  /** What the action's form was off by. */
  readonly normalised: readonly Normalisation[];
  readonly reward: number;
  readonly components: RewardComponents;
  readonly fault: Fault | null;
  /** Null as long as the episode goes on. */
  readonly ending: EpisodeEnd | null;
  readonly printed: readonly PrintedPlace[];
}

export interface Episode {
  readonly id: string;
  readonly seed: number;
  readonly choice: TaskChoice;
  readonly rules: RewardRules;
  /** How the prompt asks for actions. */
  readonly promptForm: PromptForm;
  /** Where the given program fails, for the prompt of one that does not stand in it whole. */
  readonly failing: readonly FilePlace[];
  readonly workspace: Workspace;
  readonly ledger: Ledger;
  readonly done: boolean;
  /** Null before the first step. */
  readonly last: LastStep | null;
}

export function beginEpisode(choice: TaskChoice, request: EpisodeRequest): Episode {
  return {
    id: request.episode_id,
    seed: request.seed,
    choice,
    rules: { profile: request.reward ?? "dense", maxSteps: request.max_steps ?? DEFAULT_MAX_STEPS },
    promptForm: request.prompt ?? "json",
    failing: [],
    workspace: openWorkspace(choice.task),
    ledger: EMPTY_LEDGER,
    done: false,
    last: null,
  };
}
