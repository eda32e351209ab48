/** What a reset comes to before anything is kept: the task that it chooses, and the episode at its beginning. */
import type { EpisodeRequest } from "../protocol/protocol.ts";
import { countingGroup } from "../tasks/curriculum/counting-group.ts";
import type { MasteryGroups } from "../tasks/curriculum/mastery-groups.ts";
import { selectTask } from "../tasks/select-task.ts";
import { chooseSet } from "../tasks/supply/choose-set.ts";
import type { TaskChoice } from "../tasks/task.ts";
import { type ChosenTask, UnsoundTaskError } from "../tasks/verdicts.ts";
import { beginEpisode, type Episode } from "./episode.ts";
import type { EpisodeHead } from "./episode-log.ts";
import { failingPlaces } from "./failing-places.ts";
import { examinerOf, type GymOptions } from "./gym-options.ts";
import type { Play } from "./play.ts";

export interface DrawingOptions {
  readonly options: GymOptions;
  readonly mastery: MasteryGroups;
  readonly signal: AbortSignal | undefined;
  /** Asked after whatever took time. @throws Error once nobody wants the episode any more */
  readonly requireOpen: () => void;
}

export interface DrawnPlay extends Pick<Play, "examiner" | "group"> {
  readonly episode: Episode;
  readonly task: EpisodeHead["task"];
}

/** @throws TraceFixError where the request cannot be met */
export async function drawEpisode(
  request: EpisodeRequest,
  { options, mastery, signal, requireOpen }: DrawingOptions,
): Promise<DrawnPlay> {
  const { tasks: usual, taskSet: named, session = "", client = session } = options;
  const source = await chooseSet(request, { usual, named });
  const group = await countingGroup(request, { groups: mastery, client, source });
  const choose = (without: ReadonlySet<string>) => selectTask(source, request, group, without);
  const choice = await chooseSound(request, choose, async (chosen) => {
    signal?.throwIfAborted();
    await requireSoundTask(chosen, options, signal);
  });
  requireOpen();
  const begun = beginEpisode(choice, request);
  const examiner = examinerOf(begun, options);
  const episode = { ...begun, failing: await failingPlaces(begun.workspace.given, { examiner, signal }) };
  requireOpen();
  return { episode, examiner, group, task: { name: choice.task.name, programHash: choice.programHash } };
}

/** Of tasks that are not sound, how many a reset may draw: each may have to be validated first. */
const MOST_DRAWN_UNSOUND = 16;

/**
 * What is named and is not sound is refused. Where a seed draws it, the seed draws again among the others: so the task that
 * a seed means depends on which are sound, and not on which of them a server happens to know already.
 */
async function chooseSound(
  { task_name: name, index }: EpisodeRequest,
  choose: (without: ReadonlySet<string>) => Promise<TaskChoice>,
  requireSound: (chosen: ChosenTask) => Promise<void>,
): Promise<TaskChoice> {
  const unsound = new Set<string>();
  for (;;) {
    const choice = await choose(unsound);
    try {
      await requireSound(choice);
      return choice;
    } catch (error) {
      const isDrawn = name == null && index == null;
      if (!(error instanceof UnsoundTaskError) || !isDrawn || unsound.size === MOST_DRAWN_UNSOUND) throw error;
      unsound.add(choice.task.name);
    }
  }
}

async function requireSoundTask(
  chosen: ChosenTask,
  { requireSound, sandboxFor, session = "", client = session }: GymOptions,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (requireSound === undefined) return;
  const sandbox = sandboxFor(chosen.task.program.language.name);
  await requireSound(chosen, { sandbox, session, client, ...(signal && { signal }) });
  signal?.throwIfAborted();
}
