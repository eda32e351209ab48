/** What a gym is made with, and what its calls take. */
import type { HiddenCount, Normalisation, PromptForm, TaskSetName } from "../protocol/protocol.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { MasteryGroups } from "../tasks/curriculum/mastery-groups.ts";
import { hiddenSeed, listsKey } from "../tasks/hidden-seed.ts";
import type { TaskSource } from "../tasks/supply/task-source.ts";
import type { ValidateOptions } from "../tasks/validate-program.ts";
import type { ChosenTask } from "../tasks/verdicts.ts";
import type { EditBudget } from "./edit-budget.ts";
import type { Episode } from "./episode.ts";
import type { EpisodeLog } from "./episode-log.ts";
import { Examiner } from "./examiner.ts";
import type { ReplayTurns } from "./replay-turns.ts";

/** How a server grades. */
export interface Grading {
  /** Has a part in what hidden calls are drawn from; null where the seed alone decides. */
  readonly hiddenSecret: string | null;
  /** Whether an episode that is not solved is told how many hidden tests passed, and scored by it. */
  readonly hiddenCount: HiddenCount;
}

const OPEN_GRADING: Grading = { hiddenSecret: null, hiddenCount: "shown" };

export interface GymOptions {
  /** What a reset chooses from that names no set. */
  readonly tasks: TaskSource;
  /** Rejects with an `UnsoundTaskError` where a task may not be played, because it is not sound; without it all may. */
  readonly requireSound?: (chosen: ChosenTask, options: ValidateOptions) => Promise<void>;
  /** All sets by their names, where there are several. @throws TraceFixError where there is none of that name */
  readonly taskSet?: (name: TaskSetName) => TaskSource;
  /** The sandbox that runs programs in a language. The gym does not close it. */
  readonly sandboxFor: (language: string) => Sandbox;
  /** Names the session to the sandbox, which serves sessions in turn, and to the log. */
  readonly session?: string;
  /** How the server grades; openly, if left out. */
  readonly grading?: Grading;
  /** Who owns the session: sandbox and budget of edits are shared fairly between clients. The session if left out. */
  readonly client?: string;
  /** Bounds what the edits of all gyms keep; without it each has its own limits only. */
  readonly editBudget?: EditBudget;
  /** Where episodes are kept; nowhere, if left out. */
  readonly log?: EpisodeLog;
  /** Whose turn it is to be played again; without it all at once are. */
  readonly replays?: ReplayTurns;
  /** What groups have mastered, by clients; this gym's own alone, if left out. */
  readonly mastery?: MasteryGroups;
}

export interface GymCallOptions {
  /** Aborting rejects the call and leaves the episode as it was before, unless `onFinal` was called. */
  readonly signal?: AbortSignal;
}

export interface GymStepOptions extends GymCallOptions {
  /** What the action's form was off by before it came here. */
  readonly normalised?: readonly Normalisation[];
  /** In whose names the step's answer speaks of actions; in the prompt's, if left out. */
  readonly form?: PromptForm;
  /** What its caller calls the request: the same one sent twice is one step. */
  readonly requestId?: string;
  /** Whether a request without a name is taken for the last step's where it asks for the same. */
  readonly mayRepeatLast?: boolean;
  /** Whether a later request without a name may mean this step. */
  readonly isRemembered?: boolean;
  /** Called when the step begins to end the episode: from then on nothing takes it back. */
  readonly onFinal?: () => void;
}

export interface BranchFromOptions extends GymCallOptions {
  /** The session whose last episode is left; the gym's own, if left out. */
  readonly from?: string | undefined;
  /** Whether who asks may read what others play: then any kept episode is found, by its id. */
  readonly isReader?: boolean;
}

export interface CatchUpOptions extends GymCallOptions {
  /** Whether to ask the log for the session's last episode where there is none in memory. */
  readonly fromLog?: boolean;
  /** Whether to ask it, too, whether another server has gone on with the episode in memory. */
  readonly mayHaveMoved?: boolean;
}

type ExaminerOptions = Pick<GymOptions, "session" | "client" | "sandboxFor" | "grading">;

/** Who runs and grades the episode's programs. */
export function examinerOf(episode: Episode, options: ExaminerOptions): Examiner {
  const { session, client, sandboxFor, grading = OPEN_GRADING } = options;
  const { id, choice, seed: episodeSeed, workspace } = episode;
  const { program } = choice.task;
  const { hiddenSecret: secret, hiddenCount } = grading;
  const seed = hiddenSeed({ seed: episodeSeed, episodeId: id, secret });
  const sandbox = sandboxFor(program.language.name);
  const drawn = { seed, listsKey: listsKey(secret), hiddenCount };
  return new Examiner({ program, given: workspace.given, ...drawn, sandbox, session, client });
}
