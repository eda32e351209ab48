/** The group that a reset belongs to: what its task is drawn by, and where its outcome counts. */
import { type EpisodeRequest, invalidRequest, issueAbout } from "../../protocol/protocol.ts";
import type { TaskSource } from "../supply/task-source.ts";
import type { Task } from "../task.ts";
import type { MasteryGroupView } from "./mastery-draw.ts";
import type { MasteryGroups } from "./mastery-groups.ts";

export interface CountingGroup extends MasteryGroupView {
  /** To be called once, when an episode has ended; one that is abandoned never is. */
  readonly count: (task: Task, solved: boolean) => void;
}

interface GroupPlace {
  readonly groups: MasteryGroups;
  readonly client: string;
  readonly source: Pick<TaskSource, "hash">;
}

/**
 * Null where no curriculum is asked for.
 * @param where the groups there are, whose the reset is, and the set that it draws from
 * @throws TraceFixError VALIDATION_ERROR where one of the two fields stands alone
 */
export async function countingGroup(
  { curriculum, group }: Pick<EpisodeRequest, "curriculum" | "group">,
  { groups, client, source }: GroupPlace,
): Promise<CountingGroup | null> {
  if (curriculum == null && group == null) return null;
  if (curriculum == null) return refuseAlone("group", { lacks: "curriculum", remedy: 'Send curriculum "mastery" too' });
  if (group == null) return refuseAlone("curriculum", { lacks: "group", remedy: "Name the group that it counts for" });
  const name = { client, group };
  const set = await source.hash();
  return {
    group,
    triesOf: (bucket) => groups.triesOf(name)({ ...bucket, set }),
    count: ({ program, difficulty }, solved) => {
      const bucket = { set, split: program.split, program: program.name, difficulty };
      groups.count(name, { bucket, solved });
    },
  };
}

function refuseAlone(field: string, { lacks, remedy }: { readonly lacks: string; readonly remedy: string }): never {
  const message = `Cannot reset with ${field} and without ${lacks}. ${remedy}, or leave ${field} out.`;
  throw invalidRequest(message, [issueAbout(null, { type: "value_error", loc: [lacks], msg: message })]);
}
