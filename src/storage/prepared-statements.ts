/** What the database is asked, prepared once. */
import type Database from "libsql";

/** Rows that one statement adds: a call of the library costs more than a row. */
export const ROWS_AT_ONCE = 40;

const EPISODE = "SELECT key, id, begun, damaged FROM episodes";
const ADD_STEPS = "INSERT OR IGNORE INTO steps (episode, number, line) VALUES";
const STEP = "(?, ?, ?)";

const STATEMENTS = {
  taken: "SELECT file, bytes FROM intake",
  moveOn: "UPDATE intake SET file = ?, bytes = ?",
  begin: `INSERT OR IGNORE INTO episodes (id, session, label, task, begun_at, last_at, bytes, begun)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  keyOf: "SELECT key FROM episodes WHERE id = ?",
  addStep: `${ADD_STEPS} ${STEP}`,
  addSteps: `${ADD_STEPS} ${Array.from({ length: ROWS_AT_ONCE }, () => STEP).join(", ")}`,
  // By a clock that was set back an episode grows no older.
  touch: "UPDATE episodes SET last_at = max(last_at, ?), bytes = bytes + ? WHERE key = ?",
  // Nothing was played of it, though it may have begun with some steps of another.
  withdrawSteps: "DELETE FROM steps WHERE episode = (SELECT key FROM episodes WHERE id = ?)",
  withdraw: "DELETE FROM episodes WHERE id = ?",
  // No session's hash is empty: nobody finds them by it again.
  leave: "UPDATE episodes SET session = '' WHERE session = ?",
  markDamaged: "UPDATE episodes SET damaged = 1 WHERE id = ?",
  lastOf: `${EPISODE} WHERE session = ? ORDER BY key DESC LIMIT 1`,
  lastUnder: `${EPISODE} WHERE session = ? AND label = ? ORDER BY key DESC LIMIT 1`,
  byId: `${EPISODE} WHERE id = ?`,
  steps: "SELECT line FROM steps WHERE episode = ? ORDER BY number",
  list: `SELECT id, task, begun_at AS begunAt, last_at AS lastAt,
      (SELECT count(*) FROM steps WHERE episode = key) AS steps
    FROM episodes WHERE key > coalesce((SELECT key FROM episodes WHERE id = ?), 0) ORDER BY key LIMIT ?`,
  newest: `SELECT key, id, label, task, begun_at AS begunAt, last_at AS lastAt, damaged,
      (SELECT count(*) FROM steps WHERE episode = key) AS steps,
      coalesce((SELECT substr(rtrim(line, char(10)), -12) = '"done":true}' FROM steps WHERE episode = key
        ORDER BY number DESC LIMIT 1), 0) AS ended
    FROM episodes WHERE key < ? ORDER BY key DESC LIMIT ?`,
  aged: "SELECT key FROM episodes WHERE last_at < ? ORDER BY last_at LIMIT ?",
  // As the index says it, or it is not used.
  oldestLarge: "SELECT key FROM episodes WHERE bytes > 1048576 ORDER BY last_at LIMIT ?",
  oldest: "SELECT key FROM episodes ORDER BY last_at LIMIT ?",
  dropSteps: "DELETE FROM steps WHERE episode = ?",
  dropEpisode: "DELETE FROM episodes WHERE key = ?",
} as const;

/** Each by its name; parameters are given as one list. */
export type PreparedStatements = Readonly<Record<keyof typeof STATEMENTS, ReturnType<Database.Database["prepare"]>>>;

export function prepareStatements(database: Database.Database): PreparedStatements {
  const prepared = Object.entries(STATEMENTS).map(([name, text]) => [name, database.prepare(text)]);
  return Object.fromEntries(prepared);
}
