/** The list of kept episodes for readers: what Watch hides stays hidden, also from who filters by it. */
import type { KeptEpisodeRow, KeptList, KeptQuery } from "../../protocol/protocol.ts";
import type { KeptFacts, KeptForReaders } from "./kept-episodes.ts";

/** Rows that are looked at for one answer: with a rare filter a reader goes on by the cursor. */
const MAX_LOOKED_AT = 2_000;
/** Where a filter may pass many over. */
const AT_ONCE = 200;
const DEFAULT_LIMIT = 50;

/** What a list may show. */
export interface KeptView {
  /** Whether the code of the test split is shown. */
  readonly full: boolean;
}

export async function listKept(episodes: KeptForReaders | null, query: KeptQuery, view: KeptView): Promise<KeptList> {
  const { limit = DEFAULT_LIMIT, cursor, ...filters } = query;
  // One more tells whether any follow.
  const atOnce = Object.values(filters).some((value) => value !== undefined) ? AT_ONCE : limit + 1;
  const rows: KeptEpisodeRow[] = [];
  let before = cursor ?? null;
  let isMore = episodes !== null;
  for (let looked = 0; episodes !== null && isMore && rows.length < limit && looked < MAX_LOOKED_AT; looked += atOnce) {
    const found = await episodes.newest(atOnce, before);
    isMore = found.length === atOnce;
    for (const [at, facts] of found.entries()) {
      before = facts.key;
      const row = shownRow(facts, view);
      if (fits(row, query)) rows.push(row);
      if (rows.length < limit) continue;
      isMore ||= at < found.length - 1;
      break;
    }
  }
  return { episodes: rows, next: isMore && before !== null ? String(before) : null, now: new Date().toISOString() };
}

function shownRow(
  { id, label, task, program, split, difficulty, steps, ended, ...facts }: KeptFacts,
  { full }: KeptView,
): KeptEpisodeRow {
  return {
    id,
    episode_id: label,
    // The task's own name may give its bug away while the episode lives.
    task: ended ? task : (program ?? "unknown"),
    program,
    difficulty,
    split,
    steps,
    ended,
    hides_code: hidesCode({ split, full }),
    begun_at: new Date(facts.begunAt).toISOString(),
    last_step_at: new Date(facts.lastAt).toISOString(),
  };
}

/** What is not known to be of another split counts as the test split's. */
export function hidesCode({ split, full }: KeptView & Pick<KeptFacts, "split">): boolean {
  return !full && (split === null || split === "test");
}

function fits(row: KeptEpisodeRow, { task, program, split, ended, since }: KeptQuery): boolean {
  return (
    (task === undefined || row.task === task) &&
    (program === undefined || row.program === program) &&
    (split === undefined || row.split === split) &&
    (ended === undefined || row.ended === ended) &&
    (since === undefined || Date.parse(row.last_step_at) >= Date.parse(since))
  );
}
